internal import Registry

extension ModelReport {
  func binaryPlots(_ classes: [String], _ probabilities: [Double], _ labels: [Int]) -> [Plot] {
    // Without both labels among the test rows there is no curve.
    guard let ranked = try? RankedLabels(checking: probabilities, labels: labels) else { return [] }
    return [
      rocPlot([("", ranked)]), precisionRecallPlot(ranked),
      calibrationPlot(CalibrationBin.bins(of: probabilities, labels: labels)),
    ]
  }

  func multiclassPlots(_ classes: [String], _ probabilities: [Double], _ labels: [Int]) -> [Plot] {
    let ranked = frequentClasses(atMost: Self.mostCurves).compactMap {
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

  private func rocPlot(_ curves: [(name: String, labels: RankedLabels)]) -> Plot {
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
    series += atThreshold { PlotPoint(x: $0.falsePositiveRate, y: $0.recall) }
    let plot = LinePlot(
      title: title, description: caption, x: .share("false positive rate"),
      y: .share("true positive rate (recall)"), series: series)
    return Plot(kind: .outcome, name: "roc", alternative: title, caption: caption, svg: plot.svg)
  }

  private func precisionRecallPlot(_ ranked: RankedLabels) -> Plot {
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
      ] + atThreshold { PlotPoint(x: $0.recall, y: $0.precision) })
    return Plot(
      kind: .outcome, name: "precision_recall", alternative: title, caption: caption,
      svg: plot.svg)
  }

  private func calibrationPlot(_ bins: [CalibrationBin]) -> Plot {
    let title = "Calibration on test rows"
    let caption =
      "Of the rows that were given about the same probability, the share that is positive. On "
      + "the dashed line, probabilities can be taken at their word. Upright lines are 95 % "
      + "intervals, bars say where the rows are."
    let most = Double(bins.map(\.count).max() ?? 1)
    var plot = LinePlot(
      title: title, description: caption, x: .share("mean probability"),
      y: .share("share of positive rows"),
      series: [
        .init(
          name: "the model, with 95 % intervals",
          points: bins.map { PlotPoint(x: $0.meanProbability, y: $0.positiveShare) },
          mark: .dottedLine),
        .init(name: "perfect", points: Self.diagonal, mark: .reference),
      ])
    plot.whiskers = bins.compactMap { bin in
      guard let share = try? Proportion(bin.positives, of: bin.count) else { return nil }
      let interval = share.interval()
      return .init(x: bin.meanProbability, lower: interval.lower, upper: interval.upper)
    }
    plot.bars = bins.map { bin in
      (from: bin.lowerEdge, to: bin.upperEdge, height: Double(bin.count) / most)
    }
    return Plot(
      kind: .outcome, name: "calibration", alternative: title, caption: caption, svg: plot.svg)
  }

  /// Where on a curve the model stands at its threshold; nothing for several classes.
  private func atThreshold(
    _ place: (_ confusion: ConfusionMatrix) -> PlotPoint
  ) -> [LinePlot.Series] {
    guard case .binary(_, let probabilities, let labels) = content.outcome,
      let threshold = content.threshold?.value,
      let confusion = try? ConfusionMatrix(
        labels: labels, predicted: probabilities.map { $0 >= threshold ? 1 : 0 })
    else { return [] }
    let name = "at the threshold, \(threshold.rounded(toPlaces: 4))"
    return [.init(name: name, points: [place(confusion)], mark: .dots)]
  }

  private static let diagonal = [PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1)]
}

extension ConfusionMatrix {
  /// The share of rows labelled 0 that were predicted 1.
  fileprivate var falsePositiveRate: Double {
    Double(falsePositives) / Double(falsePositives + trueNegatives)
  }
}
