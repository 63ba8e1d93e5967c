/// Colours that people with any colour vision tell apart, and that show on the plots' own background.
///
/// Source: Okabe and Ito (2008), *Color Universal Design*, without the yellow, which is too bright.
enum PlotColor: String, CaseIterable {
  case blue = "#0072b2"
  case vermilion = "#d55e00"
  case green = "#009e73"
  case purple = "#cc79a7"
  case orange = "#e69f00"
  case sky = "#56b4e9"

  static let text = "#24292f"
  static let muted = "#57606a"
  static let grid = "#e3e6ea"
  static let background = "#ffffff"

  /// One colour after the other, from the first again when all are used up.
  static func inTurn(_ index: Int) -> PlotColor { allCases[index % allCases.count] }

  /// From white (0) to blue (1), for a field of a table.
  static func shade(_ share: Double) -> String {
    let blue = [0, 114, 178]
    let parts = blue.map { 255 - Int((Double(255 - $0) * min(1, max(0, share))).rounded()) }
    return "rgb(\(parts[0]),\(parts[1]),\(parts[2]))"
  }
}
