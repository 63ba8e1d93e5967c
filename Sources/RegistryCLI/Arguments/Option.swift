/// A named choice on the command line: `--version v1.2.0`, `--json`.
struct Option: Sendable {
  /// The long name with its dashes: `--version`. Accessors find the option by it.
  let name: String
  /// The one-letter name without its dash.
  let short: Character?
  /// One line for `--help`: lowercase start, no full stop.
  let help: String
  /// The value it takes; `nil` for a flag, which is given or not.
  let value: OptionValue?

  /// An option that is given or not.
  static func flag(_ name: String, short: Character? = nil, help: String) -> Option {
    Option(name: name, short: short, help: help, value: nil)
  }

  /// An option that takes a value.
  static func value(
    _ name: String, short: Character? = nil, _ placeholder: String, _ kind: ValueKind = .text,
    help: String, default defaultValue: DefaultValue? = nil, environment: String? = nil,
    isRequired: Bool = false, isRepeatable: Bool = false
  ) -> Option {
    let value = OptionValue(
      placeholder: placeholder, kind: kind, defaultValue: defaultValue, environment: environment,
      isRequired: isRequired, isRepeatable: isRepeatable)
    return Option(name: name, short: short, help: help, value: value)
  }

  /// Every way to write it, long name first: `["--registry", "-r"]`.
  var spellings: [String] {
    guard let short else { return [name] }
    return [name, "-\(short)"]
  }
}
