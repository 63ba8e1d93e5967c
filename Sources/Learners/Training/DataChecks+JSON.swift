internal import Registry

extension DataChecks {
  /// The field `data_checks` of the metadata.
  var json: JSONValue {
    .object([
      "leaking_features": .array(
        leakingFeatures.map {
          .object(["name": .string($0.name), $0.evidence.name: .double($0.evidence.value)])
        }),
      "duplicate_rows_across_splits": .integer(repeatedRowCount),
    ])
  }

  /// What a person should know, a line each.
  var warnings: [String] {
    var lines = leakingFeatures.map {
      "column '\($0.name)' alone \($0.evidence.phrase) of "
        + "\($0.evidence.value.rounded(toPlaces: 4)) (--drop '\($0.name)')"
    }
    if hasManyRepeatedRows {
      lines.append(
        "\(repeatedRowCount) of \(heldOutRowCount) rows to measure on are rows that were trained on"
      )
    }
    return lines
  }
}

extension LeakingFeature.Evidence {
  fileprivate var name: String {
    switch self {
    case .areaUnderROC: "roc_auc"
    case .correlation: "correlation"
    }
  }

  fileprivate var value: Double {
    switch self {
    case .areaUnderROC(let value), .correlation(let value): value
    }
  }

  fileprivate var phrase: String {
    switch self {
    case .areaUnderROC: "tells the labels apart, with a ROC AUC"
    case .correlation: "tells the target, with a correlation"
    }
  }
}
