import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `The candidates of a training` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  private func setting(_ text: String) throws -> ParameterSetting { try ParameterSetting(text) }

  @Test(arguments: [
    (LearningTask.binary, Metric.areaUnderROC), (.multiclass, .logLoss),
    (.regression, .rootMeanSquaredError),
  ])
  func `are all that do the task, ranked by its usual metric`(
    task: LearningTask, metric: Metric
  ) throws {
    var pipeline = try sample.pipeline(task)
    pipeline.candidates = nil
    pipeline.parameters = [
      try setting("random-forest.n_estimators=3"), try setting("gradient-boosting.n_estimators=3"),
    ]
    let result = try pipeline.run()
    let families = ModelFamily.allCases.filter { $0.does(task) }
    #expect(Set(result.candidates.map(\.candidate.family)) == Set(families))
    #expect(result.candidates.count == families.count)
    #expect(result.metric == metric)
    let scores = result.candidates.map(\.score)
    #expect(scores == scores.sorted(by: metric.largerIsBetter ? (>) : (<)))
    #expect(scores == result.candidates.map { $0.metrics.value(of: metric) })
    #expect(result.candidate == result.candidates[0].candidate)
    #expect(result.validationMetrics == result.candidates[0].metrics)
  }

  @Test(arguments: [
    (LearningTask.binary, Metric.logLoss), (.binary, .brierScore), (.binary, .f1),
    (.multiclass, .accuracy), (.regression, .meanAbsoluteError), (.regression, .rSquared),
  ])
  func `are ranked by the metric that is named, losses with the smallest first`(
    task: LearningTask, metric: Metric
  ) throws {
    var pipeline = try sample.pipeline(task)
    pipeline.metric = metric
    let result = try pipeline.run()
    let scores = try result.candidates.map { try #require($0.metrics.value(of: metric)) }
    #expect(scores == scores.sorted(by: metric.largerIsBetter ? (>) : (<)))
    #expect(Set(scores).count > 1)
    #expect(scores == result.candidates.map(\.score))
  }

  @Test func `cannot be ranked by a metric of another task`() throws {
    var pipeline = try sample.pipeline(.regression, .ridge)
    pipeline.metric = .areaUnderROC
    let refusal = LearnerError.metricOfAnotherTask(
      "roc_auc", task: .regression, known: ["rmse", "mae", "r2"])
    #expect(throws: refusal) { try pipeline.run() }
  }

  @Test func `keep their order where they are equally good`() throws {
    var pipeline = try sample.pipeline()
    var (first, second) = (LogisticRegression(), LogisticRegression())
    // Neither limit is reached: both fits are one.
    (first.maxIterations, second.maxIterations) = (901, 900)
    pipeline.candidates = [.logisticRegression(first), .logisticRegression(second)]
    let result = try pipeline.run()
    #expect(result.candidates.map(\.candidate) == pipeline.candidates)
    #expect(result.candidates[0].score == result.candidates[1].score)
  }

  @Test(arguments: [
    (Metric.areaUnderROC, [2, 0, 3, 1, 4]), (.logLoss, [1, 0, 3, 2, 4]),
  ])
  func `rank last where their score is no number`(metric: Metric, order: [Int]) throws {
    let trial = try sample.pipeline(.binary, .logisticRegression).run().winner
    var comparison = Comparison(metric: metric)
    let scores = [0.5, 0.25, 0.75, 0.5, .nan]
    for (number, score) in scores.enumerated() {
      comparison.add(trial.scoring(score, taking: .seconds(number)))
    }
    #expect(comparison.ranked.map { Int($0.duration.components.seconds) } == order)
  }

  @Test func `that cannot be fitted are left out and told of`() throws {
    var pipeline = try sample.pipeline(.binary, .logisticRegression, .gradientBoosting)
    pipeline.parameters = [try setting("logistic-regression.class_weight=[1,2,3]")]
    let result = try pipeline.run()
    #expect(result.candidates.map(\.candidate.family) == [.gradientBoosting])
    let failure = try #require(result.comparison.failures.first)
    #expect(
      result.warnings == [
        "logistic-regression could not be fitted: \(failure.error.message)"
      ])
    try sample.write(result)
    let comparison = try sample.json("model_comparison.json")
    #expect(comparison["candidates"]?.arrayValue?.count == 1)
    let failed = try #require(comparison["failed"]?.arrayValue)
    #expect(failed.map { $0["model"] } == ["logistic_regression"])
    #expect(failed.map { $0["error"] } == [.string(failure.error.message)])
  }

  @Test func `end the training when none of them can be fitted`() throws {
    var pipeline = try sample.pipeline(.binary, .logisticRegression, .gradientBoosting)
    pipeline.parameters = [
      try setting("logistic-regression.class_weight=[1,2,3]"),
      try setting("gradient-boosting.class_weight=[4,5,6,7]"),
    ]
    let error = #expect(throws: LearnerError.self) { try pipeline.run() }
    #expect(error?.message == "there are 3 class weights, but 2 were expected")
    #expect(error?.exitCode == .usage)
  }

  @Test func `do not hide that a person stopped the training`() throws {
    let pipeline = try sample.pipeline(.binary, .logisticRegression, .gradientBoosting)
    #expect(throws: LearnerError.interrupted) {
      try pipeline.run { progress throws(LearnerError) in
        if progress.activity.hasPrefix("fitting gradient-boosting") { throw .interrupted }
      }
    }
  }

  @Test(arguments: [(ModelFamily.randomForest, 3), (.gradientBoosting, 4)])
  func `are fitted with the number of trees that is set`(family: ModelFamily, count: Int) throws {
    var pipeline = try sample.pipeline(.binary, family)
    pipeline.parameters = [try setting("\(family.rawValue).n_estimators=\(count)")]
    let result = try pipeline.run()
    guard case .trees(let trees) = result.trained.fitted.estimator else { throw Unexpected() }
    #expect(trees.trees.count == count)
    #expect(result.candidate.hyperparameters["n_estimators"] == .integer(count))
  }

  @Test(arguments: [
    (LearningTask.binary, "logistic-regression.C=0.001"),
    (.multiclass, "logistic-regression.C=0.01"),
    (.regression, "ridge.alpha=1000"),
  ])
  func `are fitted with the penalty that is set`(task: LearningTask, text: String) throws {
    let setting = try setting(text)
    var pipeline = try sample.pipeline(task, setting.family)
    func size() throws -> Double {
      let estimator = try pipeline.run().trained.fitted.estimator
      guard case .linear(_, let coefficients, _) = estimator else { throw Unexpected() }
      return coefficients.joined().reduce(0) { $0 + $1 * $1 }
    }
    let usual = try size()
    pipeline.parameters = [setting]
    #expect(try size() < usual / 2)
  }

  @Test func `have to include the one that a hyperparameter is set of`() throws {
    var pipeline = try sample.pipeline(.binary, .logisticRegression)
    pipeline.parameters = [try setting("random-forest.n_estimators=3")]
    let refusal = LearnerError.parameters(
      .ofNoCandidate(family: "random-forest", trained: ["logistic-regression"]))
    #expect(throws: refusal) { try pipeline.run() }
  }

  @Test(arguments: [(LearningTask.regression, ModelFamily.logisticRegression), (.binary, .ridge)])
  func `have to do the task`(task: LearningTask, family: ModelFamily) throws {
    let known = ModelFamily.allCases.filter { $0.does(task) }.map(\.rawValue)
    let refusal = LearnerError.otherTask(model: family.rawValue, task: task, known: known)
    #expect(throws: refusal) { try sample.pipeline(task, family).run() }
  }
}

extension CandidateTrial {
  /// The same, with one score and a duration to tell it by.
  fileprivate func scoring(_ score: Double, taking duration: Duration) -> CandidateTrial {
    CandidateTrial(
      candidate: candidate, rows: rows, predictions: predictions, calibration: calibration,
      threshold: threshold, metrics: metrics, foldScores: [score], fitted: fitted,
      duration: duration)
  }
}
