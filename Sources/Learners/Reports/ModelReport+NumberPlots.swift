extension ModelReport {
  func regressionPlots(_ predicted: [Double], _ actual: [Double]) -> [Plot] {
    // Every so many-th row: more dots than this are one spot.
    let step = max(1, (predicted.count + Self.mostDots - 1) / Self.mostDots)
    let rows = stride(from: 0, to: predicted.count, by: step).map {
      (predicted: predicted[$0], actual: actual[$0])
    }
    let sample = step == 1 ? "" : " One of \(step) test rows is shown."
    return [predictedPlot(rows, sample), residualPlot(rows, sample)]
  }

  private static let mostDots = 2500

  private func predictedPlot(
    _ rows: [(predicted: Double, actual: Double)], _ sample: String
  ) -> Plot {
    let title = "Predicted and actual on test rows"
    let caption =
      "Each dot is a row. On the dashed line the prediction is right, above it too high." + sample
    // One range for both, so that the line of what is right is the diagonal.
    let axis = { PlotAxis($0, covering: rows.flatMap { [$0.predicted, $0.actual] }) }
    let ends = [axis("").lowest, axis("").highest].map { PlotPoint(x: $0, y: $0) }
    let plot = LinePlot(
      title: title, description: caption, x: axis("actual"), y: axis("predicted"),
      series: [
        .init(
          name: "test rows", points: rows.map { PlotPoint(x: $0.actual, y: $0.predicted) },
          mark: .cloud),
        .init(name: "predicted as it is", points: ends, mark: .reference),
      ])
    return Plot(
      kind: .outcome, name: "predicted_actual", alternative: title, caption: caption,
      svg: plot.svg)
  }

  private func residualPlot(
    _ rows: [(predicted: Double, actual: Double)], _ sample: String
  ) -> Plot {
    let title = "Residuals on test rows"
    let caption =
      "How far each row lies from its prediction. A slope, a bend or a funnel says that the model "
      + "misses something." + sample
    let points = rows.map { PlotPoint(x: $0.predicted, y: $0.actual - $0.predicted) }
    let x = PlotAxis("predicted", covering: points.map(\.x))
    let zero = [x.lowest, x.highest].map { PlotPoint(x: $0, y: 0) }
    let plot = LinePlot(
      title: title, description: caption, x: x,
      y: PlotAxis("actual less predicted", covering: points.map(\.y) + [0]),
      series: [
        .init(name: "test rows", points: points, mark: .cloud),
        .init(name: "no error", points: zero, mark: .reference),
      ])
    return Plot(
      kind: .outcome, name: "residuals", alternative: title, caption: caption, svg: plot.svg)
  }
}
