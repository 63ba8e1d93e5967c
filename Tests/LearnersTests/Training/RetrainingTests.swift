import Foundation
import Registry
import Synchronization
import TestSupport
import Testing

@testable import Learners

/// A disk of which the part breaks that holds the models.
private final class LosingModels: FileSystemWrapper {
  let real: any FileSystem = PosixFileSystem()
  private let isBroken = Mutex(false)

  func breakDown() { isBroken.withLock { $0 = true } }

  func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    if name == "model.onnx", isBroken.withLock({ $0 }) { throw Errno(code: EIO) }
    return try real.open(name, in: directory, flags: flags, mode: mode)
  }
}

@Suite struct `A pipeline taken over from a model` {
  private let trained: TrainedRegistry

  init() throws { trained = try TrainedRegistry() }

  private func pipeline(
    as model: ResolvedModel, on csv: String, target: String? = nil
  ) throws -> TrainingPipeline {
    let data = try trained.directory.write(csv, to: "new.csv")
    return try TrainingPipeline(as: model, data: data, target: target)
  }

  @Test func `has its target, positive label, columns left out, split and seed`() throws {
    let model = try trained.register("v1.0.0", from: SampleRows.csv()) {
      $0.positive = "no"
      $0.drop = ["job"]
      ($0.testFraction, $0.validationFraction, $0.seed) = (0.25, 0.15, 7)
    }
    let pipeline = try pipeline(as: model, on: SampleRows.csv(500..<600))
    #expect(pipeline.data == trained.directory.file("new.csv"))
    #expect(pipeline.target == "y")
    #expect(pipeline.positive == "no")
    #expect(pipeline.blocked == ["job"])
    #expect(pipeline.seed == 7)
    #expect(pipeline.testFraction == 0.25)
    #expect(pipeline.validationFraction == 0.15)
    #expect(pipeline.candidates == [Candidate(.logisticRegression)])
  }

  @Test func `keeps text as text and fractions as fractions, whatever the cells look like`() throws
  {
    let model = try trained.register("v1.0.0", from: SampleRows.csv())
    let pipeline = try pipeline(as: model, on: "job,balance,age,y\n1,2,3,yes\n4,5,6,no\n")
    #expect(pipeline.types == ["job": .categorical, "balance": .real])
  }

  @Test func `leaves out what a pattern of the model's blocks, and keeps the pattern`() throws {
    var pipeline = TrainingPipeline(
      data: try trained.directory.write(SampleRows.csv(), to: "rows.csv"), target: "y")
    pipeline.blocked = ["j*", "secret_*"]
    let result = try pipeline.run()
    #expect(result.features == ["age", "balance"])
    try result.write(to: trained.directory.file("blocked"))
    let metadata = try trained.directory.read("blocked/model_metadata_v1.json")
    #expect(metadata.contains("\"blocked_features\": [\n    \"j*\",\n    \"secret_*\"\n  ]"))
  }

  @Test func `asks nothing of columns that the new file lacks`() throws {
    let model = try trained.register("v1.0.0", from: SampleRows.csv()) { $0.drop = ["job"] }
    let pipeline = try pipeline(as: model, on: "age,y\n3,yes\n6,no\n")
    #expect(pipeline.blocked == ["job"])
    #expect(pipeline.drop == [])
    #expect(pipeline.types == [:])
  }

  @Test func `needs to be told the target where the metadata does not say it`() throws {
    try trained.register("v1.0.0", from: SampleRows.csv())
    let metadata = try trained.directory.read("artifacts/model_metadata_v1.json")
    try trained.directory.write(
      metadata.replacing(/"target": "y",/, with: ""), to: "artifacts/model_metadata_v1.json")
    let files = try ResolvedModel(ArtifactDirectory(trained.directory.file("artifacts")))
    #expect(throws: LearnerError.unknownTarget(path: files.metadataPath)) {
      try pipeline(as: files, on: SampleRows.csv())
    }
    #expect(try pipeline(as: files, on: SampleRows.csv(), target: "y").target == "y")
  }
}

