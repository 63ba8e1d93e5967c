import Registry
import TestSupport
import Testing

@testable import RegistryCLI

/// Of 100 positive rows the champion, v1.0.0, finds 60, and the others those of them that come first.
///
/// The intervals are Newcombe's (1998, method 10), computed apart in Python: 80 against 60 gives 0.1184 to
/// 0.2799, 30 gives -0.3852 to -0.2043, 59 gives -0.0381 to 0.0180.
@Suite struct `registry gate` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", finding: 60)
    #expect(place.run("promote", "v1.0.0", "--actor", "ana").code == .done)
    for (version, found) in [("v1.1.0", 80), ("v1.2.0", 30), ("v1.3.0", 59)] {
      try place.register(version, finding: found)
    }
    try place.write(gates: #"{"minimum_rows": 200}, {"metric": "recall", "not_worse_by": 0.02}"#)
  }

  @Test func `passes what is shown to be no worse`() {
    #expect(
      place.run("gate", "v1.1.0")
        == .init(
          code: .done,
          output: """
            GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL                  ROWS  EVIDENCE
            at least 200 rows                                       passed        -         -  -                          300  -
            recall not worse than the champion's by more than 0.02  passed   0.8000    0.6000  +0.1184 to +0.2799 apart   100  A, paired, exact McNemar, Newcombe interval

            at least 200 rows: there are 300 rows
            passed: v1.1.0 passed 2 gates

            """))
  }

  @Test func `exits 6 when a gate refuses`() {
    #expect(
      place.run("gate", "v1.2.0")
        == .init(
          code: .refused,
          output: """
            GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL                  ROWS  EVIDENCE
            at least 200 rows                                       passed        -         -  -                          300  -
            recall not worse than the champion's by more than 0.02  refused  0.3000    0.6000  -0.3852 to -0.2043 apart   100  A, paired, exact McNemar, Newcombe interval

            at least 200 rows: there are 300 rows
            refused: v1.2.0 was refused by 1 of 2 gates: recall not worse than the champion's by more than 0.02 (0.3000 against 0.6000, -0.3852 to -0.2043 apart)

            """))
  }

  @Test func `exits 7 when the rows do not tell, and says what they could have told`() {
    #expect(
      place.run("gate", "v1.3.0")
        == .init(
          code: .inconclusive,
          output: """
            GATE                                                    VERDICT        VALUE  CHAMPION  INTERVAL                  ROWS  EVIDENCE
            at least 200 rows                                       passed             -         -  -                          300  -
            recall not worse than the champion's by more than 0.02  inconclusive  0.5900    0.6000  -0.0381 to +0.0180 apart   100  A, paired, exact McNemar, Newcombe interval

            at least 200 rows: there are 300 rows
            recall not worse than the champion's by more than 0.02: so many rows show a difference of 0.0279 four times in five, and a smaller one less often
            inconclusive: v1.3.0 was not decided by 1 of 2 gates: recall not worse than the champion's by more than 0.02 (0.5900 against 0.6000, -0.0381 to +0.0180 apart)

            """))
  }

  @Test func `prints all of it as JSON, with the same exit code`() throws {
    let answer = place.run("gate", "v1.2.0", "--json")
    #expect(answer.code == .refused)
    #expect(answer.errors == "")
    let json = try #require(answer.json)
    #expect(Set(json.keys) == ["verdict", "version", "champion", "results"])
    #expect(json["verdict"] as? String == "refused")
    #expect(json["version"] as? String == "v1.2.0")
    #expect(json["champion"] as? String == "v1.0.0")
    let results = try #require(json["results"] as? [[String: Any]])
    #expect(results.map { $0["verdict"] as? String } == ["passed", "refused"])
    #expect(
      Set(results[1].keys) == [
        "gate", "verdict", "tier", "value", "champion_value", "method", "estimate", "interval",
        "confidence", "p_value", "n_rows", "smallest_difference",
      ])
    #expect(results[1]["tier"] as? String == "A")
    #expect(results[1]["n_rows"] as? Int == 100)
    let interval = try #require(results[1]["interval"] as? [Double])
    #expect(abs(interval[0] + 0.38517258) < 1e-7 && abs(interval[1] + 0.20425352) < 1e-7)
  }

  @Test func `changes nothing`() {
    let before = place.directory.contents()
    for version in ["v1.1.0", "v1.2.0", "v1.3.0", "champion"] { _ = place.run("gate", version) }
    #expect(place.directory.contents() == before)
  }

  @Test func `has nothing to ask of the champion, and nothing without a policy`() throws {
    #expect(
      place.run("gate", "champion")
        == .init(code: .done, output: "v1.0.0 is champion already\n"))
    try place.directory.write("{}", to: "registry/policy.json")
    #expect(
      place.run("gate", "v1.1.0")
        == .init(
          code: .done,
          output: "there are no gates: 'policy.json' in 'DIR/registry' asks for nothing\n"))
    let json = place.run("gate", "v1.1.0", "--json").json
    #expect((json?["results"] as? [Any])?.isEmpty == true)
    #expect(json?["verdict"] as? String == "passed")
  }

  @Test func `names what is wrong with a policy`() throws {
    try place.write(gates: #"{"metric": "recall", "at_least": 0.7}"#)
    for command in ["gate", "promote"] {
      #expect(
        place.run(command, "v1.1.0")
          == .init(
            code: .usage,
            errors: """
              error: 'DIR/registry/policy.json': the field 'promotion.gates[0].at_least' is not one of: metric, larger_is_better, compare, minimum, maximum, not_worse_by, better_by
                fix: correct 'DIR/registry/policy.json': docs/policy.md says what it may hold

              """))
    }
  }

  @Test func `needs a version that is there`() {
    #expect(place.run("gate").code == .usage)
    #expect(place.run("gate", "v9.0.0").code == .notFound)
    #expect(place.run("gate", "v1.1.0", "-r", place.directory.file("nowhere")).code == .notFound)
  }

  @Test func `cannot let the model of another program score rows`() throws {
    let data = try place.directory.write("age,y\n1,1\n", to: "fresh.csv")
    let answer = place.run("gate", "v1.1.0", "--data", data)
    #expect(answer.code == .usage)
    #expect(answer.output == "")
    #expect(answer.errors.hasPrefix("error: the model cannot be scored: "))
  }
}

