import Synchronization
import TestSupport
import Testing

@testable import Registry

/// Somebody else promotes just before the lock is taken for the first time.
private final class LateChampion: FileSystemWrapper {
  let real: any FileSystem = PosixFileSystem()
  private let promote: @Sendable () -> Void
  private let isDone = Mutex(false)

  init(_ promote: @escaping @Sendable () -> Void) { self.promote = promote }

  func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    let isFirst = isDone.withLock { isDone in
      defer { isDone = true }
      return !isDone
    }
    if isFirst { promote() }
    try real.lockWithoutWaiting(descriptor)
  }
}

@Suite struct `A promotion under a policy` {
  private let judged: JudgedRegistry
  private var registry: ModelRegistry { judged.registry }
  private let good: ModelVersion
  private let bad: ModelVersion

  init() throws {
    judged = try JudgedRegistry(gates: #"[{"metric": "recall", "minimum": 0.7}]"#)
    good = try judged.register(
      "v1.0.0", metrics: #"{"recall": 0.8, "n_samples": 100, "prevalence": 0.5}"#)
    bad = try judged.register(
      "v1.1.0", metrics: #"{"recall": 0.6, "n_samples": 100, "prevalence": 0.5}"#)
  }

  private func status(_ version: ModelVersion) throws -> VersionSummary.Status {
    try #require(try registry.versions(metric: nil).first { $0.version == version }).status
  }

  @Test func `keeps what the gates said in the alias file and in the history`() throws {
    let promotion = try registry.promote(good, by: "ana", reason: "first")
    let report = try #require(promotion.record.gates)
    #expect(report.verdict == .passed)
    #expect(report.results.map(\.gate) == ["recall at least 0.7"])
    #expect(report.results.first?.value == 0.8)
    #expect(report.forced == nil)
    #expect(try registry.alias(.champion)?.gates == report)
    #expect(try registry.history().last?.gates == report)
    #expect(try registry.verify().findings == [])
  }

  @Test func `that is refused changes nothing but the history`() throws {
    try registry.promote(good, by: "ana")
    let before = try registry.alias(.champion)
    let error = #expect(throws: RegistryError.self) {
      try self.registry.promote(self.bad, by: "ben", reason: "try")
    }
    guard case .notPromoted(let report) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(error?.exitCode == .refused)
    #expect(try registry.alias(.champion) == before)
    let line = try #require(try registry.history().last)
    #expect(line.event == .reject)
    #expect(line.version == bad)
    #expect(line.actor == "ben")
    #expect(line.gates == report)
    #expect(try status(bad) == .rejected)
    #expect(try registry.verify().findings == [])
  }

  @Test func `that is inconclusive changes nothing at all`() throws {
    let bare = try judged.register("v1.2.0", metrics: #"{"recall": 0.9}"#)
    let lines = try judged.sample.journal()
    let error = #expect(throws: RegistryError.self) { try self.registry.promote(bare, by: "ana") }
    #expect(error?.exitCode == .inconclusive)
    #expect(try judged.sample.journal() == lines)
    #expect(try status(bare) == .registered)
  }

  @Test func `that is forced goes on record with what the gates said`() throws {
    #expect(throws: RegistryError.self) { try self.registry.promote(self.bad, by: "ana") }
    let promotion = try registry.promote(bad, by: "ana", forcing: "the old one is worse still")
    #expect(promotion.record.gates?.forced == "the old one is worse still")
    #expect(promotion.record.gates?.verdict == .refused)
    #expect(try status(bad) == .champion)
    // It was rejected once, and made champion since.
    try registry.promote(good, by: "ana")
    #expect(try status(bad) == .archived)
  }

  @Test func `that passes needs no force, and does not record one`() throws {
    let promotion = try registry.promote(good, by: "ana", forcing: "to be sure")
    #expect(promotion.record.gates?.forced == nil)
  }

  @Test func `asks nothing of other aliases, of rollbacks and of what is champion already`() throws
  {
    try registry.promote(good, by: "ana")
    try registry.promote(bad, to: .staging, by: "ana")
    try registry.promote(bad, by: "ana", forcing: "now")
    #expect(try registry.promote(bad, by: "ana").wasAlreadyThere)
    try registry.rollback(by: "ana")
    let back = try registry.rollback(to: bad, by: "ana")
    #expect(back.record.version == bad)
    // A rollback is no promotion: what the gates said of the last one goes.
    #expect(back.record.gates == nil)
    #expect(back.record.fields["gates"] == nil)
  }

  @Test func `is held against the champion of the moment in which it takes the lock`() throws {
    let gates = #"[{"metric": "recall", "better_by": 0}]"#
    let judged = try JudgedRegistry(gates: gates, more: #", "bare_numbers": "compare""#)
    let (first, mine, late) = (
      try judged.register("v1.0.0", metrics: #"{"recall": 0.5}"#),
      try judged.register("v1.1.0", metrics: #"{"recall": 0.6}"#),
      try judged.register("v1.2.0", metrics: #"{"recall": 0.7}"#)
    )
    let registry = judged.registry
    try registry.promote(first, by: "ana")
    #expect(try registry.gate(mine).verdict == .passed)
    let overtaken = ModelRegistry(
      at: registry.path,
      fileSystem: LateChampion { _ = try? registry.promote(late, by: "eva") })
    let error = #expect(throws: RegistryError.self) { try overtaken.promote(mine, by: "ana") }
    guard case .notPromoted(let report) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(report.champion == late)
    #expect(report.verdict == .refused)
    #expect(try registry.alias(.champion)?.version == late)
  }

  @Test func `of a yanked version is refused as such, and rejects nothing`() throws {
    try registry.yank(bad, by: "ana", reason: "leak")
    #expect(throws: RegistryError.yanked(bad, by: "ana", reason: "leak")) {
      try self.registry.promote(self.bad, by: "ana")
    }
    #expect(throws: RegistryError.yanked(bad, by: "ana", reason: "leak")) {
      try self.registry.gate(self.bad)
    }
    #expect(try registry.history().last?.event == .yank)
  }

  @Test func `reads back what it wrote, whatever the numbers are`() throws {
    var result = GateResult(.approvals(1), .inconclusive, reason: "why")
    result.tier = .paired
    (result.value, result.championValue) = (0.1 + 0.2, 1e-17)
    result.interval = Interval(
      0.25, lower: -1.5, upper: 2.5, level: .usual, method: .deLong)
    (result.pValue, result.rowCount, result.smallestDifference) = (0.04, 12, 0.3)
    var report = GateReport(version: good, champion: bad, results: [result])
    report.forced = "because"
    #expect(GateReport(report.json) == report)
  }
}

@Suite struct `A rollback where promotions have gates` {
  private let judged: JudgedRegistry
  private let served: [ModelVersion]
  private let never: ModelVersion

  init() throws {
    judged = try JudgedRegistry(gates: #"[{"metric": "recall", "minimum": 0}]"#)
    let metrics = #"{"recall": 0.8, "n_samples": 100, "prevalence": 0.5}"#
    served = try [
      judged.register("v1.0.0", metrics: metrics), judged.register("v1.0.1", metrics: metrics),
    ]
    never = try judged.register("v1.0.2", metrics: metrics)
    for version in served { try judged.registry.promote(version, by: "ana") }
  }

  @Test func `leads only to what was champion once`() throws {
    let refusal = RegistryError.neverChampion(never)
    #expect(throws: refusal) { try judged.registry.rollback(to: never, by: "ana") }
    #expect(refusal.exitCode == .refused)
    #expect(try judged.registry.alias(.champion)?.version == served[1])
    #expect(try judged.registry.rollback(to: served[0], by: "ana").record.version == served[0])
  }

  @Test func `of another alias leads anywhere, and so does one without gates`() throws {
    try judged.registry.setAlias(.staging, to: served[0], by: "ana")
    #expect(try judged.registry.rollback(.staging, to: never, by: "ana").record.version == never)
    try judged.write(policy: "{}")
    #expect(try judged.registry.rollback(to: never, by: "ana").record.version == never)
  }

  @Test func `is not stopped by a policy that cannot be read`() throws {
    try judged.write(policy: "{,")
    #expect(try judged.registry.rollback(to: never, by: "ana").record.version == never)
  }
}
