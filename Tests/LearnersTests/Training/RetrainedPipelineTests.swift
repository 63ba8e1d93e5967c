import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A retrained pipeline` {
  private let trained: TrainedRegistry

  init() throws { trained = try TrainedRegistry() }

  private func pipeline(
    as model: ResolvedModel, on csv: String = SampleRows.csv(500..<620)
  ) throws -> TrainingPipeline {
    try TrainingPipeline(as: model, data: trained.directory.write(csv, to: "new.csv"))
  }

  @Test(arguments: SampleTraining.all)
  func `has the task and the hyperparameters of the model`(
    task: LearningTask, family: ModelFamily
  ) throws {
    let candidate = SampleTraining.candidate(family)
    let csv = SampleRows.csv(for: task)
    let model = try trained.register("v1.0.0", from: csv) { $0.candidates = [candidate] }
    let pipeline = try pipeline(as: model, on: csv)
    #expect(pipeline.task == task)
    // The seed is the pipeline's.
    #expect(pipeline.candidates?.map(\.hyperparameters) == [candidate.hyperparameters])
    #expect(pipeline.candidates?.map(\.family) == [family])
  }

  @Test(arguments: SampleTraining.all)
  func `makes the same model of the same rows`(task: LearningTask, family: ModelFamily) throws {
    let csv = SampleRows.csv(for: task)
    let model = try trained.register("v1.0.0", from: csv) {
      $0.candidates = [SampleTraining.candidate(family)]
      $0.threshold = .maximizeF1
      $0.calibration = .sigmoid
      $0.folds = 3
      $0.seed = 9
    }
    #expect(try pipeline(as: model, on: csv).run().model == model.readModel())
  }

  @Test(arguments: [
    (SplitMethod.timeOrdered(column: "age"), nil), (.grouped(column: "job"), nil),
    (.stratified, 4), (.random, nil), (.timeOrdered(column: "age"), 2),
  ])
  func `divides rows as the model's were`(split: SplitMethod, folds: Int?) throws {
    let model = try trained.register("v1.0.0", from: SampleRows.csv()) {
      $0.split = split
      $0.folds = folds
      $0.testFraction = 0.3
      if folds == nil { $0.validationFraction = 0.25 }
    }
    let pipeline = try pipeline(as: model)
    #expect(pipeline.split == split)
    #expect(pipeline.folds == folds)
    #expect(pipeline.testFraction == 0.3)
    #expect(pipeline.validationFraction == (folds == nil ? 0.25 : 0.2))
    #expect(try pipeline.run().features.count == (split.column == nil ? 3 : 2))
  }

  @Test(arguments: [
    ThresholdPolicy.fixed(0.25), .maximizeF1, .maximizeRecall(minPrecision: 0.6),
    .maximizePrecision(minRecall: 0.7),
  ])
  func `chooses its threshold by the model's rule`(policy: ThresholdPolicy) throws {
    let model = try trained.register("v1.0.0", from: SampleRows.csv()) { $0.threshold = policy }
    #expect(try pipeline(as: model).threshold == policy)
  }

  @Test(arguments: [CalibrationMethod.none, .sigmoid, .isotonic])
  func `calibrates as the model was`(method: CalibrationMethod) throws {
    let model = try trained.register("v1.0.0", from: SampleRows.csv()) { $0.calibration = method }
    #expect(try pipeline(as: model).calibration == method)
    #expect(try pipeline(as: model).run().calibration == method)
  }

  /// Numbers cannot be compared with labels: the gates have nothing to go by, and say so.
  @Test func `is compared with a champion of another task without a crash`() throws {
    try trained.register("v1.0.0", from: SampleRows.csv())
    try trained.promote("v1.0.0")
    let csv = SampleRows.csv(for: .regression)
    let data = try trained.directory.write(csv, to: "new.csv")
    var retraining = try Retraining(in: trained.registry, data: data, by: "ben")
    retraining.pipeline.task = .regression
    (retraining.pipeline.positive, retraining.pipeline.metric) = (nil, nil)
    retraining.pipeline.candidates = [Candidate(.ridge)]
    let result = try retraining.rehearse()
    #expect(result.report.verdict != .passed)
    #expect(result.evidence.hasPrefix("the champion cannot score the new rows"))
  }
}

