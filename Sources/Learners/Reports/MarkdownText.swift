internal import Registry

/// Text from data as Markdown can hold it: it ends neither the cell nor the line, and formats nothing.
enum MarkdownText {
  /// A name in a code span, cut where it is long.
  static func code(_ name: String, longest: Int = 80) -> String {
    guard name.contains(where: { !$0.isWhitespace }) else { return "(blank)" }
    // One character can hold any number of combining marks.
    let text = name.prefix(longest).map { String($0.unicodeScalars.prefix(8)) }.joined()
    return "`\(harmless(text))\(name.dropFirst(longest).isEmpty ? "" : "…")`"
  }

  /// A sentence that may quote names.
  static func plain(_ text: String) -> String {
    harmless(text).unicodeScalars.map { scalar in
      special.contains(scalar) ? "\\\(scalar)" : String(scalar)
    }.joined()
  }

  /// What means something between words or in front of them.
  private static let special = Set("\\*_[]<>#!~&$".unicodeScalars)

  /// Without what ends a cell, a code span or a line, or turns the direction of what follows.
  private static func harmless(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        isHarmful(scalar) ? Character("?") : Character(scalar)
      })
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar == "|" || scalar == "`"
    }
  }
}
