extension String {
  /// The text with everything made visible that would steer a terminal or hide in it.
  ///
  /// Line breaks and tabs become `\n`, `\r` and `\t`; other control characters (C0, DEL, C1), marks
  /// that turn the direction of writing, and characters without a width (zero-width spaces and
  /// joiners, tags, fillers) become their code: `\u{1B}`, `\u{202E}`. Combining marks and the
  /// variation selectors 15 and 16, which only choose between text and emoji, stay.
  var escapedForTerminal: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.needsEscape {
        result += scalar.escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// How many cells a terminal fills with the text, once it is escaped.
  var cellCount: Int {
    let count = utf8.count
    // A cell for each character of ASCII.
    return utf8.allSatisfy { $0 < 0x80 } ? count : unicodeScalars.reduce(0) { $0 + $1.cellCount }
  }

  /// The text with spaces after it, so that it fills at least `cells`.
  func padded(to cells: Int) -> String {
    self + String(repeating: " ", count: max(0, cells - cellCount))
  }

  /// The text with spaces before it, so that it fills at least `cells`.
  func paddedLeft(to cells: Int) -> String {
    String(repeating: " ", count: max(0, cells - cellCount)) + self
  }
}

extension Unicode.Scalar {
  fileprivate var needsEscape: Bool {
    if value >= 0x20 && value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint && value != 0xFE0E && value != 0xFE0F
    }
  }

  fileprivate var escape: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }

  /// 2 for East Asian wide characters and emoji, 0 for marks that combine, else 1.
  fileprivate var cellCount: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide || properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// The blocks that Unicode's EastAsianWidth.txt has as W or F, without the single emoji.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
