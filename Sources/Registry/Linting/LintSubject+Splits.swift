extension LintSubject {
  /// Whether validation and test tell the same story.
  ///
  /// Accuracy is compared as two proportions, the ROC AUC with the standard error of Hanley and
  /// McNeil (1982), both beyond three standard errors and 0.02. Where the rows are not counted, a
  /// distance above 0.1 is too far.
  var splitFindings: [LintFinding] {
    let named = Dictionary(sections.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard let test = named["test_metrics"],
      let validation = named["validation_metrics"] ?? named["validation"]
    else { return [] }
    let comparisons: [(name: String, values: (Double?, Double?), errors: (Double?, Double?))] = [
      (
        "roc_auc", (validation.areaUnderROC?.value, test.areaUnderROC?.value),
        (validation.areaVariance, test.areaVariance)
      ),
      (
        "accuracy", (validation.rate(.accuracy), test.rate(.accuracy)),
        (validation.accuracyVariance, test.accuracyVariance)
      ),
    ]
    return comparisons.compactMap { name, values, variances in
      guard let one = values.0, let other = values.1 else { return nil }
      let distance = (one - other).magnitude
      var limit = 0.1
      if let first = variances.0, let second = variances.1 {
        limit = max(0.02, 3 * (first + second).squareRoot())
      }
      guard distance > limit else { return nil }
      return inMetrics(
        .splitsApart, at: test.path(name),
        "'\(name)' is \(one.rounded(toPlaces: 4)) in \(validation.title) and "
          + "\(other.rounded(toPlaces: 4)) in \(test.title): further apart than "
          + limit.rounded(toPlaces: 4))
    }
  }
}

extension MetricsSection {
  fileprivate var accuracyVariance: Double? {
    guard let rows = rowCount, let accuracy = rate(.accuracy) else { return nil }
    return accuracy * (1 - accuracy) / Double(rows)
  }

  /// The variance of the area under the ROC curve.
  ///
  /// Source: Hanley and McNeil (1982), *The meaning and use of the area under a receiver operating
  /// characteristic (ROC) curve*, Radiology 143(1).
  fileprivate var areaVariance: Double? {
    guard let area = areaUnderROC?.value, let rows = rowCount, let prevalence,
      prevalence > 0, prevalence < 1
    else { return nil }
    let positives = prevalence * Double(rows)
    let negatives = Double(rows) - positives
    let (q1, q2) = (area / (2 - area), 2 * area * area / (1 + area))
    let square = area * area
    return
      (area * (1 - area) + (positives - 1) * (q1 - square) + (negatives - 1) * (q2 - square))
      / (positives * negatives)
  }
}