@Suite struct `A retraining` {
  private let trained: TrainedRegistry
  private var registry: ModelRegistry { trained.registry }
  private let (first, next): (ModelVersion, ModelVersion)

  init() throws {
    trained = try TrainedRegistry()
    (first, next) = (try ModelVersion("v1.0.0"), try ModelVersion("v1.0.1"))
  }

  /// Makes a champion of these rows and retrains on those.
  private func retraining(
    of champion: String, on csv: String, _ change: (inout Retraining) -> Void = { _ in }
  ) throws -> Retraining {
    try trained.register("v1.0.0", from: champion)
    try trained.promote("v1.0.0")
    let data = try trained.directory.write(csv, to: "new.csv")
    var retraining = try Retraining(in: registry, data: data, by: "ben")
    change(&retraining)
    return retraining
  }

  private func run(_ retraining: Retraining) throws -> RetrainingResult {
    try retraining.run(artifacts: trained.directory.file("challenger"))
  }

  private func champion() throws -> ModelVersion? { try registry.alias(.champion)?.version }
  private func events() throws -> [JournalEntry.Event] { try registry.history().map(\.event) }

  @Test func `promotes a challenger that is better, and keeps what the gate said`() throws {
    let result = try run(retraining(of: SampleRows.contrary(), on: SampleRows.csv(120..<240)))
    #expect(result.report.verdict == .passed)
    #expect(result.report.results.map(\.gate) == ["roc_auc better than the champion's"])
    #expect(result.report.results.first?.tier == .paired)
    #expect(result.report.results.first?.rowCount == result.training.testMetrics.sampleCount)
    #expect(result.champion == first)
    #expect(result.next.version == next)
    #expect(result.registration?.manifest.version == next)
    #expect(result.promotion?.record.gates == result.report)
    #expect(try champion() == next)
    #expect(try registry.alias(.challenger)?.version == next)
    #expect(try events() == [.register, .promote, .register, .alias, .promote])
    #expect(try registry.history().last?.actor == "ben")
    #expect(try registry.verify().findings == [])
  }

  @Test func `rejects a challenger that is worse on rows that neither was trained on`() throws {
    let result = try run(
      retraining(of: SampleRows.csv(), on: SampleRows.contrary()) {
        $0.holdout = try? trained.directory.write(SampleRows.csv(500..<600), to: "holdout.csv")
        $0.notes = "from the other office"
      })
    #expect(result.report.verdict == .refused)
    #expect(result.report.results.first?.rowCount == 100)
    let holdout = trained.directory.file("holdout.csv")
    #expect(result.evidence == "both scored the 100 rows of '\(holdout)'")
    #expect(result.promotion == nil)
    #expect(try champion() == first)
    #expect(try registry.manifest(of: next).notes == "from the other office")
    #expect(try events() == [.register, .promote, .register, .alias, .reject])
    #expect(try registry.versions().first { $0.version == next }?.status == .rejected)
  }

  @Test func `leaves the champion where the rows do not tell`() throws {
    let result = try run(retraining(of: SampleRows.csv(), on: SampleRows.csv(120..<240)))
    #expect(result.report.verdict == .inconclusive)
    #expect(try champion() == first)
    #expect(try registry.alias(.challenger)?.version == next)
    #expect(try events() == [.register, .promote, .register, .alias])
  }

  @Test func `goes by the gates of the policy where there are some`() throws {
    let retraining = try retraining(of: SampleRows.csv(), on: SampleRows.csv(120..<240))
    try trained.directory.write(
      #"{"promotion": {"gates": [{"metric": "recall", "minimum": 0.1}, {"approvals": 1}]}}"#,
      to: "registry/policy.json")
    let result = try run(retraining)
    #expect(result.report.results.map(\.verdict) == [.passed, .inconclusive])
  }

