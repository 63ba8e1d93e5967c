import TestSupport
import Testing

@testable import Registry

@Suite struct `A gate` {
  private static let counted = """
    {"test_metrics": {"roc_auc": 0.80, "recall": 0.75, "precision": 0.6, "accuracy": 0.8,
     "brier_score": 0.1, "n_samples": 1000, "confusion_matrix": [[700, 100], [50, 150]]}}
    """

  @Test func `on a bound looks at what was measured`() throws {
    for (gate, verdict) in [
      (#"{"metric": "recall", "minimum": 0.75}"#, GateResult.Verdict.passed),
      (#"{"metric": "recall", "minimum": 0.76}"#, .refused),
      (#"{"metric": "brier_score", "maximum": 0.1}"#, .passed),
      (#"{"metric": "brier_score", "maximum": 0.0999}"#, .refused),
      (#"{"metric": "test_metrics.accuracy", "minimum": 0.8}"#, .passed),
    ] {
      let judged = try JudgedRegistry(gates: "[\(gate)]")
      let version = try judged.register("v1.0.0", metrics: Self.counted)
      #expect(try judged.result(version).verdict == verdict, "\(gate)")
    }
  }

  /// statsmodels 0.15.0, proportion_confint(150, 200, method="wilson"): 0.6856590 to 0.8049183.
  @Test func `on a bound can be told to look at the interval`() throws {
    for (minimum, verdict) in [
      ("0.68", GateResult.Verdict.passed), ("0.75", .inconclusive), ("0.81", .refused),
    ] {
      let judged = try JudgedRegistry(
        gates: #"[{"metric": "recall", "minimum": \#(minimum), "compare": "interval"}]"#)
      let result = try judged.result(judged.register("v1.0.0", metrics: Self.counted))
      #expect(result.verdict == verdict)
      #expect(result.tier == .counted)
      #expect(result.rowCount == 200)
      let interval = try #require(result.interval)
      #expect(abs(interval.lower - 0.6856590) < 1e-6)
      #expect(abs(interval.upper - 0.8049183) < 1e-6)
    }
  }

  @Test(arguments: [
    ("{}", "v1.0.0 has no metric 'recall'; it has no metric at all"),
    (#"{"roc_auc": 0.9}"#, "v1.0.0 has no metric 'recall'; it has 'roc_auc'"),
    (#"{"recall": "0.91"}"#, #"'recall' of v1.0.0 is "0.91", which is no number"#),
    (#"{"recall": null}"#, "'recall' of v1.0.0 is null, which is no number"),
    (#"{"recall": 1e999}"#, "'recall' of v1.0.0 is 1e999, which is no number"),
  ])
  func `cannot tell without a number, and never takes it for 0`(
    metrics: String, reason: String
  ) throws {
    let judged = try JudgedRegistry(gates: #"[{"metric": "recall", "minimum": 0}]"#)
    let result = try judged.result(judged.register("v1.0.0", metrics: metrics))
    #expect(result.verdict == .inconclusive)
    #expect(result.reason == reason)
    #expect(result.value == nil)
  }

  @Test func `takes a bare number for no evidence unless the policy says so`() throws {
    let gates = #"[{"metric": "recall", "minimum": 0.7}]"#
    for (more, verdict) in [
      ("", GateResult.Verdict.inconclusive), (#", "bare_numbers": "compare""#, .passed),
    ] {
      let judged = try JudgedRegistry(gates: gates, more: more)
      let result = try judged.result(judged.register("v1.0.0", metrics: #"{"recall": 0.8}"#))
      #expect(result.verdict == verdict)
      #expect(result.tier == .bare)
    }
  }

  @Test func `counts the rows of a section`() throws {
    for (gate, verdict) in [
      (#"{"minimum_rows": 1000}"#, GateResult.Verdict.passed),
      (#"{"minimum_rows": 1001, "section": "test_metrics"}"#, .refused),
      (#"{"minimum_rows": 1, "section": "validation_metrics"}"#, .inconclusive),
    ] {
      let judged = try JudgedRegistry(gates: "[\(gate)]")
      let version = try judged.register("v1.0.0", metrics: Self.counted)
      #expect(try judged.result(version).verdict == verdict, "\(gate)")
    }
  }

  @Test func `on approvals counts people, once each and without the registrant`() throws {
    let judged = try JudgedRegistry(gates: #"[{"approvals": 2}]"#)
    let version = try judged.register("v1.0.0", metrics: "{}")
    for (actor, verdict) in [
      ("ana", GateResult.Verdict.inconclusive), ("ben", .inconclusive), (" Ben", .inconclusive),
      ("ANA", .inconclusive), ("eva", .passed),
    ] {
      try judged.registry.approve(version, by: actor)
      #expect(try judged.result(version).verdict == verdict)
    }
    #expect(try judged.result(version).reason == "approved by ben, eva; ana registered it")
  }
}

@Suite struct `A gate that compares with the champion` {
  private let metrics = #"{"test_metrics": {"recall": 0.5, "roc_auc": 0.5, "brier_score": 0.25}}"#

  private func judged(_ gate: String) throws -> JudgedRegistry {
    try JudgedRegistry(gates: "[\(gate)]")
  }

  /// Registers both and makes the first champion.
  private func result(
    _ gate: String, champion: (metrics: String, holdout: String?),
    challenger: (metrics: String, holdout: String?), metadata: [String] = []
  ) throws -> GateResult {
    let judged = try judged(gate)
    let usual =
      #"{"data_sha256": "aa", "positive_label": "yes", "threshold_policy": {"threshold_value": 0.5}}"#
    let first = try judged.register(
      "v1.0.0", metrics: champion.metrics, holdout: champion.holdout,
      metadata: metadata.first ?? usual)
    try judged.registry.promote(first, by: "ana", forcing: "the first")
    let second = try judged.register(
      "v1.1.0", metrics: challenger.metrics, holdout: challenger.holdout,
      metadata: metadata.last ?? usual)
    return try judged.result(second)
  }

  @Test func `passes where nobody serves, and says so`() throws {
    let judged = try judged(#"{"metric": "recall", "better_by": 0}"#)
    let result = try judged.result(judged.register("v1.0.0", metrics: "{}"))
    #expect(result.verdict == .passed)
    #expect(result.reason == "there is no champion to compare with")
  }

  @Test func `says nothing of the champion itself`() throws {
    let judged = try judged(#"{"metric": "recall", "better_by": 0}"#)
    let version = try judged.register("v1.0.0", metrics: metrics)
    try judged.registry.promote(version, by: "ana")
    #expect(try judged.registry.gate(version).results.isEmpty)
  }

  /// By hand: of 100 positive rows the champion finds 60 and the challenger the same 60 and 20 more;
  /// McNemar is then the sign test of 20 against 0, p = 2 / 2^20.
  @Test func `takes rows that both scored before anything else`() throws {
    let result = try result(
      #"{"metric": "recall", "better_by": 0}"#,
      champion: (metrics, holdout(rows: 300, positives: 100, found: 60, wrong: 10)),
      challenger: (metrics, holdout(rows: 300, positives: 100, found: 80, wrong: 10)))
    #expect(result.verdict == .passed)
    #expect(result.tier == .paired)
    #expect(result.rowCount == 100)
    #expect(result.championValue == 0.6)
    #expect(result.value == 0.8)
    let pValue = try #require(result.pValue)
    #expect(abs(pValue - 2 / 1_048_576) < 1e-12)
    let interval = try #require(result.interval)
    #expect(interval.lower > 0.1 && interval.upper < 0.3)
  }

  @Test func `passes, refuses or cannot tell by where the whole interval lies`() throws {
    let champion = (metrics, holdout(rows: 300, positives: 100, found: 60, wrong: 10))
    for (found, gate, verdict) in [
      (60, #"{"metric": "roc_auc", "not_worse_by": 0}"#, GateResult.Verdict.passed),
      (58, #"{"metric": "recall", "not_worse_by": 0}"#, .inconclusive),
      (58, #"{"metric": "recall", "not_worse_by": 0.1}"#, .passed),
      (30, #"{"metric": "recall", "not_worse_by": 0.1}"#, .refused),
      (62, #"{"metric": "recall", "better_by": 0}"#, .inconclusive),
      (60, #"{"metric": "roc_auc", "better_by": 0}"#, .refused),
      (62, #"{"metric": "recall", "better_by": 0, "compare": "value"}"#, .passed),
      (58, #"{"metric": "recall", "not_worse_by": 0.02, "compare": "value"}"#, .passed),
      (57, #"{"metric": "recall", "not_worse_by": 0.02, "compare": "value"}"#, .refused),
      // Smaller is better.
      (30, #"{"metric": "brier_score", "not_worse_by": 0}"#, .refused),
      (90, #"{"metric": "brier_score", "better_by": 0}"#, .passed),
    ] {
      let challenger = (metrics, holdout(rows: 300, positives: 100, found: found, wrong: 10))
      let result = try result(gate, champion: champion, challenger: challenger)
      #expect(result.verdict == verdict, "\(found) \(gate) \(result.numbers)")
      #expect(result.tier == .paired)
    }
  }

  @Test func `compares only rows that both held out, and says how many`() throws {
    let all = holdout(rows: 300, positives: 100, found: 60, wrong: 10)
    let some = all.split(separator: "\n").dropLast(100).joined(separator: "\n")
    let result = try result(
      #"{"metric": "accuracy", "not_worse_by": 0}"#,
      champion: (metrics, all), challenger: (metrics, some))
    #expect(result.rowCount == 200)
    #expect(result.reason == "200 of 300 held-out rows are in both")
  }

  @Test func `takes rows that were scored for it, and none that others scored`() throws {
    let judged = try judged(#"{"metric": "roc_auc", "better_by": 0}"#)
    let versions = try ["v1.0.0", "v1.1.0", "v1.2.0"].map {
      try judged.register($0, metrics: metrics)
    }
    try judged.registry.promote(versions[0], by: "ana", forcing: "the first")
    let labels = (0..<40).map { $0 % 2 == 0 }
    let rows = try PairedPredictions(
      labels: labels, first: labels.indices.map { Double($0 % 3) / 4 },
      second: labels.map { $0 ? 0.9 : 0.1 })
    for (champion, challenger, tier) in [
      (0, 1, GateResult.Tier.paired), (2, 1, .bare), (0, 2, .bare),
    ] {
      let scored = ScoredRows(
        champion: versions[champion], challenger: versions[challenger], predictions: rows,
        source: "rows.csv")
      let report = try judged.registry.gate(versions[1], scored: scored)
      #expect(report.results.map(\.tier) == [tier], "\(champion) \(challenger)")
    }
  }

  private static let rows = holdout(rows: 40, positives: 20, found: 12, wrong: 2)

  /// What keeps rows from being paired, and the words that say so.
  @Test func `says why rows are not paired`() throws {
    let other = Self.rows.replacing("yes", with: "no ")
    let counted = #"{"test_metrics": {"roc_auc": 0.9, "confusion_matrix": [[40, 10], [10, 40]]}}"#
    let data = { (digest: String) in #"{"data_sha256": "\#(digest)", "positive_label": "yes"}"# }
    for (holdouts, metadata, reason) in [
      ([nil, Self.rows], [data("aa")], "v1.0.0 has no holdout_predictions.csv"),
      ([Self.rows, Self.rows], [data("aa"), data("bb")], "different data files"),
      ([Self.rows, other], [data("aa")], "the row '1' has another label in each file"),
      (
        [Self.rows, Self.rows.replacing(",test,", with: "0000,test,")], [data("aa")],
        "no row id of one file is in the other"
      ),
      (
        [Self.rows, "row_id,split,label,probability\n"], [data("aa")], "a header and no rows"
      ),
      ([Self.rows, Self.rows.replacing("0.9", with: "nan")], [data("aa")], "'nan'"),
      (
        [Self.rows, "row_id,label,probability_a,probability_b\n1,a,1,0\n"], [data("aa")],
        "the probabilities are of several labels"
      ),
      (
        ["row_id,target,prediction\n1,2.5,2.25\n", Self.rows], [data("aa")],
        "numbers are predicted"
      ),
      (
        [Self.rows, Self.rows], [data("aa"), #"{"positive_label": "no"}"#],
        "do not say the same positive label"
      ),
      (
        [Self.rows.replacing("no", with: "yes"), Self.rows.replacing("no", with: "yes")],
        [data("aa")], "every row has the positive label"
      ),
    ] as [([String?], [String], String)] {
      let result = try result(
        #"{"metric": "roc_auc", "not_worse_by": 0.01}"#, champion: (counted, holdouts[0]),
        challenger: (counted, holdouts[1]), metadata: metadata)
      #expect(result.tier == .counted)
      #expect(result.reason.hasPrefix("not paired: "))
      #expect(result.reason.contains(reason), "\(result.reason)")
      #expect(result.interval?.method == .hanleyMcNeil)
    }
  }

  @Test func `compares counts where there are no rows`() throws {
    // statsmodels 0.15.0, confint_proportions_2indep(85, 100, 60, 100, method="newcomb"): 0.1272406 to
    // 0.3633388.
    let champion = #"{"test_metrics": {"recall": 0.6, "confusion_matrix": [[90, 10], [40, 60]]}}"#
    let challenger =
      #"{"test_metrics": {"recall": 0.85, "confusion_matrix": [[90, 10], [15, 85]]}}"#
    let result = try result(
      #"{"metric": "recall", "better_by": 0}"#, champion: (champion, nil),
      challenger: (challenger, nil))
    #expect(result.verdict == .passed)
    #expect(result.tier == .counted)
    let interval = try #require(result.interval)
    #expect(abs(interval.lower - 0.1272406) < 1e-6)
    #expect(abs(interval.upper - 0.3633388) < 1e-6)
  }

  @Test func `compares no number of one split with a number of another`() throws {
    let metrics = { (section: String) in
      #"{"\#(section)": {"recall": 0.9, "confusion_matrix": [[40, 10], [5, 45]]}}"#
    }
    let result = try result(
      #"{"metric": "recall", "not_worse_by": 0.5}"#, champion: (metrics("test_metrics"), nil),
      challenger: (metrics("validation_metrics"), nil))
    #expect(result.verdict == .inconclusive)
    #expect(
      result.reason.hasSuffix(
        "'recall' is in 'test_metrics' of the champion and in 'validation_metrics' of this version")
    )
  }

  /// By hand: the recall of [[90, 10], [15, 85]] is 0.85; 0.9 is an average of something else.
  @Test func `takes a rate that contradicts its counts for a bare number`() throws {
    for (recall, tier) in [(0.85, GateResult.Tier.counted), (0.854, .counted), (0.9, .bare)] {
      let metrics =
        #"{"test_metrics": {"recall": \#(recall), "confusion_matrix": [[90, 10], [15, 85]]}}"#
      let result = try result(
        #"{"metric": "recall", "not_worse_by": 0.5}"#, champion: (metrics, nil),
        challenger: (metrics, nil))
      #expect(result.tier == tier, "\(recall)")
    }
  }

  @Test func `pairs rows of the split that the metric is of, and of no other`() throws {
    let rows = { (split: String) in
      holdout(rows: 40, positives: 20, found: 12, wrong: 2, split: split)
    }
    let metrics = #"{"test_metrics": {"recall": 0.6, "confusion_matrix": [[18, 2], [8, 12]]}}"#
    for (first, second, tier, reason) in [
      ("test", "test", GateResult.Tier.paired, ""),
      ("train", "train", .counted, "not both versions held out rows of the split 'test'"),
      ("test", "holdout", .counted, "not both versions held out rows of the split 'test'"),
    ] {
      let result = try result(
        #"{"metric": "recall", "not_worse_by": 0.5}"#, champion: (metrics, rows(first)),
        challenger: (metrics, rows(second)))
      #expect(result.tier == tier)
      #expect(result.reason.hasSuffix(reason), "\(result.reason)")
    }
  }

  @Test func `says when nobody vouches that the data are the same`() throws {
    let rows = holdout(rows: 40, positives: 20, found: 12, wrong: 2)
    let result = try result(
      #"{"metric": "roc_auc", "not_worse_by": 0.5}"#, champion: ("{}", rows),
      challenger: ("{}", rows), metadata: [#"{"positive_label": "yes"}"#])
    #expect(result.tier == .paired)
    #expect(
      result.reason == "rows are taken for the same by their ids: not both say their data_sha256")
  }

  /// By hand: of 20 positive rows 15 score at least 0.5 with the challenger.
  @Test func `holds a bound against rows that were given, unless a section is named`() throws {
    let judged = try JudgedRegistry(
      gates:
        #"[{"metric": "recall", "minimum": 0.7}, {"metric": "test_metrics.recall", "minimum": 0.7}]"#
    )
    let metrics = #"{"test_metrics": {"recall": 0.6, "confusion_matrix": [[18, 2], [8, 12]]}}"#
    let metadata = #"{"threshold_policy": {"threshold_value": 0.5}}"#
    let first = try judged.register("v1.0.0", metrics: metrics, metadata: metadata)
    try judged.registry.promote(first, by: "ana", forcing: "first")
    let second = try judged.register("v1.0.1", metrics: metrics, metadata: metadata)
    let labels = (0..<40).map { $0 < 20 }
    let rows = try PairedPredictions(
      labels: labels, first: labels.map { $0 ? 0.9 : 0.1 },
      second: labels.indices.map { $0 < 15 ? 0.8 : 0.2 })
    let report = try judged.registry.gate(
      second,
      scored: ScoredRows(
        champion: first, challenger: second, predictions: rows, source: "rows.csv, sha256 00"))
    #expect(report.results.map(\.value) == [0.75, 0.6])
    #expect(report.results.map(\.verdict) == [.passed, .refused])
    #expect(report.results[0].rowCount == 20)
    #expect(report.rows == "rows.csv, sha256 00")
    #expect(report.json["rows"] == "rows.csv, sha256 00")
  }

  @Test func `cannot tell bare numbers apart`() throws {
    let result = try result(
      #"{"metric": "recall", "better_by": 0}"#, champion: (#"{"recall": 0.1}"#, nil),
      challenger: (#"{"recall": 0.9}"#, nil))
    #expect(result.verdict == .inconclusive)
    #expect(result.tier == .bare)
    #expect(result.reason.contains("nothing says of how many rows 'recall' is"))
  }

  @Test func `cannot tell when the champion is damaged, and promotes with a reason all the same`()
    throws
  {
    let judged = try judged(#"{"metric": "recall", "better_by": 0}"#)
    try judged.registry.promote(
      judged.register("v1.0.0", metrics: metrics), by: "ana", forcing: "first")
    let next = try judged.register("v1.1.0", metrics: metrics)
    try judged.sample.directory.write("{", to: "registry/champion.json")
    let result = try judged.result(next)
    #expect(result.verdict == .inconclusive)
    #expect(result.reason.hasPrefix("the champion cannot be read: "))
    #expect(throws: RegistryError.self) { try judged.registry.promote(next, by: "ana") }
    let promotion = try judged.registry.promote(next, by: "ana", forcing: "service is down")
    #expect(promotion.record.version == next)
    #expect(promotion.record.gates?.forced == "service is down")
  }
}
