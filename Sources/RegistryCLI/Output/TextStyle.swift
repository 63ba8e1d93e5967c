/// Colour and weight, where a terminal shows them; else text as it is.
struct TextStyle: Sendable {
  enum Look: String, Sendable {
    case bold = "1"
    case boldRed = "1;31"
    case boldYellow = "1;33"
  }

  let isOn: Bool

  /// No colour, no weight.
  static let plain = TextStyle(isOn: false)

  /// On for a terminal that can, unless `NO_COLOR` is set to anything but nothing (no-color.org).
  init(isTerminal: Bool, environment: (String) -> String?) {
    let terminal = environment("TERM") ?? "dumb"
    let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    isOn = isTerminal && !isRefused && terminal != "dumb"
  }

  private init(isOn: Bool) { self.isOn = isOn }

  func callAsFunction(_ look: Look, _ text: String) -> String {
    isOn ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
  }
}
