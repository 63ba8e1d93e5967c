import Testing

@testable import RegistryCLI

@Suite struct `Colour` {
  struct Example: Sendable {
    let isTerminal: Bool
    let environment: [String: String]
    let isOn: Bool
  }

  @Test(arguments: [
    Example(isTerminal: true, environment: ["TERM": "xterm"], isOn: true),
    Example(isTerminal: true, environment: ["TERM": "xterm", "NO_COLOR": ""], isOn: true),
    Example(isTerminal: true, environment: ["TERM": "xterm", "NO_COLOR": "0"], isOn: false),
    Example(isTerminal: true, environment: ["TERM": "dumb"], isOn: false),
    Example(isTerminal: true, environment: [:], isOn: false),
    Example(isTerminal: false, environment: ["TERM": "xterm"], isOn: false),
  ])
  func `is for terminals that can show it and people who want it`(example: Example) {
    let style = TextStyle(isTerminal: example.isTerminal) { example.environment[$0] }
    #expect(style.isOn == example.isOn)
    #expect(style(.bold, "a") == (example.isOn ? "\u{1B}[1ma\u{1B}[0m" : "a"))
  }
}
