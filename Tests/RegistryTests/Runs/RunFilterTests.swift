import TestSupport
import Testing

@testable import Registry

@Suite struct `A condition on runs` {
  @Test(arguments: [
    ("status=finished", true), ("status!=finished", false), ("status=stopped", false),
    ("model=gradient-boosting", true), ("model_family=Gradient_Boosting", true),
    ("model=forest", false), ("data=bank.csv", true), ("user!=ben", true),
    ("roc_auc>0.92", true), ("roc_auc>0.93", false), ("roc_auc>=0.93", true),
    ("roc_auc<1", true), ("log_loss<=0.25", true), ("log_loss<0.25", false),
    ("test_metrics.roc_auc=0.5", true), (" roc_auc > 0.92 ", true), ("roc_auc>high", false),
    ("max_leaves=31", true), ("max_leaves=31.0", true), ("parameters.learning_rate<0.2", true),
    ("seed=42", true), ("duration<3", true), ("duration>=2.5", true),
    ("created=2026-11-21", true), ("created=2026-11-2", true), ("created>2026-11-21", true),
    ("created<2026-11-21", false), ("created>=2026-11-22", false),
    ("id=4k9x", true), ("run_id=20261121", true), ("id=zzzz", false),
    ("tag=nightly", true), ("tag=wide", true), ("tag!=nightly", false), ("tag=", false),
    ("parent=", true), ("parent!=", false), ("resource=", true), ("resource>0", false),
    ("colour=red", false), ("colour!=red", true), ("colour>1", false),
  ])
  func `is true of what it says`(text: String, isTrue: Bool) throws {
    var run = try SampleRuns.record()
    run.tags = ["nightly", "wide"]
    #expect(try #require(RunFilter(text)).accepts(run) == isTrue)
  }

  @Test func `knows a search by the beginning of its name`() throws {
    var run = try SampleRuns.record()
    run.parent = try SampleRuns.id("20261121-153000-7rtq00")
    #expect(try #require(RunFilter("parent=7rtq")).accepts(run))
    #expect(try !#require(RunFilter("parent=4k9x")).accepts(run))
    #expect(try #require(RunFilter("parent!=")).accepts(run))
  }

  @Test(arguments: ["", "status", "=finished", " >1", "roc_auc>", "roc_auc>= ", "roc_auc!1"])
  func `is a name, a relation and a value`(text: String) {
    #expect(RunFilter(text) == nil)
  }
}

@Suite struct `An order of runs` {
  private func ids(_ order: RunOrder, _ runs: [RunRecord]) -> [String] {
    order.sorted(runs).map { String($0.id.description.suffix(6)) }
  }

  /// Three with ascending ids; the one in the middle was not measured.
  private func runs() throws -> [RunRecord] {
    var runs = try [0.75, 0.5, 0.25].enumerated().map { place, value in
      try SampleRuns.record("20261121-153312-00000\(place)", rocAUC: value)
    }
    runs[1].metrics = EvaluationMetrics(fields: JSONObject())
    for (place, seconds) in [2.0, 1, 2].enumerated() { runs[place].durationSeconds = seconds }
    return runs
  }

  @Test func `has the newest first`() throws {
    #expect(ids(RunOrder(), try runs()) == ["000002", "000001", "000000"])
    #expect(ids(RunOrder(reversed: true), try runs()) == ["000000", "000001", "000002"])
  }

  @Test func `has the best first, and what was not measured last`() throws {
    #expect(ids(RunOrder(by: "roc_auc"), try runs()) == ["000000", "000002", "000001"])
    let reversed = RunOrder(by: "roc_auc", reversed: true)
    #expect(ids(reversed, try runs()) == ["000002", "000000", "000001"])
  }

  @Test func `has the smallest first where less is better`() throws {
    var runs = try runs()
    for (place, loss) in [0.5, 0.25, 0.75].enumerated() {
      runs[place].metrics = EvaluationMetrics(fields: ["log_loss": .double(loss)])
    }
    #expect(ids(RunOrder(by: "log_loss"), runs) == ["000001", "000000", "000002"])
  }

  @Test func `has the quickest first, and of equals the newest`() throws {
    #expect(ids(RunOrder(by: "duration"), try runs()) == ["000001", "000002", "000000"])
  }
}

@Suite struct `Runs side by side` {
  @Test func `tell what each says and where they differ`() throws {
    let one = try SampleRuns.record()
    var other = try SampleRuns.record("20261121-153313-000000", rocAUC: 0.5)
    other.parameters = ["learning_rate": .double(0.10), "max_depth": 3]
    other.tags = ["wide"]
    let rows = RunComparison([one, other]).rows
    func row(_ name: String) -> RunComparison.Row? { rows.first { $0.name == name } }
    #expect(row("status")?.differs == false)
    #expect(row("tags")?.values == [nil, .array(["wide"])])
    #expect(row("learning_rate")?.differs == false)
    #expect(row("max_leaves")?.values == [31, nil])
    #expect(row("max_depth")?.differs == true)
    #expect(row("validation_metrics.roc_auc")?.values == [.double(0.93), .double(0.5)])
    #expect(row("test_metrics.roc_auc")?.differs == false)
    #expect(row("run_id") == nil && row("error") == nil)
    let sections = rows.map(\.section)
    #expect(sections.firstIndex(of: .parameter) ?? 0 < sections.firstIndex(of: .metric) ?? 0)
  }

  @Test func `are the same where numbers are, however they are spelled`() throws {
    var one = try SampleRuns.record()
    var other = one
    one.parameters = ["C": .double(1)]
    other.parameters = ["C": 1]
    #expect(RunComparison([one, other]).rows.allSatisfy { !$0.differs })
  }
}
