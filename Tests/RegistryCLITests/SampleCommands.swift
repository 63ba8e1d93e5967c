import Registry

@testable import RegistryCLI

extension Option {
  static let alias = Option.value(
    "--alias", short: "a", "NAME", .oneOf(["champion", "challenger", "staging"]),
    help: "the alias to move", default: .value("champion"))
  static let by = Option.value(
    "--by", "NAME",
    help: "who decides; recorded with the promotion, so that a reader of the history "
      + "knows whom to ask", environment: "REGISTRY_ACTOR", isRequired: true)
  static let reason = Option.value(
    "--reason", short: "m", "TEXT", help: "why", default: .described("nothing"))
  static let force = Option.flag("--force", short: "f", help: "promote even when a gate refuses")
  static let quick = Option.flag("--quick", short: "q", help: "skip what takes long")
  static let threshold = Option.value(
    "--threshold", short: "t", "NUMBER", help: "the score from which a row is positive")
  static let limit = Option.value("--limit", "ROWS", help: "stop after so many rows")
  static let columns = Option.value("--columns", "NAMES", help: "columns to keep, apart by commas")
  static let include = Option.value(
    "--include", short: "i", "FILE", .file, help: "a file to take along", isRepeatable: true)
}

extension Argument {
  static let version = Argument("VERSION", .version, help: "the version to promote")
  static let format = Argument("FORMAT", .oneOf(["csv", "json"]), help: "what the rows are in")
  static let rows = Argument(
    "FILE", .file, help: "rows to score", isOptional: true, isRepeating: true)
}

extension Command {
  static let promote = Command(
    "promote", in: .promoteAndResolve,
    summary: "make a version the champion, or move another alias",
    discussion: """
      Gates of the policy are checked first; a version that one of them refuses is not promoted. \
      Readers see the old version or the new one, never anything between.

        models/registry/champion.json

      names the version afterwards.
      """,
    arguments: [.version],
    options: [.alias, .by, .reason, .force, .quick] + Option.place + [.json],
    exitCodes: [.refused, .notFound],
    examples: [
      Example("registry promote v1.2.0 --by ana", "serves v1.2.0 from now on"),
      Example("registry promote v1.2.0 -a staging --by ana", "lets staging try it"),
    ]
  ) { invocation, console in
    let version = try invocation.argument(.version)
    try console.writeLine("\(version) is \(try invocation.string(.alias))")
    return .done
  }

  static let score = Command(
    "score", in: .score, summary: "score rows",
    arguments: [.format, .rows],
    options: [.threshold, .limit, .columns, .include, .quick] + Option.place,
    examples: [Example("registry score csv rows.csv", "prints a score a row")]
  ) { _, console in
    try console.writeLine("half an answer")
    throw RegistryError.noSuchFile(path: "rows\u{1B}[2J.csv")
  }
}

extension CommandTable {
  static let sample = CommandTable([.promote, .score, .help, .completions])
}