@Suite struct `registry promote under a policy` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", finding: 60)
    try place.register("v1.1.0", finding: 30)
    try place.write(gates: #"{"metric": "recall", "not_worse_by": 0.02}"#)
  }

  private static let table = """
    GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL                  ROWS  EVIDENCE
    recall not worse than the champion's by more than 0.02  refused  0.3000    0.6000  -0.3852 to -0.2043 apart   100  A, paired, exact McNemar, Newcombe interval


    """
  private static let refusal =
    "v1.1.0 was refused by 1 of 1 gate: recall not worse than the champion's by more than 0.02 "
    + "(0.3000 against 0.6000, -0.3852 to -0.2043 apart)\n"

  @Test func `compares the first champion with nobody, and says so`() {
    #expect(
      place.run("promote", "v1.0.0")
        == .init(
          code: .done,
          output: """
            GATE                                                    VERDICT  VALUE  CHAMPION  INTERVAL  ROWS  EVIDENCE
            recall not worse than the champion's by more than 0.02  passed       -         -  -            -  -

            recall not worse than the champion's by more than 0.02: there is no champion to compare with
            passed: v1.0.0 passed 1 gate

            champion is v1.0.0

            """))
  }

  @Test func `refuses with the table on one stream and the error on the other`() {
    _ = place.run("promote", "v1.0.0")
    let before = place.directory.contents()
    #expect(
      place.run("promote", "v1.1.0", "--actor", "ben", "--reason", "try")
        == .init(
          code: .refused, output: Self.table + "refused: " + Self.refusal,
          errors: "error: " + Self.refusal + """
              fix: train a better one, or go on with a reason that is recorded: --force REASON

            """))
    let after = place.directory.contents()
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    #expect(changed == ["registry/.registry/journal.jsonl"])
    #expect(
      place.run("history", "v1.1.0").output.split(separator: "\n").last
        == "YYYY-MM-DDThh:mm:ssZ  reject    -      v1.1.0   -       ben  try")
    #expect(
      place.run("list").output == """
        VERSION  STATUS    REGISTERED            BY   RECALL
        v1.1.0   rejected  YYYY-MM-DDThh:mm:ssZ  ana  0.3000
        v1.0.0   champion  YYYY-MM-DDThh:mm:ssZ  ana  0.6000

        """)
    #expect(place.run("verify").code == .done)
  }

  @Test func `refuses in JSON what gate would have said`() {
    _ = place.run("promote", "v1.0.0")
    let said = place.run("gate", "v1.1.0", "--json").output
    let answer = place.run("promote", "v1.1.0", "--json")
    #expect(answer.code == .refused)
    #expect(answer.output == said)
    #expect(answer.errors.hasPrefix("error: v1.1.0 was refused by 1 of 1 gate"))
  }

  @Test func `changes nothing when the rows do not tell`() throws {
    _ = place.run("promote", "v1.0.0")
    try place.register("v1.2.0", finding: 59)
    let before = place.directory.contents()
    let answer = place.run("promote", "v1.2.0")
    #expect(answer.code == .inconclusive)
    #expect(
      answer.errors == """
        error: v1.2.0 was not decided by 1 of 1 gate: recall not worse than the champion's by more than 0.02 (0.5900 against 0.6000, -0.0381 to +0.0180 apart)
          fix: bring more evidence (--data FILE, labelled rows that both score), or --force REASON

        """)
    #expect(place.directory.contents() == before)
  }

  @Test func `goes on with a reason, which goes on record with what the gates said`() throws {
    _ = place.run("promote", "v1.0.0")
    #expect(
      place.run("promote", "v1.1.0", "--force", "service is down")
        == .init(
          code: .done,
          output: Self.table + "forced: service is down\nrefused: " + Self.refusal
            + "\nchampion is v1.1.0; it was v1.0.0\n"))
    let json = place.run("alias", "--json").json as? [String: [String: Any]]
    let gates = try #require(json?["champion"]?["gates"] as? [String: Any])
    #expect(gates["forced"] as? String == "service is down")
    #expect(gates["verdict"] as? String == "refused")
    #expect(place.run("list").output.contains("v1.1.0   champion"))
    #expect(place.run("verify").code == .done)
    #expect(place.run("promote", "v1.0.0", "--force", "").code == .usage)
  }

  @Test func `counts approvals of others`() throws {
    try place.write(gates: #"{"approvals": 1}"#)
    func answer() -> String { place.run("promote", "v1.0.0").output }
    let head = """
      GATE                                      VERDICT  VALUE  CHAMPION  INTERVAL  ROWS  EVIDENCE

      """
    let row = "1 approval by others than the registrant"
    _ = place.run("approve", "v1.0.0", "--actor", "ana")
    #expect(
      answer() == head + """
        \(row)  refused      -         -  -            -  -

        \(row): approved by nobody
        refused: v1.0.0 was refused by 1 of 1 gate: \(row) (approved by nobody)

        """)
    _ = place.run("approve", "v1.0.0", "--actor", "ben")
    #expect(
      answer() == head + """
        \(row)  passed       -         -  -            -  -

        \(row): approved by ben
        passed: v1.0.0 passed 1 gate

        champion is v1.0.0

        """)
  }
}
