import Registry
import Testing

@testable import RegistryCLI

@Suite struct `Reading the words of a command` {
  /// Words, and what `promote` is told by them.
  struct Example: Sendable {
    let words: [String]
    var version = "v1"
    var reason: String?
    var alias = "champion"
    var flags = ""
  }

  @Test(arguments: [
    Example(words: ["v1"]),
    Example(words: ["--reason", "why", "v1"], reason: "why"),
    Example(words: ["v1", "--reason=why"], reason: "why"),
    Example(words: ["v1", "--reason=a=b"], reason: "a=b"),
    Example(words: ["v1", "-m", "why"], reason: "why"),
    Example(words: ["v1", "-mwhy"], reason: "why"),
    Example(words: ["v1", "-m=why"], reason: "why"),
    Example(words: ["v1", "--reason", ""], reason: ""),
    Example(words: ["v1", "--reason="], reason: ""),
    Example(words: ["v1", "--reason", "-"], reason: "-"),
    Example(words: ["v1", "--reason", "-0.5"], reason: "-0.5"),
    Example(words: ["v1", "--reason", "-.5e3"], reason: "-.5e3"),
    Example(words: ["v1", "--reason=--json"], reason: "--json"),
    Example(words: ["v1", "-fq"], flags: "fq"),
    Example(words: ["v1", "-fqm", "why"], reason: "why", flags: "fq"),
    Example(words: ["v1", "-qmwhy"], reason: "why", flags: "q"),
    Example(words: ["v1", "--force", "--force"], flags: "f"),
    Example(words: ["v1", "--alias", "staging"], alias: "staging"),
    Example(words: ["--force", "--", "--json"], version: "--json", flags: "f"),
    Example(words: ["-5"], version: "-5"),
    Example(words: ["-"], version: "-"),
  ])
  func `follows GNU programs`(example: Example) throws {
    let invocation = try parse(example.words + [], environment: ["REGISTRY_ACTOR": "ana"])
    let flags = (invocation.flag(.force) ? "f" : "") + (invocation.flag(.quick) ? "q" : "")
    #expect(try invocation.argument(.version) == example.version)
    #expect(invocation.string(ifGiven: .reason) == example.reason)
    #expect(try invocation.string(.alias) == example.alias)
    #expect(flags == example.flags)
  }

  /// Wrong words, and the whole of what is said about them.
  struct Mistake: Sendable {
    let words: [String]
    let error: String
    let fix: String
  }

  @Test(arguments: [
    Mistake(
      words: ["v1", "--raeson", "x"], error: "unknown option '--raeson' for 'registry promote'",
      fix: "did you mean '--reason'? See 'registry promote --help'"),
    Mistake(
      words: ["v1", "--raeson=x"], error: "unknown option '--raeson' for 'registry promote'",
      fix: "did you mean '--reason'? See 'registry promote --help'"),
    Mistake(
      words: ["v1", "--zzz"], error: "unknown option '--zzz' for 'registry promote'",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "--reas", "x"], error: "unknown option '--reas' for 'registry promote'",
      fix: "did you mean '--reason'? See 'registry promote --help'"),
    Mistake(
      words: ["v1", "-fx"], error: "unknown option '-x' for 'registry promote'",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "-alias", "x"], error: "unknown option '-alias' for 'registry promote'",
      fix: "did you mean '--alias'? See 'registry promote --help'"),
    Mistake(
      words: ["v1", "--reason"], error: "'--reason' needs a value: --reason TEXT",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "--reason", "--", "x"], error: "'--reason' needs a value: --reason TEXT",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "-m", "--json"], error: "'-m' needs a value: -m TEXT",
      fix: "'--json' looks like an option; if it is the value, write it as '-m=--json'; "
        + "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "--force=yes"], error: "'--force' takes no value, but got 'yes'",
      fix: "give '--force' alone; see 'registry promote --help'"),
    Mistake(
      words: ["v1", "-f=yes"], error: "'-f' takes no value, but got 'yes'",
      fix: "give '-f' alone; see 'registry promote --help'"),
    Mistake(
      words: ["v1", "-m", "a", "--reason=b"], error: "'--reason' is given twice",
      fix: "give it once; see 'registry promote --help'"),
    Mistake(
      words: ["v1", "v2"], error: "unexpected argument 'v2' for 'registry promote'",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: [], error: "VERSION is missing for 'registry promote'",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: [""], error: "'VERSION' is empty", fix: "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "--registry="], error: "'--registry' is empty",
      fix: "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "--alias", "chalenger"], error: "'--alias' does not take 'chalenger'",
      fix: "did you mean 'challenger'? It takes champion, challenger, staging; "
        + "see 'registry promote --help'"),
    Mistake(
      words: ["v1", "--alias="], error: "'--alias' does not take ''",
      fix: "it takes champion, challenger, staging; see 'registry promote --help'"),
  ])
  func `explains a mistake`(mistake: Mistake) throws {
    let error = try #require(throws: UsageError.self) {
      try parse(mistake.words, environment: ["REGISTRY_ACTOR": "ana"])
    }
    #expect(error.message == mistake.error)
    #expect(error.remedy == mistake.fix)
    #expect(error.exitCode == .usage)
  }

  @Test func `misses a required option`() throws {
    let error = try #require(throws: UsageError.self) { try parse(["v1"]) }
    #expect(error.message == "'--by NAME' is missing for 'registry promote'")
  }

  @Test func `takes the environment when an option is not given`() throws {
    let environment = ["REGISTRY_ACTOR": "ana", "REGISTRY_DIR": "models/b"]
    #expect(try parse(["v1"], environment: environment).string(.by) == "ana")
    #expect(try parse(["v1", "--by", "bo"], environment: environment).string(.by) == "bo")
    #expect(try parse(["v1"], environment: environment).string(.registry) == "models/b")
  }

  @Test func `takes an empty environment variable for an unset one`() throws {
    let environment = ["REGISTRY_ACTOR": "ana", "REGISTRY_DIR": ""]
    #expect(try parse(["v1"], environment: environment).string(.registry) == "models/registry")
  }

  @Test func `gives a repeating argument all words that are left`() throws {
    let invocation = try parse(["csv", "a", "--quick", "b", "--", "-c"], of: .score)
    #expect(try invocation.argument(.format) == "csv")
    #expect(invocation.arguments(.rows) == ["a", "b", "-c"])
    #expect(try parse(["csv"], of: .score).argument(ifGiven: .rows) == nil)
  }

  @Test func `keeps every value of a repeatable option in order`() throws {
    let invocation = try parse(["csv", "-i", "b", "--include=a", "-ib"], of: .score)
    #expect(invocation.strings(.include) == ["b", "a", "b"])
    #expect(try parse(["csv"], of: .score).strings(.include) == [])
  }
}

/// Parses words as `registry promote` or another sample command would.
func parse(
  _ words: [String], of command: Command = .promote, environment: [String: String] = [:]
) throws(UsageError) -> Invocation {
  try InvocationParser.parse(
    words, command: command, table: .sample, environment: { environment[$0] })
}
