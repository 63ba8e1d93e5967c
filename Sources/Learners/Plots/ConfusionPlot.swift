internal import Registry

/// How many rows of each class were predicted as which: a square of fields, darker where more of a
/// line's rows stand.
struct ConfusionPlot {
  let title: String
  let description: String
  /// A name for each line, and for the column of the same place.
  let classes: [String]
  /// A line for each class, with a count for each prediction.
  let counts: [[Int]]

  /// The file.
  var svg: [UInt8] {
    let side = Double(classes.count) * field
    var drawing = SVGDrawing(
      width: max(360, Self.left + side + max(24, headLength * 0.7)),
      height: top + side + 24, title: title, description: description)
    for (line, name) in classes.enumerated() {
      draw(name, ofLine: line, on: &drawing)
      let total = counts[line].reduce(0, +)
      for (column, count) in counts[line].enumerated() {
        let share = total > 0 ? Double(count) / Double(total) : 0
        draw(count, share, line: line, column: column, on: &drawing)
      }
    }
    let middle = side / 2
    drawing.text(
      "predicted", at: PlotPoint(x: Self.left + middle, y: 50), size: 13, anchor: .middle,
      color: PlotColor.muted)
    drawing.text(
      "actual", at: PlotPoint(x: 22, y: top + middle), size: 13, anchor: .middle,
      color: PlotColor.muted, turnedBy: -90)
    return drawing.svg
  }

  // MARK: Places

  private static let left = 190.0

  /// A few classes have large fields with words above, many have small ones with words aslant.
  private var isSmall: Bool { classes.count > 4 }
  private var field: Double { isSmall ? 44 : 110 }
  private var headLength: Double { isSmall ? 150 : 0 }
  private var top: Double { isSmall ? 64 + headLength * 0.75 : 84 }

  // MARK: Drawing

  private func draw(_ name: String, ofLine line: Int, on drawing: inout SVGDrawing) {
    let middle = (Double(line) + 0.5) * field
    drawing.text(
      PlotText.fitted(name, to: 22), at: PlotPoint(x: Self.left - 10, y: top + middle + 4),
      anchor: .end)
    let head = PlotPoint(x: Self.left + middle, y: top - 9)
    if isSmall {
      drawing.text(PlotText.fitted(name, to: 22), at: head, turnedBy: -45)
    } else {
      drawing.text(PlotText.fitted(name, to: 15), at: head, anchor: .middle)
    }
  }

  private func draw(
    _ count: Int, _ share: Double, line: Int, column: Int, on drawing: inout SVGDrawing
  ) {
    let corner = PlotPoint(x: Self.left + Double(column) * field, y: top + Double(line) * field)
    drawing.rectangle(
      from: PlotPoint(x: corner.x + 1, y: corner.y + 1), width: field - 2, height: field - 2,
      fill: PlotColor.shade(0.05 + 0.95 * share))
    let color = share > 0.5 ? PlotColor.background : PlotColor.text
    let x = corner.x + field / 2
    let y = corner.y + field / 2
    drawing.text(
      Self.short(count, isSmall), at: PlotPoint(x: x, y: y + (isSmall ? 4 : -2)),
      size: isSmall ? 12 : 18, anchor: .middle, color: color)
    guard !isSmall else { return }
    drawing.text(
      "\((share * 100).rounded(toPlaces: 1)) %", at: PlotPoint(x: x, y: y + 20), anchor: .middle,
      color: color)
  }

  /// A count that fits a field: the exact one stands in the report's table.
  private static func short(_ count: Int, _ isSmall: Bool) -> String {
    let most = isSmall ? 99_999 : 99_999_999
    guard count > most else { return "\(count)" }
    return count < 10_000_000 ? "\(count / 1000)k" : "\(count / 1_000_000)M"
  }
}
