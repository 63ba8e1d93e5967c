internal import Registry

/// A picture in SVG, built shape by shape: the same shapes give the same bytes.
///
/// It has its own light background, so that it reads on light and dark pages, and holds no script, no
/// style sheet and nothing that is loaded from elsewhere. Lengths are in pixels, from the top left.
struct SVGDrawing {
  private let width: Double
  private let height: Double
  private let title: String
  private let description: String
  private var shapes: [String] = []

  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels.
  ///   - title: What the picture shows, for who does not see it; also the headline.
  ///   - description: What can be seen, in a sentence.
  init(width: Double, height: Double, title: String, description: String) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
    text(title, at: PlotPoint(x: width / 2, y: 26), size: 15, anchor: .middle, isBold: true)
  }

  /// The file.
  var svg: [UInt8] {
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) "
          + "viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\" "
          + "aria-labelledby=\"title desc\" "
          + "font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\">",
        "<title id=\"title\">\(PlotText.escaped(title))</title>",
        "<desc id=\"desc\">\(PlotText.escaped(description))</desc>",
        "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(PlotColor.background)\"/>",
      ] + shapes + ["</svg>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Which end of a text stands at its point.
  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(
    _ text: String, at point: PlotPoint, size: Double = 12, anchor: Anchor = .start,
    color: String = PlotColor.text, isBold: Bool = false, turnedBy degrees: Double = 0
  ) {
    let (x, y) = (number(point.x), number(point.y))
    let weight = isBold ? " font-weight=\"600\"" : ""
    let turn = degrees == 0 ? "" : " transform=\"rotate(\(number(degrees)) \(x) \(y))\""
    shapes.append(
      "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(number(size))\" fill=\"\(color)\" "
        + "text-anchor=\"\(anchor.rawValue)\"\(weight)\(turn)>\(PlotText.escaped(text))</text>")
  }

  mutating func rectangle(
    from corner: PlotPoint, width: Double, height: Double, fill: String, opacity: Double = 1
  ) {
    shapes.append(
      "<rect x=\"\(number(corner.x))\" y=\"\(number(corner.y))\" width=\"\(number(width))\" "
        + "height=\"\(number(height))\" fill=\"\(fill)\"\(self.opacity(opacity))/>")
  }

  /// A line through points, thinned to what can be seen.
  mutating func line(
    _ points: [PlotPoint], color: String, width: Double = 1, dashes: String = ""
  ) {
    guard points.count > 1 else { return }
    let dashing = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    let path = LineThinning.thinned(points).map { "\(number($0.x)),\(number($0.y))" }
    shapes.append(
      "<polyline points=\"\(path.joined(separator: " "))\" fill=\"none\" stroke=\"\(color)\" "
        + "stroke-width=\"\(number(width))\" stroke-linejoin=\"round\"\(dashing)/>")
  }

  /// Dots: lines without length, whose round ends remain.
  mutating func dots(_ points: [PlotPoint], color: String, width: Double, opacity: Double = 1) {
    // The dots of one shape do not darken each other, those of several do.
    for first in stride(from: 0, to: points.count, by: 25) {
      let path = points[first...].prefix(25).map { "M\(number($0.x)),\(number($0.y))h0" }.joined()
      shapes.append(
        "<path d=\"\(path)\" stroke=\"\(color)\" stroke-width=\"\(number(width))\" "
          + "stroke-linecap=\"round\"\(self.opacity(opacity))/>")
    }
  }

  private func opacity(_ value: Double) -> String {
    value == 1 ? "" : " opacity=\"\(value.rounded(toPlaces: 2))\""
  }

  /// A length to a tenth of a pixel.
  private func number(_ value: Double) -> String {
    let text = value.rounded(toPlaces: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
