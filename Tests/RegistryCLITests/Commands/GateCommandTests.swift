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
            GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
            at least 200 rows                                       passed        -         -  -                    300  -
            recall not worse than the champion's by more than 0.02  passed   0.8000    0.6000  +0.1184 to +0.2799   100  A, exact McNemar, Newcombe interval

            passed: v1.1.0 passed 2 gates

            """))
  }

  @Test func `exits 6 when a gate refuses`() {
    #expect(
      place.run("gate", "v1.2.0")
        == .init(
          code: .refused,
          output: """
            GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
            at least 200 rows                                       passed        -         -  -                    300  -
            recall not worse than the champion's by more than 0.02  refused  0.3000    0.6000  -0.3852 to -0.2043   100  A, exact McNemar, Newcombe interval

            refused: v1.2.0 was refused by 1 of 2 gates: recall not worse than the champion's by more than 0.02 (0.3000 against 0.6000, apart by -0.3852 to -0.2043)

            """))
  }

  @Test func `exits 7 when the rows do not tell, and says what they could have told`() {
    #expect(
      place.run("gate", "v1.3.0")
        == .init(
          code: .inconclusive,
          output: """
            GATE                                                    VERDICT        VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
            at least 200 rows                                       passed             -         -  -                    300  -
            recall not worse than the champion's by more than 0.02  inconclusive  0.5900    0.6000  -0.0381 to +0.0180   100  A, exact McNemar, Newcombe interval

            recall not worse than the champion's by more than 0.02: so many rows show a difference of 0.0279 four times in five, and a smaller one less often
            inconclusive: v1.3.0 was not decided by 1 of 2 gates: recall not worse than the champion's by more than 0.02 (0.5900 against 0.6000, apart by -0.0381 to +0.0180)

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
