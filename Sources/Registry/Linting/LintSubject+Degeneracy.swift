extension LintSubject {
  /// Whether the model tells rows apart, section by section.
  var degeneracyFindings: [LintFinding] {
    sections.flatMap { section -> [LintFinding] in
      if let finding = oneLabel(section) { return [finding] }
      return [predictions(section), area(section)].compactMap { $0 }
    }
  }

  private func oneLabel(_ section: MetricsSection) -> LintFinding? {
    guard let prevalence = section.prevalence, prevalence == 0 || prevalence == 1 else {
      return nil
    }
    let rows = section.rowCount.map { "\(counted($0, "row")), all" } ?? "rows"
    return inMetrics(
      .oneLabel, at: section.path("prevalence"),
      "\(section.title) was measured on \(rows) \(prevalence == 0 ? "negative" : "positive")")
  }

  /// One of two things to say about what was predicted: the first says the second, too.
  private func predictions(_ section: MetricsSection) -> LintFinding? {
    if let counts = section.counts {
      return constantPrediction(counts, section) ?? uselessPrediction(section)
    }
    return PredictedShare(section, among: sections).flatMap {
      $0.isNearlyAll ? inMetrics(.oneClassPredicted, at: section.path("precision"), $0.text) : nil
    } ?? uselessPrediction(section)
  }

  /// Nearly all rows are predicted the same: 99 in 100, and of the other label less than a tenth as
  /// many as there are. Where a label is rare, few rows are rightly predicted so.
  private func constantPrediction(
    _ counts: ConfusionCounts, _ section: MetricsSection
  ) -> LintFinding? {
    let total = counts.count
    let sides = [
      ("positive", counts.predictedPositives, counts.negatives),
      ("negative", counts.predictedNegatives, counts.positives),
    ]
    for (name, predicted, others) in sides {
      guard Double(predicted) >= 0.99 * Double(total), 10 * (total - predicted) <= others else {
        continue
      }
      return inMetrics(
        .oneClassPredicted, at: section.path("confusion_matrix"),
        "\(predicted) of \(counted(total, "row")) are predicted \(name), and "
          + "\(total - others) are")
    }
    return nil
  }

  private func uselessPrediction(_ section: MetricsSection) -> LintFinding? {
    let stated = section.number(.precision)
    guard let prevalence = section.prevalence, prevalence > 0,
      let precision = section.counts.map({ RateMetric.precision.value($0) }) ?? stated?.double,
      precision > 0
    else { return nil }
    let exactness = section.counts == nil ? min(0.005, stated?.rounding ?? 0) : 0
    guard (precision - prevalence).magnitude <= max(0.001, exactness) else { return nil }
    return inMetrics(
      .precisionIsPrevalence, at: section.path("precision"),
      "the precision in \(section.title), \(precision.rounded(toPlaces: 4)), is the share of "
        + "positive rows, \(prevalence.rounded(toPlaces: 4))")
  }

  private func area(_ section: MetricsSection) -> LintFinding? {
    guard let (name, area) = section.areaUnderROC else { return nil }
    let path = section.path(name)
    let value = "'\(path)' is \(area.rounded(toPlaces: 4))"
    if area < 0.5 {
      return inMetrics(.belowChance, at: path, "\(value): random scores have 0.5")
    }
    // On few rows a good model may well sort them all.
    guard area >= 0.999, let rows = section.rowCount, rows >= 1000 else { return nil }
    return inMetrics(.nearlyPerfect, at: path, "\(value) on \(rows) rows")
  }
}
