/// A number with its noun: `1 version`, `2 versions`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// At most eight names of many, in quotes.
package func listed(_ names: [String]) -> String {
  let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
  return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
}
