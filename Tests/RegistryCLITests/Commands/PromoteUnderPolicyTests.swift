import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry promote under a policy` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", finding: 60)
    try place.register("v1.1.0", finding: 30)
    try place.write(gates: #"{"metric": "recall", "not_worse_by": 0.02}"#)
  }

  private static let table = """
    GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
    recall not worse than the champion's by more than 0.02  refused  0.3000    0.6000  -0.3852 to -0.2043   100  A, exact McNemar, Newcombe interval


    """
  private static let refusal =
    "v1.1.0 was refused by 1 of 1 gate: recall not worse than the champion's by more than 0.02 "
    + "(0.3000 against 0.6000, apart by -0.3852 to -0.2043)\n"

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
        == "YYYY-MM-DDThh:mm:ssZ  reject    -      v1.1.0   -       ben  try; "
        + Self.refusal.dropLast())
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
        error: v1.2.0 was not decided by 1 of 1 gate: recall not worse than the champion's by more than 0.02 (0.5900 against 0.6000, apart by -0.0381 to +0.0180)
          fix: bring what is missing (more rows: --data FILE; approvals: registry approve), or --force REASON

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

  @Test func `cannot tell when the champion's file is damaged, and goes on with a reason`() throws {
    _ = place.run("promote", "v1.0.0")
    try place.directory.write("{", to: "registry/champion.json")
    let data = try place.directory.write("age,y\n1,1\n", to: "fresh.csv")
    let gate = place.run("gate", "v1.1.0", "--data", data)
    #expect(gate.code == .inconclusive)
    #expect(
      gate.output.contains("the champion cannot be read: 'DIR/registry/champion.json' is not"))
    #expect(place.run("promote", "v1.1.0", "--data", data).code == .inconclusive)
    let answer = place.run("promote", "v1.1.0", "--data", data, "--force", "service is down")
    #expect(answer.code == .done)
    #expect(answer.output.hasSuffix("\nchampion is v1.1.0; it was v1.0.0\n"))
    #expect(answer.errors.hasPrefix("warning: replaced: 'DIR/registry/champion.json' is not"))
  }

  @Test func `counts approvals of others`() throws {
    try place.write(gates: #"{"approvals": 1}"#)
    func answer() -> String { place.run("promote", "v1.0.0").output }
    let row = "1 approval by others than the registrant"
    _ = place.run("approve", "v1.0.0", "--actor", "ana")
    #expect(
      answer() == """
        GATE                                      VERDICT       VALUE  CHAMPION  INTERVAL  ROWS  EVIDENCE
        \(row)  inconclusive      -         -  -            -  -

        \(row): approved by nobody; ana registered it
        inconclusive: v1.0.0 was not decided by 1 of 1 gate: \(row) (approved by nobody; ana registered it)

        """)
    _ = place.run("approve", "v1.0.0", "--actor", "ben")
    #expect(
      answer() == """
        GATE                                      VERDICT  VALUE  CHAMPION  INTERVAL  ROWS  EVIDENCE
        \(row)  passed       -         -  -            -  -

        \(row): approved by ben; ana registered it
        passed: v1.0.0 passed 1 gate

        champion is v1.0.0

        """)
  }
}
