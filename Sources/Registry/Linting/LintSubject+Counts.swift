extension LintSubject {
  /// Whether the counts are counts, and the rates what they make them.
  var countFindings: [LintFinding] {
    sections.flatMap { section in
      guard let matrix = section.fields["confusion_matrix"], matrix != .null else {
        return [LintFinding]()
      }
      if let problem = problem(matrix) {
        return [inMetrics(.confusionMatrix, at: section.path("confusion_matrix"), problem)]
      }
      guard let counts = section.counts else { return [] }
      return totalFinding(counts, section) + rateFindings(counts, section)
    }
  }

  /// What keeps it from being a matrix of counts. One of other forms than an array is not known.
  private func problem(_ matrix: JSONValue) -> String? {
    guard let rows = matrix.arrayValue else { return nil }
    guard !rows.isEmpty, rows.allSatisfy({ $0.arrayValue?.count == rows.count }) else {
      return "'confusion_matrix' is not as wide as it is high"
    }
    for value in rows.flatMap({ $0.arrayValue ?? [] }) where ConfusionCounts.count(value) == nil {
      let text = String(decoding: value.compactText.prefix(40), as: UTF8.self)
      return "'confusion_matrix' holds \(text), which is not a count"
    }
    return nil
  }

  private func totalFinding(
    _ counts: ConfusionCounts, _ section: MetricsSection
  ) -> [LintFinding] {
    guard let stated = section.fields["n_samples"]?.doubleValue, stated != Double(counts.count)
    else { return [] }
    let path = section.path("n_samples")
    return [
      inMetrics(
        .countTotal, at: path,
        "'\(path)' is \(stated.rounded(toPlaces: 0)), and the confusion matrix counts "
          + counted(counts.count, "row"))
    ]
  }

  private func rateFindings(
    _ counts: ConfusionCounts, _ section: MetricsSection
  ) -> [LintFinding] {
    section.rates.compactMap { name, rate, stated in
      guard let value = stated.double else { return nil }
      // With nothing to divide by, 0 is what scikit-learn says.
      let expected = rate.value(counts)
      guard (value - (expected ?? 0)).magnitude > stated.rounding else { return nil }
      let path = section.path(name)
      return inMetrics(
        .metricArithmetic, at: path,
        "'\(path)' is \(stated.literal.prefix(40)), and the confusion matrix makes it "
          + makes(rate, expected, counts))
    }
  }

  private func makes(_ rate: RateMetric, _ value: Double?, _ counts: ConfusionCounts) -> String {
    guard let value else { return "0 or null: there is nothing to divide by" }
    guard rate != .balancedAccuracy else { return value.rounded(toPlaces: 4) }
    let (part, whole) = rate.ratio(counts)
    return "\(value.rounded(toPlaces: 4)) (\(part) of \(whole))"
  }
}
