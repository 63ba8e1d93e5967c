/// What a value is, as far as parsing and shell completion need to know.
enum ValueKind: Sendable, Equatable {
  /// Any text; the only kind that may be empty.
  case text
  /// A path to a file.
  case file
  /// A path to a directory.
  case directory
  /// A registered version; completes with those that `registry list --names-only` prints.
  case version
  /// The name of a command of this program.
  case command
  /// One of a few words; anything else is refused.
  case oneOf([String])
}
