/// Text from a file as a message can show it: cut to 40 characters, control characters escaped.
package func shown(_ text: String) -> String {
  var result = ""
  for character in text.prefix(40) {
    // One character can hold any number of combining marks.
    for scalar in character.unicodeScalars.prefix(8) {
      result += isEscaped(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
    }
  }
  return text.dropFirst(40).isEmpty ? result : result + "…"
}

/// Whether a scalar could act on a terminal or change how the rest of a line reads.
private func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
