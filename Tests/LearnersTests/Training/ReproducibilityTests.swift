import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `The bytes of a model` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  /// Enough rows for each of several threads to have some.
  @Test(arguments: SampleTraining.all)
  func `depend neither on threads nor on the run`(task: LearningTask, family: ModelFamily) throws {
    var pipeline = try sample.pipeline(task, family, rows: 240)
    let candidate = SampleTraining.candidate(family)
    let models = try [1, 2, 4, 4].map { threads in
      pipeline.candidates = [candidate.on(threads)]
      return try pipeline.run()
    }
    #expect(Set(models.map(\.model)).count == 1)
    #expect(models.allSatisfy { $0.testPredictions == models[0].testPredictions })
  }

  @Test(arguments: LearningTask.allCases)
  func `do not depend on which other candidates there were`(task: LearningTask) throws {
    let all = try sample.pipeline(task).run()
    #expect(try sample.pipeline(task, all.candidate.family).run().model == all.model)
  }

  @Test(arguments: LearningTask.allCases)
  func `do not depend on rows that a fit is watched on`(task: LearningTask) throws {
    let rows = try sample.pipeline(task, .gradientBoosting).run().rows
    func fit(_ watched: LearningRows?) throws -> FittedCandidate {
      try SampleTraining.candidate(.gradientBoosting).fit(
        rows.all.rows(rows.learned), seed: 42,
        watched: watched
      ) { _, _ in }
    }
    let (plain, watched) = (
      try fit(nil),
      try fit(
        rows.all.rows(rows.test))
    )
    #expect(try bytes(of: plain) == bytes(of: watched))
    #expect(plain.validationLosses.isEmpty)
    #expect(watched.validationLosses.count == 5)
  }

  private func bytes(of fitted: FittedCandidate) throws -> [UInt8] {
    try ModelGraph(
      estimator: fitted.estimator, response: .identity, calibration: nil, answer: .scores
    ).model().encode()
  }
}

@Suite struct `Early stopping` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  /// A rate so high that trees soon make it worse.
  private func pipeline(_ task: LearningTask) throws -> TrainingPipeline {
    var pipeline = try sample.pipeline(task, .gradientBoosting, rows: 240)
    for text in ["early_stopping_rounds=5", "n_estimators=60", "learning_rate=1"] {
      pipeline.parameters.append(try ParameterSetting("gradient-boosting." + text))
    }
    return pipeline
  }

  @Test(arguments: LearningTask.allCases)
  func `ends with the tree that is best on rows of its own`(
    task: LearningTask
  ) throws {
    let result = try pipeline(task).run()
    let losses = result.trained.fitted.validationLosses
    let least = try #require(losses.min())
    let best = try #require(losses.firstIndex(of: least))
    #expect(losses.count < 60)
    guard case .trees(let trees) = result.trained.fitted.estimator else { throw Unexpected() }
    #expect(trees.trees.count == (best + 1) * result.target.scoreCount)
  }

  /// Other answers on the rows that candidates are ranked by would end it elsewhere if it looked at them.
  @Test(arguments: LearningTask.allCases)
  func `looks at rows to learn from only`(task: LearningTask) throws {
    var pipeline = try pipeline(task)
    pipeline.calibration = .none
    let result = try pipeline.run()
    let rows = result.rows
    let fitted = try result.candidate.fit(
      rows.all.rows(rows.learned), seed: 42
    ) { _, _ in }
    #expect(try TrainedModel(fitted, result.winner, result.target).onnx == result.model)
    #expect(fitted.validationLosses == result.trained.fitted.validationLosses)
  }
}

extension Candidate {
  /// The same with so many threads; a linear model has one.
  fileprivate func on(_ threads: Int) -> Candidate {
    switch self {
    case .randomForest(var forest):
      forest.maxThreads = threads
      return .randomForest(forest)
    case .gradientBoosting(var boosting):
      boosting.maxThreads = threads
      return .gradientBoosting(boosting)
    case .logisticRegression, .ridge: return self
    }
  }
}
