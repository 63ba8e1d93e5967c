/// A value that is known by its position: `registry show VERSION`.
struct Argument: Sendable {
  /// How `--help` names it, in capitals: `VERSION`. Accessors find the argument by it.
  let name: String
  let kind: ValueKind
  /// One line for `--help`: lowercase start, no full stop.
  let help: String
  let isOptional: Bool
  /// Whether it takes all words that are left; only the last argument may.
  let isRepeating: Bool

  init(
    _ name: String, _ kind: ValueKind = .text, help: String, isOptional: Bool = false,
    isRepeating: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.help = help
    self.isOptional = isOptional
    self.isRepeating = isRepeating
  }

  /// How a usage line writes it: `VERSION`, `[VERSION]`, `FILE ...`, `[FILE ...]`.
  var usage: String {
    let word = isRepeating ? "\(name) ..." : name
    return isOptional ? "[\(word)]" : word
  }
}
