extension LintSubject {
  /// What the training saw in its rows and wrote to `data_checks`.
  var dataFindings: [LintFinding] { leaks + repeatedRows }

  private var leaks: [LintFinding] {
    let field = "data_checks.leaking_features"
    let leaking = metadata["data_checks"]?["leaking_features"]?.arrayValue ?? []
    return leaking.compactMap { feature in
      guard let name = feature["name"]?.stringValue else { return nil }
      let area = feature["roc_auc"]?.doubleValue.map {
        " with a ROC AUC of \($0.rounded(toPlaces: 4))"
      }
      return inMetadata(
        .leakingFeature, at: field, "'\(name)' alone tells the labels apart\(area ?? "")")
    }
  }

  private var repeatedRows: [LintFinding] {
    let field = "data_checks.duplicate_rows_across_splits"
    guard let count = metadata["data_checks"]?["duplicate_rows_across_splits"]?.integerValue,
      count > 0
    else { return [] }
    let parts = ["validation_rows", "test_rows"].compactMap { metadata[$0]?.doubleValue }
    let rows = parts.reduce(0, +)
    // A few rows may be alike by chance; without a total, any are too many.
    guard parts.count < 2 || Double(count) > 0.01 * rows else { return [] }
    let whole = parts.count < 2 ? "" : " of \(rows.rounded(toPlaces: 0))"
    return [
      inMetadata(
        .repeatedRows, at: field,
        "\(count)\(whole) rows to measure on are rows that were trained on")
    ]
  }
}
