internal import Registry

extension ModelReport {
  /// A picture with what a reader should see in it.
  struct Plot {
    /// Where in the report it stands.
    enum Kind {
      /// Below how wrong the model is.
      case outcome
      /// Below how it was fitted.
      case fitting
      /// Below what it rests on.
      case weights
    }

    let kind: Kind
    /// The name of the file, without its extension.
    let name: String
    /// What is shown, for who does not see it.
    let alternative: String
    /// How to read it, in a sentence or two.
    let caption: String
    let svg: [UInt8]

    /// The name in `artifacts/`, which is how the report names it, too.
    var path: String { "\(ArtifactKind.reportPlots.sourceName)/\(name).svg" }

    var markdown: String { "![\(alternative)](\(path))\n\n\(caption)" }
  }

  /// The pictures that fit the task, in the order of the report.
  var plots: [Plot] {
    let confusion = confusion
    let outcome: [Plot]
    switch content.outcome {
    case .binary(_, let probabilities, let labels):
      outcome = binaryPlots(probabilities, labels, confusion)
    case .multiclass(let classes, let probabilities, let labels):
      outcome = multiclassPlots(classes, probabilities, labels, confusion)
    case .regression(let predicted, let actual):
      outcome = regressionPlots(predicted, actual)
    }
    return outcome + [confusion.map { plot($0.forPage) }, lossPlot, weightPlot].compactMap(\.self)
  }

  private func plot(_ confusion: Confusion) -> Plot {
    let title = "Confusion matrix on test rows"
    let caption =
      "Each line is what the rows are, each column what the model said; the darker a field, the "
      + "more of its line. The darker the diagonal, the better."
      + (confusion.isMerged ? " The classes with the fewest rows are counted as one." : "")
    return Plot(
      kind: .outcome, name: "confusion_matrix", alternative: title, caption: caption,
      svg: ConfusionPlot(
        title: title, description: caption, classes: confusion.classes, counts: confusion.counts
      ).svg)
  }

  private var lossPlot: Plot? {
    let losses = content.losses
    let all = [("training rows", losses.training), ("validation rows", losses.validation)]
    let series = all.filter { !$0.1.isEmpty }.map { name, values in
      LinePlot.Series(
        name: "loss on \(name)",
        points: values.enumerated().map { PlotPoint(x: Double($0 + 1), y: $1) })
    }
    guard let longest = series.map(\.points.count).max() else { return nil }
    let title = "Loss after each iteration"
    let caption =
      "Where the loss on validation rows stops falling, more iterations only learn the training "
      + "rows by heart."
    let plot = LinePlot(
      title: title, description: caption,
      x: PlotAxis("iteration", covering: [1, Double(longest)], margin: 0),
      y: PlotAxis("loss", covering: series.flatMap { $0.points.map(\.y) }), series: series)
    return Plot(
      kind: .fitting, name: "loss", alternative: title, caption: caption, svg: plot.svg)
  }

  private var weightPlot: Plot? {
    guard let heaviest, let kind = content.weights?.kind else { return nil }
    let isVarying = heaviest.contains { $0.deviation != nil }
    let caption = isVarying ? "The whiskers reach one standard deviation to each side." : ""
    let plot = BarPlot(
      title: kind.title, description: "The numbers stand in the table below.",
      label: kind.columns.value.lowercased(),
      bars: heaviest.map { .init(name: $0.name, value: $0.value, deviation: $0.deviation) })
    return Plot(
      kind: .weights, name: "weights", alternative: kind.title, caption: caption, svg: plot.svg)
  }
}
