internal import Registry

extension ModelReport {
  func binaryPlots(
    _ probabilities: [Double], _ labels: [Int], _ confusion: Confusion?
  ) -> [Plot] {
    // Without both labels among the test rows there is no curve.
    guard let ranked = try? RankedLabels(checking: probabilities, labels: labels),
      let calibration = try? CalibrationCurve(probabilities: probabilities, labels: labels)
    else { return [] }
    return [
      rocPlot([("", ranked)], at: confusion?.rocPlace),
      precisionRecallPlot(ranked, at: confusion?.precisionRecallPlace),
      calibrationPlot(calibration),
    ]
  }

  func multiclassPlots(
    _ classes: [String], _ probabilities: [Double], _ labels: [Int], _ confusion: Confusion?
  ) -> [Plot] {
    let shown = confusion?.frequentClasses(atMost: Self.mostCurves) ?? []
    let ranked = shown.compactMap {
      index -> (name: String, labels: RankedLabels)? in
      let scores = labels.indices.map { probabilities[$0 * classes.count + index] }
      let own = labels.map { $0 == index ? 1 : 0 }
      guard let ranked = try? RankedLabels(checking: scores, labels: own) else { return nil }
      return (PlotText.fitted(classes[index], to: 36) + " against the rest: ", ranked)
    }
    return ranked.isEmpty ? [] : [rocPlot(ranked)]
  }

  /// How many curves one plot shows: more are not told apart.
  private static let mostCurves = 8

  private func rocPlot(
    _ curves: [(name: String, labels: RankedLabels)], at place: PlotPoint? = nil
  ) -> Plot {
    let title = "ROC curve on test rows"
    let caption =
      "Each point is a threshold: how many of the positive rows it finds, and how many of the "
      + "negative ones it takes for positive. The nearer to the top left, the better; the dashed "
      + "line is chance."
      + (curves.count == Self.mostCurves ? " The most frequent classes are shown." : "")
    var series = curves.map { curve in
      LinePlot.Series(
        name: "\(curve.name)area \(curve.labels.areaUnderROC.rounded(toPlaces: 4))",
        points: curve.labels.rocCurve)
    }
    series.append(.init(name: "chance", points: Self.diagonal, mark: .reference))
    series += threshold(at: place)
    let plot = LinePlot(
      title: title, description: caption, x: .share("false positive rate"),
      y: .share("true positive rate (recall)"), series: series)
    return Plot(kind: .outcome, name: "roc", alternative: title, caption: caption, svg: plot.svg)
  }

  private func precisionRecallPlot(
    _ ranked: RankedLabels, at place: PlotPoint?
  ) -> Plot {
    let title = "Precision and recall on test rows"
    let caption =
      "How many of the rows that are called positive are so, for each share of the positive rows "
      + "that is found. The nearer to the top right, the better; the dashed line is chance."
    let chance = Double(ranked.positives) / Double(ranked.positives + ranked.negatives)
    let plot = LinePlot(
      title: title, description: caption, x: .share("recall"), y: .share("precision"),
      series: [
        .init(
          name: "average precision \(ranked.averagePrecision.rounded(toPlaces: 4))",
          points: ranked.precisionRecallCurve),
        .init(
          name: "chance: \(chance.rounded(toPlaces: 4)) of the rows are positive",
          points: [PlotPoint(x: 0, y: chance), PlotPoint(x: 1, y: chance)], mark: .reference),
      ] + threshold(at: place))
    return Plot(
      kind: .outcome, name: "precision_recall", alternative: title, caption: caption,
      svg: plot.svg)
  }

  private func calibrationPlot(_ curve: CalibrationCurve) -> Plot {
    let title = "Calibration on test rows"
    let caption =
      "Of the rows that were given about the same probability, the share that is positive. On "
      + "the dashed line, probabilities can be taken at their word. Each point is "
      + "about as many rows."
    var plot = LinePlot(
      title: title, description: caption, x: .share("mean probability"),
      y: .share("share of positive rows"),
      series: [
        .init(
          name: "the model, with 95 % intervals",
          points: curve.bins.map { PlotPoint(x: $0.meanProbability, y: $0.positiveShare) },
          mark: .dottedLine),
        .init(name: "perfect", points: Self.diagonal, mark: .reference),
      ])
    plot.whiskers = curve.bins.compactMap { bin in
      guard let share = try? Proportion(share: bin.positiveShare, of: bin.count) else { return nil }
      let interval = share.interval()
      return .init(x: bin.meanProbability, lower: interval.lower, upper: interval.upper)
    }
    return Plot(
      kind: .outcome, name: "calibration", alternative: title, caption: caption, svg: plot.svg)
  }

  /// The place of the model at its threshold; nothing where there is none.
  private func threshold(at place: PlotPoint?) -> [LinePlot.Series] {
    guard let place, place.isFinite, let value = content.threshold?.value else { return [] }
    let name = "at the threshold, \(value.rounded(toPlaces: 4))"
    return [.init(name: name, points: [place], mark: .dots)]
  }

  private static let diagonal = [PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1)]
}
