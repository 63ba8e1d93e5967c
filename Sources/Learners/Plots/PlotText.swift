internal import Registry

/// Text from data as a plot can show it.
enum PlotText {
  /// A name cut to so many narrow letters; wide ones count twice.
  ///
  /// What could act on a reader (control characters, marks that turn the direction of what follows) is
  /// spelled out, and a name of nothing says so.
  static func fitted(_ name: String, to width: Int) -> String {
    guard name.contains(where: { !$0.isWhitespace }) else { return "(blank)" }
    let text = shown(name)
    var room = width
    let fitting = text.prefix { character in
      room -= character.isASCII ? 1 : 2
      return room >= 0
    }
    return room >= 0 ? text : fitting.dropLast() + "…"
  }

  /// Text as XML spells it, in an element or an attribute.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // XML has no spelling for these at all.
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
