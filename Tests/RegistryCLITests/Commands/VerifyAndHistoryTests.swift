import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry verify` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
  }

  @Test func `says that all is as registered`() {
    #expect(
      place.run("verify")
        == .init(
          code: .done,
          output: "2 versions, 11 files, 964 bytes hashed: all as registered\n"))
    #expect(
      place.run("verify", "v1.0.0", "--quick").output
        == "1 version, 5 files, 0 bytes hashed: all as registered\n")
  }

  @Test func `names every damage, a line each, and exits 5`() throws {
    try place.damage("v1.0.0/model.joblib")
    try place.damage("v1.1.0/metrics.json")
    for version in ["v1.0.0/model.joblib", "v1.1.0/metrics.json"] {
      chmod(place.directory.file("registry/" + version), 0o444)
    }
    let answer = place.run("verify")
    #expect(answer.code == .integrityFailure)
    #expect(
      answer.output.hasPrefix(
        """
        damaged: 'DIR/registry/v1.0.0/model.joblib' does not have the bytes that were registered
        damaged: 'DIR/registry/v1.1.0/metrics.json' does not have the bytes that were registered

        """))
    #expect(answer.output.hasSuffix("2 damaged\n"))
    #expect(place.run("verify", "v1.1.0").code == .integrityFailure)
  }

  @Test func `tells programs the same`() throws {
    let clean = place.run("verify", "--json").json
    #expect(clean?["clean"] as? Bool == true)
    #expect(clean?["versions"] as? Int == 2)
    try place.damage("v1.0.0/model.joblib")
    let damaged = place.run("verify", "--json")
    #expect(damaged.code == .integrityFailure)
    #expect((damaged.json?["findings"] as? [String])?.isEmpty == false)
  }

  @Test func `answers golden rows again, and tells what became of each version's`() throws {
    try place.directory.write(
      #"{"schema_version": 1, "tolerance": 0, "rows": [{"input": {}, "output": {"risk_label": 1}}]}"#,
      to: "artifacts/golden_rows.json")
    try place.register("v1.2.0")
    let answer = place.run("verify", "--replay")
    #expect(answer.code == .done)
    #expect(
      answer.output.hasPrefix(
        """
        not replayed: v1.0.0 has no golden rows
        not replayed: v1.1.0 has no golden rows
        not replayed: v1.2.0: the model cannot be scored: \
        'DIR/registry/v1.2.0/model.joblib' is none of: ONNX, scikit-learn, XGBoost, LightGBM
        3 versions, 17 files,
        """), "\(answer.output)")
    let json = place.run("verify", "--replay", "v1.2.0", "--json").json
    let replay = (json?["replays"] as? [[String: Any]])?.first
    #expect(replay?["outcome"] as? String == "unscorable")
    #expect(replay?["version"] as? String == "v1.2.0")
    #expect(place.run("verify", "--json").json?["replays"] == nil)
  }

  @Test func `says that a version is not there`() {
    #expect(place.run("verify", "v9.0.0").code == .notFound)
  }
}

@Suite struct `registry history` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
    let registry = ModelRegistry(at: place.registry)
    try registry.promote(ModelVersion("v1.0.0"), by: "ana", reason: "first")
    try registry.promote(ModelVersion("v1.1.0"), by: "ben", reason: "better\u{1B}[2J")
    try registry.rollback(by: "ana", reason: "alarm")
  }

  @Test func `tells who did what, when and why, nothing of it a command to the terminal`() {
    #expect(
      place.run("history").output == """
        TIME                  EVENT     ALIAS     VERSION  BEFORE  BY   WHY
        YYYY-MM-DDThh:mm:ssZ  register  -         v1.0.0   -       ana
        YYYY-MM-DDThh:mm:ssZ  register  -         v1.1.0   -       ana
        YYYY-MM-DDThh:mm:ssZ  promote   champion  v1.0.0   -       ana  first
        YYYY-MM-DDThh:mm:ssZ  promote   champion  v1.1.0   v1.0.0  ben  better\\u{1B}[2J
        YYYY-MM-DDThh:mm:ssZ  rollback  champion  v1.0.0   v1.1.0  ana  alarm

        """)
  }

  @Test func `keeps to one alias or one version`() {
    func events(_ subject: String) -> [String]? {
      let events = place.run("history", subject, "--json").json?["events"] as? [[String: Any]]
      return events?.compactMap { $0["event"] as? String }
    }
    #expect(events("champion") == ["promote", "promote", "rollback"])
    #expect(events("v1.1.0") == ["register", "promote"])
    #expect(place.run("history", "v9.0.0").errors == "note: nothing is recorded\n")
    #expect(
      place.run("history", "staging")
        == .init(
          code: .notFound,
          errors: """
            error: there is no alias 'staging' in 'DIR/registry'
              fix: aliases there are champion

            """))
  }
}

extension `registry history` {
  @Test func `checks itself, prints its head, and finds an earlier head again`() throws {
    let checked = place.run("history", "--verify")
    #expect(checked.output == "5 lines, head DIGEST: as written\n")
    let answer = place.run("history", "--verify", "--json").json
    #expect(answer?["lines"] as? Int == 5)
    let registry = ModelRegistry(at: place.registry)
    let head = try #require(try registry.historyHead().digest?.description)
    try registry.promote(ModelVersion("v1.1.0"), by: "ana")
    #expect(place.run("history", "--head", head).code == .done)
    let other = String(repeating: "0", count: 64)
    #expect(place.run("history", "--verify", "--head", other).code == .integrityFailure)
    #expect(place.run("history", "--head", "short").code == .usage)
  }

  @Test func `goes on with what happens while it is followed, a line each`() throws {
    let recorded = RecordedConsole()
    let registry = ModelRegistry(at: place.registry)
    let follower = HistoryFollower(
      registry: registry, subject: .alias(.champion), isJSON: false)
    var steps = [
      { _ = try registry.promote(ModelVersion("v1.1.0"), by: "ben", reason: "again\r") },
      { _ = try registry.yank(ModelVersion("v1.0.0"), by: "ana", reason: "not followed") },
      {},
    ]
    try follower.run(recorded.console()) {
      guard !steps.isEmpty else { return false }
      try? steps.removeFirst()()
      return true
    }
    let lines = recorded.output.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "TIME")
    #expect(
      lines == """
        TIME promote champion v1.0.0 by ana: first
        TIME promote champion v1.1.0 (was v1.0.0) by ben: better\\u{1B}[2J
        TIME rollback champion v1.0.0 (was v1.1.0) by ana: alarm
        TIME promote champion v1.1.0 (was v1.0.0) by ben: again\\r

        """)
  }
}
