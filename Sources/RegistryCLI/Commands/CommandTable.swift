/// All commands of the program: what can be typed, what helps and what completes.
///
/// Each is made when it is asked for: a deploy script that runs one command waits for one.
struct CommandTable: Sendable {
  private let rows: [(name: String, make: @Sendable () -> Command)]

  /// Every command, in the order in which the overview shows each group.
  var commands: [Command] { rows.map { $0.make() } }

  /// Commands that are made already.
  init(_ commands: [Command]) {
    rows = commands.map { command in (command.name, { command }) }
  }

  private init(rows: [(name: String, make: @Sendable () -> Command)]) { self.rows = rows }

  /// The commands of `registry`.
  ///
  /// To add one: `static let promote = Command("promote", …)` in an extension of ``Command`` in its
  /// own file `Commands/PromoteCommand.swift`, and one line here.
  static let all = CommandTable(rows: [
    ("quickstart", { .quickstart }),
    ("train", { .train }),
    ("convert", { .convert }),
    ("golden", { .golden }),
    ("next", { .next }),
    ("register", { .register }),
    ("retrain", { .retrain }),
    ("promote", { .promote }),
    ("rollback", { .rollback }),
    ("gate", { .gate }),
    ("approve", { .approve }),
    ("alias", { .alias }),
    ("resolve", { .resolve }),
    ("lock", { .lock }),
    ("list", { .list }),
    ("show", { .show }),
    ("why", { .why }),
    ("diff", { .diff }),
    ("runs", { .runs }),
    ("lint", { .lint }),
    ("inspect", { .inspect }),
    ("scan", { .scan }),
    ("history", { .history }),
    ("verify", { .verify }),
    ("doctor", { .doctor }),
    ("yank", { .yank }),
    ("prune", { .prune }),
    ("export", { .export }),
    ("import", { .importing }),
    ("predict", { .predict }),
    ("help", { .help }),
    ("completions", { .completions }),
  ])

  /// The names that can be typed.
  private var names: [String] { rows.map(\.name) }

  /// The command of this name.
  ///
  /// - Throws: ``UsageError`` with the name that was probably meant.
  func command(named name: String) throws(UsageError) -> Command {
    if let row = rows.first(where: { $0.name == name }) { return row.make() }
    let suggestion = suggestion(for: name, among: names)
    throw UsageError(.unknownCommand(name, suggestion: suggestion))
  }

  /// The error for an option that stands before the command's name and must not.
  func unknownOption(_ name: String) -> UsageError {
    let names = ["--help", "--version"] + Option.beforeCommand.map(\.name)
    return UsageError(.unknownOption(name, suggestion: suggestion(for: name, among: names)))
  }
}
