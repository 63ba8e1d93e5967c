/// A point of a plot, in the units of its axes.
struct PlotPoint: Sendable, Equatable {
  let x: Double
  let y: Double

  /// Whether it has a place on a plot.
  var isFinite: Bool { x.isFinite && y.isFinite }
}
