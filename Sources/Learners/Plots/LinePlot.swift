/// Lines and dots over two axes, with a grid and a legend.
struct LinePlot {
  /// How the points of a series are drawn.
  enum Mark: Equatable {
    /// A line through them, in the order given.
    case line
    /// The same, thin and grey: what the others are to be compared with.
    case reference
    /// A line with a dot at each.
    case dottedLine
    /// A dot each, light enough to see how many lie together.
    case cloud
    /// One large dot each.
    case dots
  }

  /// Points that belong together.
  struct Series {
    /// What the legend says of them.
    let name: String
    /// Those without a place are left out.
    let points: [PlotPoint]
    var mark: Mark = .line
  }

  /// How far from a point the truth may lie.
  struct Whisker {
    let x: Double
    let lower: Double
    let upper: Double
  }

  let title: String
  let description: String
  let x: PlotAxis
  let y: PlotAxis
  let series: [Series]
  var whiskers: [Whisker] = []

  /// The file.
  var svg: [UInt8] {
    var drawing = SVGDrawing(
      width: Self.width, height: Self.bottom + 66 + Double(series.count) * Self.legendLine,
      title: title, description: description)
    drawGrid(on: &drawing)
    for whisker in whiskers {
      let ends = [whisker.lower, whisker.upper].map { place(PlotPoint(x: whisker.x, y: $0)) }
      drawing.line(ends, color: PlotColor.blue.rawValue, width: 1.5)
    }
    for (index, series) in series.enumerated() {
      let points = series.points.filter(\.isFinite).map(place)
      draw(points, as: series.mark, color: color(index), dashes: dashes(index), on: &drawing)
      drawLegend(index, on: &drawing)
    }
    return drawing.svg
  }

  // MARK: Places

  private static let width = 600.0
  private static let left = 76.0
  private static let right = 576.0
  private static let top = 46.0
  private static let bottom = 446.0
  private static let legendLine = 20.0

  private func place(_ point: PlotPoint) -> PlotPoint {
    PlotPoint(
      x: Self.left + x.share(point.x) * (Self.right - Self.left),
      y: Self.bottom - y.share(point.y) * (Self.bottom - Self.top))
  }

  /// References are grey, so that the colours go to what is measured.
  private func color(_ index: Int) -> String {
    guard series[index].mark != .reference else { return PlotColor.muted }
    let before = series[..<index].count { $0.mark != .reference }
    return PlotColor.inTurn(before).rawValue
  }

  /// Once all colours are used up, lines are dashed.
  private func dashes(_ index: Int) -> String {
    if series[index].mark == .reference { return "5 4" }
    return index < PlotColor.allCases.count ? "" : "9 3"
  }

  // MARK: Drawing

  private func drawGrid(on drawing: inout SVGDrawing) {
    for tick in x.ticks {
      let foot = place(PlotPoint(x: tick.value, y: y.lowest))
      drawing.line([foot, PlotPoint(x: foot.x, y: Self.top)], color: PlotColor.grid)
      drawing.text(
        tick.text, at: PlotPoint(x: foot.x, y: foot.y + 18), anchor: .middle,
        color: PlotColor.muted)
    }
    for tick in y.ticks {
      let foot = place(PlotPoint(x: x.lowest, y: tick.value))
      drawing.line([foot, PlotPoint(x: Self.right, y: foot.y)], color: PlotColor.grid)
      drawing.text(
        tick.text, at: PlotPoint(x: foot.x - 8, y: foot.y + 4), anchor: .end,
        color: PlotColor.muted)
    }
    let corner = PlotPoint(x: Self.left, y: Self.bottom)
    drawing.line(
      [PlotPoint(x: Self.left, y: Self.top), corner, PlotPoint(x: Self.right, y: Self.bottom)],
      color: PlotColor.muted)
    let middle = (x: (Self.left + Self.right) / 2, y: (Self.top + Self.bottom) / 2)
    drawing.text(
      x.label, at: PlotPoint(x: middle.x, y: Self.bottom + 40), size: 13, anchor: .middle)
    drawing.text(
      y.label, at: PlotPoint(x: 20, y: middle.y), size: 13, anchor: .middle, turnedBy: -90)
  }

  private func draw(
    _ points: [PlotPoint], as mark: Mark, color: String, dashes: String,
    on drawing: inout SVGDrawing
  ) {
    switch mark {
    case .line: drawing.line(points, color: color, width: 2.2, dashes: dashes)
    case .reference: drawing.line(points, color: color, width: 1.2, dashes: dashes)
    case .dottedLine:
      drawing.line(points, color: color, width: 2.2, dashes: dashes)
      drawing.dots(points, color: color, width: 8)
    case .cloud: drawing.dots(points, color: color, width: 4, opacity: 0.35)
    case .dots: drawing.dots(points, color: color, width: 11)
    }
  }

  private func drawLegend(_ index: Int, on drawing: inout SVGDrawing) {
    let y = Self.bottom + 62 + Double(index) * Self.legendLine
    let ends = [PlotPoint(x: Self.left, y: y), PlotPoint(x: Self.left + 26, y: y)]
    let mark = series[index].mark
    let isDots = mark == .cloud || mark == .dots
    let sample = isDots ? [PlotPoint(x: Self.left + 13, y: y)] : ends
    draw(
      sample, as: mark == .cloud ? .dots : mark == .dottedLine ? .line : mark,
      color: color(index), dashes: dashes(index), on: &drawing)
    drawing.text(series[index].name, at: PlotPoint(x: Self.left + 36, y: y + 4))
  }
}