@Suite struct `A model of an older release` {
  private let trained: TrainedRegistry

  init() throws { trained = try TrainedRegistry() }

  /// What metadata hold now and did not at first.
  private static let recent: Set = [
    "task", "run_id", "calibration", "data_checks", "converged", "split", "hyperparameters",
    "threshold_policy",
  ]

  /// Registers a model whose metadata say no more than those of the first release.
  private func register(_ version: String, from csv: String) throws -> ResolvedModel {
    let data = try trained.directory.write(csv, to: "\(version).csv")
    var pipeline = TrainingPipeline(data: data, target: "y")
    pipeline.candidates = [Candidate(.logisticRegression)]
    try pipeline.run().write(to: trained.directory.file("artifacts"))
    let name = "artifacts/model_metadata_v1.json"
    let fields = try #require(
      JSONValue(parsing: Array(trained.directory.read(name).utf8)).objectValue)
    var old = JSONObject(
      distinctMembers: fields.members.filter { !Self.recent.contains($0.key) })
    old["hyperparameters"] = .object(["C": .double(2), "solver": "newton", "class_weight": .null])
    old["split"] = .object([
      "method": "stratified_holdout", "test_fraction": .double(0.25),
      "validation_fraction": .double(0.25),
    ])
    old["threshold_policy"] = .object([
      "objective": "default", "threshold_value": .double(0.5),
    ])
    try trained.directory.write(
      String(decoding: JSONValue.object(old).indentedText, as: UTF8.self), to: name)
    let version = try ModelVersion(version)
    try trained.registry.register(
      ArtifactDirectory(trained.directory.file("artifacts")), as: version, by: "ana")
    return try trained.registry.resolve(.exact(version))
  }

  @Test func `predicts`() throws {
    let model = try register("v1.0.0", from: SampleRows.csv())
    let predictor = try Predictor(model)
    #expect(predictor.task == .binary && predictor.threshold == 0.5)
    let output = trained.directory.file("answers.csv")
    #expect(try predictor.predict(file: trained.directory.file("v1.0.0.csv"), to: output) == 120)
    #expect(try trained.registry.verify(replayer: Predictor.replayGoldenRows).isClean)
  }

  @Test func `is retrained, as far as its metadata tell`() throws {
    let model = try register("v1.0.0", from: SampleRows.csv())
    let data = try trained.directory.write(SampleRows.csv(120..<240), to: "new.csv")
    let pipeline = try TrainingPipeline(as: model, data: data)
    #expect(pipeline.candidates?.count == 1)
    #expect(pipeline.candidates?[0].hyperparameters["C"]?.doubleValue == 2)
    #expect(pipeline.split == nil && pipeline.folds == nil)
    #expect(pipeline.testFraction == 0.25 && pipeline.validationFraction == 0.25)
    #expect(pipeline.threshold == .fixed(0.5))
    #expect(pipeline.calibration == .automatic)
    let result = try pipeline.run()
    #expect(result.target.task == .binary)
    #expect(result.rows.test.count == 30)
  }

  @Test func `is a champion that a challenger is held against`() throws {
    _ = try register("v1.0.0", from: SampleRows.contrary())
    try trained.promote("v1.0.0")
    let data = try trained.directory.write(SampleRows.csv(120..<240), to: "new.csv")
    let retraining = try Retraining(in: trained.registry, data: data, by: "ben")
    let result = try retraining.run(artifacts: trained.directory.file("challenger"))
    #expect(result.report.verdict == .passed)
    #expect(result.report.results.first?.tier == .paired)
  }
}
