import Registry

/// One entry of the command table: parsing, help, completion and running all come from it.
struct Command: Sendable {
  /// What a command does when it runs.
  ///
  /// It throws any ``ReportableError``; an error of another type is reported as internal.
  typealias Action = @Sendable (Invocation, Console) throws -> ExitCode

  /// The word that is typed: `promote`.
  let name: String
  let group: CommandGroup
  /// One line for the overview: starts with a lowercase verb, no full stop.
  let summary: String
  /// What `--help` adds: paragraphs apart by an empty line; lines that start with a space stay as they are.
  let discussion: String
  let arguments: [Argument]
  /// Its own and the shared options, ``Option/help`` always among them.
  let options: [Option]
  /// What it reads of the environment, beside what stands in for its options.
  let environment: [EnvironmentVariable]
  /// How it can end, in rising order; done, could-not-run and usage are always among them.
  let exitCodes: [ExitCode]
  let examples: [Example]
  let run: Action

  init(
    _ name: String, in group: CommandGroup, summary: String, discussion: String = "",
    arguments: [Argument] = [], options: [Option] = [],
    environment: [EnvironmentVariable] = [], exitCodes: [ExitCode] = [], examples: [Example],
    run: @escaping Action
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options + [.help]
    self.environment = environment
    self.exitCodes = Set([.done, .couldNotRun, .usage] + exitCodes)
      .sorted { $0.rawValue < $1.rawValue }
    self.examples = examples
    self.run = run
  }

  /// As messages name it: `registry promote`.
  var fullName: String { "registry \(name)" }

  /// The option that is spelled so: `--registry` or `-r`.
  func option(spelled spelling: String) -> Option? {
    options.first { $0.spellings.contains(spelling) }
  }
}
