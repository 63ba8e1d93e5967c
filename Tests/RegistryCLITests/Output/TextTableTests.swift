import Testing

@testable import RegistryCLI

@Suite struct `A table` {
  @Test func `aligns its columns in cells and escapes its cells`() {
    var table = TextTable([.init("VERSION"), .init("SIZE", .right), .init("NOTE")])
    table.add(["v1.2.0", "654612", "first"])
    table.add(["v10.0.0-rc.1", "9", "東京\u{1B}[2J"])
    table.add(["v2", "", ""])
    #expect(
      table.text() == """
        VERSION         SIZE  NOTE
        v1.2.0        654612  first
        v10.0.0-rc.1       9  東京\\u{1B}[2J
        v2

        """)
  }

  @Test func `without rows is its heading`() {
    #expect(TextTable([.init("A"), .init("B")]).text() == "A  B\n")
  }

  @Test func `has a bold heading on a terminal`() {
    let style = TextStyle(isTerminal: true) { _ in "xterm" }
    let noColour = TextStyle(isTerminal: true) { $0 == "TERM" ? "xterm" : nil }
    #expect(style.isOn == false)
    #expect(TextTable([.init("A")]).text(style: noColour) == "\u{1B}[1mA\u{1B}[0m\n")
  }
}
