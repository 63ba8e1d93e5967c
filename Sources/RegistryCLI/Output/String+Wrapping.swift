extension String {
  /// The lines of the text at a width in cells.
  ///
  /// Line breaks stay; a line that starts with a space is kept as it is (commands, lists). A word
  /// that is wider than the width gets a line of its own.
  func wrapped(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.isEmpty || line.hasPrefix(" ") ? [String(line)] : Self.wrap(line, to: width)
    }
  }

  private static func wrap(_ line: Substring, to width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if current.isEmpty {
        current = String(word)
      } else if current.cellCount + 1 + String(word).cellCount <= width {
        current += " \(word)"
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return lines + [current]
  }
}
