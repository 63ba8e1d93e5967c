/// A value and where it came from.
struct GivenValue: Sendable, Equatable {
  enum Source: Sendable, Equatable {
    case commandLine
    case environment(String)
  }

  let text: String
  let source: Source
}
