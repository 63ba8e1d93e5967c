internal import Registry

extension DataChecks {
  /// The field `data_checks` of the metadata.
  var json: JSONValue {
    .object([
      "leaking_features": .array(
        leakingFeatures.map {
          .object(["name": .string($0.name), "roc_auc": .double($0.areaUnderROC)])
        }),
      "duplicate_rows_across_splits": .integer(repeatedRowCount),
    ])
  }

  /// What a person should know, a line each.
  var warnings: [String] {
    var lines = leakingFeatures.map {
      "column '\($0.name)' alone tells the labels apart, with a ROC AUC of "
        + "\($0.areaUnderROC.rounded(toPlaces: 4)) (--drop '\($0.name)')"
    }
    if hasManyRepeatedRows {
      lines.append(
        "\(repeatedRowCount) of \(heldOutRowCount) rows to measure on are rows that were trained on"
      )
    }
    return lines
  }
}
