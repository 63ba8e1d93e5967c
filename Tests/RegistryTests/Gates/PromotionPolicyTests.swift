import TestSupport
import Testing

@testable import Registry

@Suite struct `The promotion policy` {
  private func policy(_ text: String) throws -> PromotionPolicy {
    try Policy(RecordFile(Array(text.utf8), path: "policy.json").fields, path: "policy.json")
      .promotion()
  }

  @Test func `asks for nothing where there is none`() throws {
    #expect(try policy("{}").gates.isEmpty)
    #expect(try policy(#"{"yanked_versions": "refuse"}"#).gates.isEmpty)
    #expect(try Policy().promotion().gates.isEmpty)
  }

  @Test func `reads every kind of gate, in the order of the file`() throws {
    let policy = try policy(
      """
      {"promotion": {"confidence": 0.9, "bare_numbers": "compare", "gates": [
        {"metric": "recall", "minimum": 0.7},
        {"metric": "test_metrics.brier_score", "not_worse_by": 0.02},
        {"metric": "roc_auc", "better_by": 0, "compare": "value"},
        {"metric": "profit", "better_by": 10.5, "larger_is_better": true},
        {"minimum_rows": 500, "section": "validation_metrics"},
        {"lint": "clean"},
        {"approvals": 2}
      ]}}
      """)
    #expect(policy.confidenceLevel.value == 0.9)
    #expect(policy.bareNumbers == .compare)
    #expect(
      policy.gates.map(\.description) == [
        "recall at least 0.7",
        "test_metrics.brier_score not worse than the champion's by more than 0.02",
        "roc_auc better than the champion's",
        "profit better than the champion's by more than 10.5",
        "at least 500 rows in validation_metrics",
        "lint finds nothing",
        "2 approvals by others than the registrant",
      ])
    #expect(
      policy.gates[1]
        == .metric(
          MetricGate(
            name: "test_metrics.brier_score", bound: .notWorse(by: 0.02), largerIsBetter: false,
            basis: .interval)))
  }

  /// A slip, and the member that the error names.
  static let slips: [(gates: String, member: String)] = [
    (#"{}"#, "gates"),
    (#"[1]"#, "gates[0]"),
    (#"[{"metrik": "recall", "minimum": 0.7}]"#, "gates[0].metrik"),
    (#"[{"metric": "recall"}]"#, "gates[0].metric"),
    (#"[{"metric": "", "minimum": 0.7}]"#, "gates[0].metric"),
    (#"[{"metric": "recall", "minimum": 0.7, "maximum": 0.9}]"#, "gates[0].metric"),
    (#"[{"metric": "recall", "minimum": "0.7"}]"#, "gates[0].minimum"),
    (#"[{"metric": "recall", "minimum": 1e999}]"#, "gates[0].minimum"),
    (#"[{"metric": "recall", "not_worse_by": -0.1}]"#, "gates[0].not_worse_by"),
    (#"[{"metric": "recall", "max_drop": 0.1, "minimum": 0}]"#, "gates[0].max_drop"),
    (#"[{"metric": "profit", "better_by": 1}]"#, "gates[0].larger_is_better"),
    (
      #"[{"metric": "recall", "better_by": 0, "larger_is_better": false}]"#,
      "gates[0].larger_is_better"
    ),
    (#"[{"metric": "recall", "better_by": 0, "compare": "points"}]"#, "gates[0].compare"),
    (#"[{"lint": "clean"}, {"lint": "tidy"}]"#, "gates[1].lint"),
    (#"[{"approvals": 0}]"#, "gates[0].approvals"),
    (#"[{"approvals": 1.5}]"#, "gates[0].approvals"),
    (#"[{"minimum_rows": 5, "in": "test_metrics"}]"#, "gates[0].in"),
  ]

  @Test(arguments: slips)
  func `refuses what it does not understand, and names it`(
    slip: (gates: String, member: String)
  ) throws {
    let error = #expect(throws: RegistryError.self) {
      try self.policy(#"{"promotion": {"gates": \#(slip.gates)}}"#)
    }
    guard case .invalidPolicy("policy.json", let field, _) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(field == "promotion." + slip.member)
    #expect(error?.exitCode == .usage)
  }

  @Test(arguments: [
    (#"{"promotion": []}"#, "promotion"),
    (#"{"promotions": {}}"#, "promotions"),
    (#"{"promotion": {"gate": []}}"#, "promotion.gate"),
    (#"{"promotion": {"confidence": 95}}"#, "promotion.confidence"),
    (#"{"promotion": {"bare_numbers": true}}"#, "promotion.bare_numbers"),
  ])
  func `refuses a misspelled member instead of asking for nothing`(
    text: String, member: String
  ) throws {
    let error = #expect(throws: RegistryError.self) { try self.policy(text) }
    guard case .invalidPolicy(_, let field, _) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(field == member)
  }

  @Test func `with a slip in its gates does not keep a yanked version from being looked up`() throws
  {
    let judged = try JudgedRegistry()
    let version = try judged.register("v1.0.0", metrics: "{}")
    try judged.registry.yank(version, by: "ana", reason: "bad")
    try judged.write(policy: #"{"promotion": 1}"#)
    #expect(try judged.registry.resolve(.exact(version)).version == version)
    #expect(throws: RegistryError.self) { try judged.registry.gate(version) }
  }
}
