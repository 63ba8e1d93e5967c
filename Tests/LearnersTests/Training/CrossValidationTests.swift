import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A training with cross-validation` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  private func run(
    _ task: LearningTask, _ family: ModelFamily,
    _ change: (inout TrainingPipeline) -> Void = { _ in }
  ) throws -> TrainingResult {
    var pipeline = try sample.pipeline(task, family)
    pipeline.folds = 3
    pipeline.calibration = .none
    change(&pipeline)
    return try pipeline.run()
  }

  @Test(arguments: LearningTask.allCases)
  func `measures every row that is not tested on once`(task: LearningTask) throws {
    let result = try run(task, .gradientBoosting)
    let rows = result.rows
    #expect((rows.learned + rows.test).sorted() == Array(0..<120))
    #expect(rows.test.count == 24)
    #expect(rows.rounds.count == 3)
    #expect(rows.rounds.flatMap(\.validation).sorted() == rows.learned)
    #expect(result.winner.rows == rows.learned)
    #expect(result.validationMetrics.sampleCount == 96)
    try sample.write(result)
    let lines = try sample.directory.read("artifacts/holdout_predictions.csv").split(
      separator: "\n")
    #expect(lines.count { $0.contains(",validation,") } == 96)
    #expect(lines.count { $0.contains(",test,") } == 24)
  }

  @Test(arguments: SampleTraining.all)
  func `answers for each fold what a fit on the others answers`(
    task: LearningTask, family: ModelFamily
  ) throws {
    let result = try run(task, family)
    let (rows, width) = (result.rows, result.target.scoreCount)
    for fold in rows.rounds {
      let fitted = try result.candidate.fit(
        rows.all.rows(fold.train), seed: 42
      ) { _, _ in }
      let table = rows.features.rows(fold.validation)
      let model = try TrainedModel(fitted, result.winner, result.target)
      let answers = try model.predictions(table)
      for (index, row) in fold.validation.enumerated() {
        let place = try #require(result.winner.rows.firstIndex(of: row))
        #expect(
          result.winner.predictions[place * width..<(place + 1) * width]
            == answers[index * width..<(index + 1) * width])
      }
    }
  }

  /// The mean, and the deviation over one less than the folds, as NumPy's `std` with `ddof=1` is defined.
  @Test func `ranks by the mean of the folds and tells their deviation`() throws {
    let result = try run(.binary, .logisticRegression)
    var scores: [Double] = []
    for fold in result.rows.rounds {
      let places = try fold.validation.map { try #require(result.winner.rows.firstIndex(of: $0)) }
      scores.append(
        try areaUnderROC(
          scores: places.map { result.winner.predictions[$0] },
          labels: fold.validation.map { result.target.labels[$0] }))
    }
    #expect(result.winner.foldScores == scores)
    let ranked = try #require(result.candidates.first)
    let mean = scores.reduce(0, +) / 3
    let squares = scores.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    #expect(abs(ranked.score - mean) < 1e-12)
    #expect(abs(try #require(ranked.deviation) - (squares / 2).squareRoot()) < 1e-12)
  }

  @Test(arguments: SampleTraining.all)
  func `writes a model of every row that is not tested on`(
    task: LearningTask, family: ModelFamily
  ) throws {
    let result = try run(task, family)
    let learned = result.rows.learned
    let fitted = try result.candidate.fit(
      result.rows.all.rows(learned), seed: 42
    ) { _, _ in }
    #expect(try TrainedModel(fitted, result.winner, result.target).onnx == result.model)
    #expect(result.trainingRowCount == 96)
  }

  @Test func `says so in metadata, comparison and run`() throws {
    let result = try run(.binary, .logisticRegression)
    let metadata = try sample.metadata(result)
    #expect(
      metadata["split"]
        == .object(["method": "stratified", "test_fraction": .double(0.2), "folds": 3]))
    #expect(metadata["training_rows"] == 96 && metadata["validation_rows"] == 96)
    let comparison = try sample.json("model_comparison.json")
    #expect(comparison["measured_on"] == "cross-validation")
    let first = try #require(comparison["candidates"]?.arrayValue?.first)
    #expect(first["fold_scores"]?.arrayValue?.map(\.doubleValue) == result.winner.foldScores)
    #expect(first["score_std"]?.doubleValue == result.candidates[0].deviation)
    let store = RunStore(artifacts: sample.directory.file("artifacts"))
    let run = try store.record(of: store.ids()[0])
    #expect(run.curves == [RunCurve("folds.roc_auc", result.winner.foldScores)])
  }

  @Test func `does not look at the share of rows to validate on`() throws {
    let result = try run(.binary, .logisticRegression) { $0.validationFraction = 0 }
    #expect(result.model == (try run(.binary, .logisticRegression)).model)
  }

  /// Of the 56 rows that say no, 11 are tested on, which leaves 45.
  @Test func `names the label that has fewer rows than there are folds`() throws {
    let error = #expect(throws: LearnerError.self) {
      try run(.binary, .logisticRegression) { $0.folds = 46 }
    }
    #expect(error?.message == "the label 'no' has 45 rows, and 46 folds need one each")
    #expect(error?.exitCode == .usage)
  }
}
