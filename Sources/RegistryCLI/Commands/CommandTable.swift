/// All commands of the program: what can be typed, what helps and what completes.
struct CommandTable: Sendable {
  let commands: [Command]

  init(_ commands: [Command]) { self.commands = commands }

  /// The commands of `registry`, in the order in which the overview shows each group.
  ///
  /// To add one: `static let promote = Command("promote", …)` in an extension of ``Command`` in its
  /// own file `Commands/PromoteCommand.swift`, and one line here.
  static let all = CommandTable([
    .quickstart,
    .train,
    .register,
    .promote,
    .rollback,
    .approve,
    .alias,
    .resolve,
    .lock,
    .list,
    .show,
    .history,
    .verify,
    .doctor,
    .yank,
    .prune,
    .export,
    .importing,
    .predict,
    .help,
    .completions,
  ])

  /// The command of this name.
  ///
  /// - Throws: ``UsageError`` with the name that was probably meant.
  func command(named name: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let suggestion = suggestion(for: name, among: commands.map(\.name))
    throw UsageError(.unknownCommand(name, suggestion: suggestion))
  }

  /// The error for an option that stands before the command's name and must not.
  func unknownOption(_ name: String) -> UsageError {
    let names = ["--help", "--version"] + Option.beforeCommand.map(\.name)
    return UsageError(.unknownOption(name, suggestion: suggestion(for: name, among: names)))
  }
}
