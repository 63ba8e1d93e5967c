/// The value that an option takes.
struct OptionValue: Sendable {
  /// How `--help` names it, in capitals: `NAME`.
  let placeholder: String
  let kind: ValueKind
  let defaultValue: DefaultValue?
  /// The environment variable that is read when the option is not given; empty counts as unset.
  let environment: String?
  let isRequired: Bool
  /// Whether the option may be given several times.
  let isRepeatable: Bool
}
