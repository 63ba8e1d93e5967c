import Testing

@testable import RegistryCLI

@Suite struct `Text for a terminal` {
  @Test(arguments: [
    ("plain v1.2.0", "plain v1.2.0"), ("São Paulo, 東京, ❤️", "São Paulo, 東京, ❤️"),
    ("e\u{301}", "e\u{301}"), ("", ""), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\r\n", "\\r\\n"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"), ("\0\u{7F}", "\\u{0}\\u{7F}"), ("\u{9B}2J", "\\u{9B}2J"),
    ("a\u{202E}b\u{2066}", "a\\u{202E}b\\u{2066}"), ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"),
    ("\u{2028}\u{2029}\u{85}", "\\u{2028}\\u{2029}\\u{85}"), ("\u{E0041}", "\\u{E0041}"),
    ("\u{3164}\u{AD}\u{61C}", "\\u{3164}\\u{AD}\\u{61C}"), ("v1\u{FE00}", "v1\\u{FE00}"),
  ])
  func `shows what would steer or hide`(text: String, escaped: String) {
    #expect(Array(text.escapedForTerminal.utf8) == Array(escaped.utf8))
  }

  @Test func `holds no control character, whatever it is made of`() {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
      .filter { [.control, .format].contains($0.properties.generalCategory) }
    let text = String(String.UnicodeScalarView(all)).escapedForTerminal
    #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("São", 3), ("Sa\u{303}o", 3), ("東京", 4), ("ｱ", 1), ("한국", 4), ("✅", 2),
    ("😀", 2), ("→", 1),
  ])
  func `fills so many cells`(text: String, cells: Int) {
    #expect(text.cellCount == cells)
  }

  @Test func `is padded by cells`() {
    #expect("東".padded(to: 4) == "東  ")
    #expect("東".paddedLeft(to: 4) == "  東")
    #expect("long".padded(to: 2) == "long")
  }
}
