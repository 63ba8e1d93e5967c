import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `The answers of a trained model` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  /// What is served is what was measured, to the last bit: a threshold is one of these numbers.
  @Test(
    arguments: SampleTraining.all, [CalibrationMethod.none, .sigmoid])
  func `are those that candidates were measured by`(
    learner: (task: LearningTask, family: ModelFamily), calibration: CalibrationMethod
  ) throws {
    var pipeline = try sample.pipeline(learner.task, learner.family)
    pipeline.calibration = calibration
    let result = try pipeline.run()
    let rows = result.rows.features.rows(result.winner.rows)
    #expect(try result.trained.predictions(rows) == result.winner.predictions)
  }

  /// In single precision 11 times 1/11 is more than 1: whoever is over 44 says yes here, always.
  @Test(arguments: [LearningTask.binary, .multiclass])
  func `of many sure trees are probabilities`(task: LearningTask) throws {
    var pipeline = try sample.pipeline(task, .randomForest)
    let csv =
      "age,y\n"
      + (0..<120).map { "\($0 % 3),\(task == .binary ? min($0 % 3, 1) : $0 % 3)\n" }
      .joined()
    pipeline.data = try sample.directory.write(csv, to: "sure.csv")
    pipeline.task = task
    pipeline.calibration = .none
    pipeline.parameters = [try ParameterSetting("random-forest.n_estimators=11")]
    let result = try pipeline.run()
    #expect(result.winner.predictions.max() == 1)
    #expect(result.testPredictions.max() == 1)
  }

  @Test(arguments: CalibrationMethod.allCases)
  func `are calibrated as metadata and metrics say`(method: CalibrationMethod) throws {
    var pipeline = try sample.pipeline(.binary, .gradientBoosting)
    pipeline.calibration = method
    let result = try pipeline.run()
    let metadata = try sample.metadata(result)
    #expect(metadata["calibration"]?.stringValue == result.calibration.rawValue)
    #expect(
      try sample.json("metrics_v1.json")["calibration"]?.stringValue == result.calibration.rawValue)
    #expect(method == .automatic ? result.calibration != .automatic : result.calibration == method)
    let rows = result.rows.features.rows(result.rows.test)
    let scores = try result.trained.fitted.scores(rows)
    let expected = scores.map { score in
      result.winner.calibration?.calibration?.probability(ofScore: score)
        ?? probability(ofLogOdds: score)
    }
    for (found, expected) in zip(result.testPredictions, expected) {
      #expect(abs(found - expected) < 1e-6)
    }
    guard case .sigmoid(let slope, let intercept) = result.winner.calibration?.calibration else {
      #expect(metadata["calibration_parameters"] == nil)
      return
    }
    #expect(
      metadata["calibration_parameters"]
        == .object(["slope": .double(slope), "intercept": .double(intercept)]))
  }

  /// A forest of few trees that always look surer than they are; a linear model on its own kind of rows.
  @Test func `are calibrated only where that makes them better`() throws {
    var pipeline = try sample.pipeline(.binary, .gradientBoosting, rows: 400)
    pipeline.parameters = [
      try ParameterSetting("gradient-boosting.n_estimators=100"),
      try ParameterSetting("gradient-boosting.learning_rate=1"),
    ]
    #expect(try pipeline.run().calibration == .sigmoid)
    #expect(try sample.pipeline(.binary, .logisticRegression).run().calibration == .none)
  }

  @Test(arguments: [
    (ThresholdPolicy.fixed(0.3), "fixed", JSONValue.null, JSONValue.null),
    (.maximizeF1, "max_f1", .null, .null),
    (.maximizeRecall(minPrecision: 0.75), "max_recall", .null, .double(0.75)),
    (.maximizePrecision(minRecall: 0.5), "max_precision", .double(0.5), .null),
  ])
  func `are labelled by one threshold in metadata, graph and predictor`(
    policy: ThresholdPolicy, objective: String, minRecall: JSONValue, minPrecision: JSONValue
  ) throws {
    var pipeline = try sample.pipeline(.binary, .logisticRegression)
    pipeline.threshold = policy
    let result = try pipeline.run()
    let labels = result.target.rows(result.winner.rows).labels
    let choice = try policy.choose(probabilities: result.winner.predictions, labels: labels)
    let threshold = try #require(result.threshold)
    #expect(threshold == choice.threshold)
    #expect(result.warnings == [])
    #expect(
      try sample.metadata(result)["threshold_policy"]
        == .object([
          "objective": .string(objective), "min_recall": minRecall,
          "min_precision": minPrecision, "threshold_value": .double(threshold),
        ]))
    // The row that the threshold was taken from is among these.
    let table = result.rows.features
    let expected = try result.trained.predictions(table).map { $0 >= threshold ? "yes" : "no" }
    #expect(Set(expected).count == 2)
    #expect(try graphLabels(result, table) == expected)
    let predictor = try Predictor(
      ResolvedModel(ArtifactDirectory(sample.directory.file("artifacts"))))
    let predicted = try predictor.predict(table).map { prediction -> String? in
      if case .binary(_, let label) = prediction { label } else { nil }
    }
    #expect(predicted == expected)
  }

  @Test func `come with a warning where no threshold keeps what was asked`() throws {
    var pipeline = try sample.pipeline(.binary, .logisticRegression)
    pipeline.drop = ["age", "balance"]
    pipeline.threshold = .maximizeRecall(minPrecision: 0.99)
    let result = try pipeline.run()
    let choice = try #require(result.winner.threshold)
    #expect(!choice.isConstraintMet)
    #expect(
      result.warnings == [
        "no threshold has a precision of 0.99: the highest is \(choice.precision)"
      ])
  }

  /// What the label output of the model file says of each row.
  private func graphLabels(_ result: TrainingResult, _ table: Table) throws -> [String] {
    let batch = try result.trained.graph.inputs.map { input in
      let column = try table.column(input.name)
      return switch column.values {
      case .numbers(let numbers): NamedTensor(input.name, .column(numbers.map(Float.init)))
      case .categories(let codes, let levels):
        NamedTensor(input.name, .column(codes: codes, levels: levels))
      }
    }
    let labels = try result.trained.graph.run(batch)["label"]
    guard case .strings(let codes, let levels) = labels?.elements else { throw Unexpected() }
    return codes.map { levels[Int($0)] }
  }
}
