/// What holds when an option is not given.
enum DefaultValue: Sendable, Equatable {
  /// This text, exactly as if it had been typed.
  case value(String)
  /// Something that is only known when the command runs; the text describes it in `--help`.
  case described(String)

  /// What `--help` shows.
  var text: String {
    switch self {
    case .value(let text), .described(let text): text
    }
  }
}
