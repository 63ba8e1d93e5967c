extension LintSubject {
  /// Predictions of more bytes are not read.
  static let maximumHoldoutBytes = 64 << 20

  /// The predictions on held-out rows, or why they cannot be read as such.
  typealias Holdout = Result<HoldoutPredictions, RegistryError>

  /// Reads predictions, where what is wrong with their text is for lint to tell.
  static func holdout(
    _ read: () throws(RegistryError) -> HoldoutPredictions
  ) throws(RegistryError) -> Holdout {
    do { return .success(try read()) } catch {
      switch error {
      case .unfitPredictions, .emptyFile: return .failure(error)
      default: throw error
      }
    }
  }

  /// Whether the metrics are those of the predictions that lie beside them.
  var holdoutFindings: [LintFinding] {
    switch holdout {
    case nil: return []
    // There is nothing here that measures other models from their rows.
    case .failure(.unfitPredictions(_, _, let fault)) where fault.isOfAnotherTask: return []
    case .failure(let error):
      return [LintFinding(.unreadableHoldout, file: names.holdout, at: "", error.message)]
    case .success(let predictions):
      guard let positive = predictions.positiveLabel(metadata) else { return [] }
      return sections.flatMap { section in
        Self.splits[section.name].map {
          findings(section, predictions.rows(of: $0), positive)
        } ?? []
      }
    }
  }

  /// The rows that each section is measured on.
  private static let splits = [
    "test_metrics": "test", "validation_metrics": "validation", "validation": "validation",
  ]

  private func findings(
    _ section: MetricsSection, _ rows: [HoldoutPredictions.Row], _ positive: String
  ) -> [LintFinding] {
    let labels = rows.map { $0.label.hasSameBytes(as: positive) }
    // Labels that are spelled in another way would all seem negative.
    guard labels.contains(true) else { return [] }
    if let stated = section.rowCount, stated != rows.count {
      return [
        inMetrics(
          .holdoutMetrics, at: section.path("n_samples"),
          "\(section.title) was measured on \(counted(stated, "row")), and '\(names.holdout)' has "
            + "\(rows.count)")
      ]
    }
    let probabilities = rows.map(\.probability)
    return section.fields.members.compactMap { member in
      guard case .number(let stated) = member.value, let value = stated.double,
        let metric = EvaluationMetric(named: member.key),
        let expected = self.value(of: metric, section, labels, probabilities),
        // Probabilities may be rounded, too.
        (value - expected).magnitude > stated.rounding + 0.001
      else { return nil }
      let path = section.path(member.key)
      return inMetrics(
        .holdoutMetrics, at: path,
        "'\(path)' is \(stated.literal.prefix(40)), and '\(names.holdout)' makes it "
          + expected.rounded(toPlaces: 4))
    }
  }

  /// `nil` where it is not defined, or needs a threshold that nobody states.
  private func value(
    of metric: EvaluationMetric, _ section: MetricsSection, _ labels: [Bool],
    _ probabilities: [Double]
  ) -> Double? {
    let served = metadata["threshold_policy"]?["threshold_value"]
    let stated = [section.fields["threshold"], metrics.fields["threshold"], served]
    var threshold = stated.lazy.compactMap { $0?.doubleValue }.first
    if case .counts = metric.computation {} else { threshold = threshold ?? 0.5 }
    return threshold.flatMap {
      try? metric.value(labels: labels, probabilities: probabilities, threshold: $0)
    }
  }
}
