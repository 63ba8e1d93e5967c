internal import Registry

/// Named bars that reach from zero to a value, with whiskers for how sure the value is.
struct BarPlot {
  struct Bar {
    /// Cut where it is long.
    let name: String
    /// A bar without a finite value is left out.
    let value: Double
    /// How far the whisker reaches to each side; nothing is drawn for `nil`.
    var deviation: Double?
  }

  let title: String
  let description: String
  /// What the values measure.
  let label: String
  /// From the top.
  let bars: [Bar]

  /// The file.
  var svg: [UInt8] {
    let bars = bars.filter { $0.value.isFinite }
    let bottom = Self.top + Double(bars.count) * Self.line + 6
    var drawing = SVGDrawing(
      width: Self.width, height: bottom + 56, title: title, description: description)
    let axis = axis(bars)
    drawGrid(axis, to: bottom, on: &drawing)
    for (index, bar) in bars.enumerated() {
      draw(bar, at: Self.top + (Double(index) + 0.5) * Self.line, axis: axis, on: &drawing)
    }
    let zero = place(0, axis)
    drawing.line(
      [PlotPoint(x: zero, y: Self.top - 4), PlotPoint(x: zero, y: bottom)], color: PlotColor.muted)
    return drawing.svg
  }

  // MARK: Places

  private static let width = 720.0
  private static let left = 250.0
  private static let right = 640.0
  private static let top = 50.0
  private static let line = 26.0

  /// From zero to the farthest end of a whisker.
  private func axis(_ bars: [Bar]) -> PlotAxis {
    let ends = bars.flatMap { [$0.value - ($0.deviation ?? 0), $0.value + ($0.deviation ?? 0)] }
    return PlotAxis(label, covering: ends + [0], margin: 0.02)
  }

  private func place(_ value: Double, _ axis: PlotAxis) -> Double {
    Self.left + axis.share(value) * (Self.right - Self.left)
  }

  // MARK: Drawing

  private func drawGrid(_ axis: PlotAxis, to bottom: Double, on drawing: inout SVGDrawing) {
    for tick in axis.ticks {
      let x = place(tick.value, axis)
      drawing.line(
        [PlotPoint(x: x, y: Self.top - 4), PlotPoint(x: x, y: bottom)], color: PlotColor.grid)
      drawing.text(
        tick.text, at: PlotPoint(x: x, y: bottom + 18), anchor: .middle, color: PlotColor.muted)
    }
    drawing.text(
      label, at: PlotPoint(x: (Self.left + Self.right) / 2, y: bottom + 42), size: 13,
      anchor: .middle)
  }

  private func draw(_ bar: Bar, at y: Double, axis: PlotAxis, on drawing: inout SVGDrawing) {
    let (zero, end) = (place(0, axis), place(bar.value, axis))
    let color: PlotColor = bar.value < 0 ? .vermilion : .blue
    drawing.text(
      PlotText.fitted(bar.name, to: 30), at: PlotPoint(x: Self.left - 10, y: y + 4), anchor: .end)
    drawing.rectangle(
      from: PlotPoint(x: min(zero, end), y: y - 8), width: abs(end - zero), height: 16,
      fill: color.rawValue, opacity: 0.85)
    if let deviation = bar.deviation, deviation.isFinite {
      draw(whiskerFrom: bar.value - deviation, to: bar.value + deviation, at: y, axis, on: &drawing)
    }
    drawing.text(
      bar.value.rounded(toPlaces: 4), at: PlotPoint(x: Self.right + 8, y: y + 4),
      color: PlotColor.muted)
  }

  private func draw(
    whiskerFrom lower: Double, to upper: Double, at y: Double, _ axis: PlotAxis,
    on drawing: inout SVGDrawing
  ) {
    let ends = [place(lower, axis), place(upper, axis)]
    drawing.line(ends.map { PlotPoint(x: $0, y: y) }, color: PlotColor.text, width: 1.4)
    for end in ends {
      drawing.line(
        [PlotPoint(x: end, y: y - 4), PlotPoint(x: end, y: y + 4)], color: PlotColor.text,
        width: 1.4)
    }
  }
}