  /// A fifth of 120 rows is held out as test rows, with one seed the same ones.
  @Test func `on the champion's own file compares the rows that both held out`() throws {
    let result = try run(
      retraining(of: SampleRows.csv(), on: SampleRows.csv()) { $0.pipeline.drop = ["age"] })
    #expect(
      result.evidence
        == "both were trained from this file: rows that both held out are compared, where both have them"
    )
    let gate = try #require(result.report.results.first)
    #expect(gate.tier == .paired)
    #expect(gate.rowCount == 24)
    #expect(gate.reason == "")
    #expect(gate.verdict == .refused)
  }

  @Test func `says when the champion cannot score the new rows, and what is left to go by`() throws
  {
    let rows = (0..<150).map { row in
      "\(20 + row % 50),\(row),\((row % 50 > 24) != (row % 7 == 0) ? "yes" : "no")\n"
    }
    let withoutJob = "age,balance,y\n" + rows.joined()
    let result = try run(retraining(of: SampleRows.csv(), on: withoutJob))
    let data = trained.directory.file("new.csv")
    #expect(
      result.evidence == "the champion cannot score the new rows: '\(data)' lacks the column 'job'")
    #expect(result.next.version == (try ModelVersion("v2.0.0")))
    #expect(result.report.results.first?.tier == .counted)
  }

  @Test func `goes by no weaker evidence when the champion cannot be read just then`() throws {
    try trained.register("v1.0.0", from: SampleRows.contrary())
    try trained.promote("v1.0.0")
    let data = try trained.directory.write(SampleRows.csv(120..<240), to: "new.csv")
    let disk = LosingModels()
    let registry = ModelRegistry(at: trained.registry.path, fileSystem: disk)
    let retraining = try Retraining(in: registry, data: data, by: "ben")
    let error = #expect(throws: LearnerError.self) {
      try retraining.rehearse { if $0.activity == "comparing" { disk.breakDown() } }
    }
    #expect(error?.exitCode == .couldNotRun)
    #expect(error?.message.contains("v1.0.0/model.onnx': open failed") == true)
  }

  @Test func `takes no number when its rows cannot be compared on`() throws {
    let retraining = try retraining(of: SampleRows.csv(), on: SampleRows.csv(120..<240)) {
      $0.holdout = trained.directory.file("v1.0.0.csv")
    }
    let holdout = trained.directory.file("v1.0.0.csv")
    #expect(throws: LearnerError.comparedOnTrainingData(path: holdout, version: "v1.0.0")) {
      try run(retraining)
    }
    #expect(try registry.versions().map(\.version) == [first])
    #expect(try events() == [.register, .promote])
  }

  @Test func `needs a champion`() throws {
    try trained.register("v1.0.0", from: SampleRows.csv())
    let error = #expect(throws: LearnerError.self) {
      try Retraining(in: registry, data: trained.directory.file("v1.0.0.csv"), by: "ben")
    }
    #expect(error?.exitCode == .notFound)
  }

  @Test(arguments: [
    (SampleRows.contrary(), GateResult.Verdict.passed), (SampleRows.csv(), .inconclusive),
  ])
  func `can be rehearsed: the same is said, and nothing is changed`(
    champion: String, verdict: GateResult.Verdict
  ) throws {
    let retraining = try retraining(of: champion, on: SampleRows.csv(120..<240))
    let before = trained.directory.contents()
    let rehearsal = try retraining.rehearse()
    #expect(trained.directory.contents() == before)
    #expect(rehearsal.isRehearsal)
    #expect(rehearsal.report.verdict == verdict)
    let result = try run(retraining)
    #expect(!result.isRehearsal)
    #expect(result.report == rehearsal.report)
    #expect(result.next == rehearsal.next)
    #expect(result.evidence == rehearsal.evidence)
  }
}
