import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A training for several labels or numbers` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  private static let all = SampleTraining.all.filter { $0.0 != .binary }

  private func trained(_ task: LearningTask, _ family: ModelFamily) throws -> TrainingResult {
    let result = try sample.pipeline(task, family).run()
    try sample.write(result)
    return result
  }

  @Test(arguments: [LearningTask.multiclass, .regression])
  func `finds out what is predicted`(task: LearningTask) throws {
    let result = try sample.pipeline(task).run()
    #expect(result.target.task == task)
    #expect(result.target.classes == (task == .multiclass ? ["middle", "old", "young"] : []))
    #expect(result.threshold == nil)
    #expect(result.calibration == .none)
  }

  /// Chance is a third of the rows, and no share of the variance.
  @Test(arguments: all)
  func `learns what there is to learn`(task: LearningTask, family: ModelFamily) throws {
    var pipeline = try sample.pipeline(task, family, rows: 240)
    if family != .ridge, family != .logisticRegression {
      pipeline.parameters = [try ParameterSetting("\(family.rawValue).n_estimators=40")]
    }
    let metrics = try pipeline.run().testMetrics
    let metric = task == .multiclass ? Metric.accuracy : .rSquared
    #expect(try #require(metrics.value(of: metric)) > 0.6)
  }

  @Test(arguments: [
    (LearningTask.multiclass, ["confusion_matrix.svg", "loss.svg", "roc.svg", "weights.svg"]),
    (.regression, ["loss.svg", "predicted_actual.svg", "residuals.svg", "weights.svg"]),
  ])
  func `leaves these files`(task: LearningTask, plots: [String]) throws {
    _ = try trained(task, .gradientBoosting)
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: sample.directory.file("artifacts")
    ).filter { !$0.hasPrefix("runs") }.sorted()
    #expect(
      names == [
        "golden_rows.json", "holdout_predictions.csv", "metrics_v1.json", "model_comparison.json",
        "model_metadata_v1.json", "model_report.md", "model_report_plots",
      ] + plots.map { "model_report_plots/" + $0 } + [
        "model_signature_v1.json", "model_v1.onnx", "monitoring_baseline",
        "monitoring_baseline/baseline_metadata.json", "monitoring_baseline/feature_profile.json",
        "monitoring_baseline/score_profile.json",
      ])
  }

  @Test(arguments: [
    (
      LearningTask.multiclass,
      ["label", "probability", "probability_middle", "probability_old", "probability_young"]
    ), (.regression, ["prediction"]),
  ])
  func `states in signature and metadata what comes out`(
    task: LearningTask, outputs: [String]
  ) throws {
    let result = try trained(task, .gradientBoosting)
    let model = try ResolvedModel(ArtifactDirectory(sample.directory.file("artifacts")))
    let signature = try model.readSignature()
    #expect(signature.outputs.map(\.name) == outputs + ["model_version"])
    #expect(signature.inputs.map(\.name) == ["age", "balance", "job"])
    let metadata = try sample.json("model_metadata_v1.json")
    #expect(metadata["task"]?.stringValue == task.rawValue)
    let classes = task == .multiclass ? result.target.classes : nil
    #expect(metadata["classes"]?.arrayValue?.compactMap(\.stringValue) == classes)
    for absent in ["positive_label", "threshold_policy", "calibration"] {
      #expect(metadata[absent] == nil)
    }
    let split = task == .multiclass ? "stratified" : "random"
    #expect(metadata["split"]?["method"]?.stringValue == split)
    #expect(try sample.json("metrics_v1.json")["threshold"] == nil)
  }

  @Test(arguments: all)
  func `holds out the answers to each row that was not learned from`(
    task: LearningTask, family: ModelFamily
  ) throws {
    let result = try trained(task, family)
    let lines = try sample.directory.read("artifacts/holdout_predictions.csv")
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let columns =
      task == .multiclass
      ? ["label", "probability_middle", "probability_old", "probability_young"]
      : ["target", "prediction"]
    #expect(lines[0] == ["row_id", "split"] + columns)
    #expect(
      lines.dropFirst().map { $0[0] } == (result.winner.rows + result.rows.test).map { "\($0 + 1)" }
    )
    let source = try sample.directory.read("rows.csv").split(separator: "\n").dropFirst()
      .map { String($0.split(separator: ",").last ?? "") }
    for line in lines.dropFirst() {
      let row = try #require(Int(line[0]))
      try #require(source.indices.contains(row - 1))
      let truth = source[row - 1]
      #expect(task == .multiclass ? line[2] == truth : Double(line[2]) == Double(truth))
    }
    #expect(
      lines.dropFirst().flatMap { $0.dropFirst(3).compactMap(Float.init) }
        == (result.winner.predictions + result.testPredictions).map(Float.init))
  }

  @Test(arguments: all)
  func `is registered, replays its golden rows exactly and answers rows of a file`(
    task: LearningTask, family: ModelFamily
  ) throws {
    let result = try trained(task, family)
    let registry = ModelRegistry(
      at: sample.directory.file("registry"), inspector: ModelPorts.inspect)
    let version = try ModelVersion("v1.0.0")
    try registry.register(
      ArtifactDirectory(sample.directory.file("artifacts")), as: version, by: "ana")
    let found = try registry.verify(replayer: Predictor.replayGoldenRows)
    #expect(found.isClean)
    guard case .replayed(let replay)? = found.replays.first?.outcome else { throw Unexpected() }
    #expect(replay.rowCount > 6 && replay.largestDistance == 0)

    let predictor = try Predictor(registry.resolve(.exact(version)))
    let output = sample.directory.file("answers.csv")
    #expect(try predictor.predict(file: sample.directory.file("rows.csv"), to: output) == 120)
    let lines = try sample.directory.read("answers.csv").split(separator: "\n").dropFirst()
    // The numbers of several labels follow the label and its probability.
    let places = task == .multiclass ? 2..<5 : 0..<1
    let answers = lines.map { line in
      line.split(separator: ",")[places].compactMap { Float(String($0)) }
    }
    #expect(
      result.rows.test.flatMap { answers[$0] } == result.testPredictions.map(Float.init))
  }

  @Test(arguments: [LearningTask.multiclass, .regression])
  func `warns of a column that gives the target away`(task: LearningTask) throws {
    var pipeline = try sample.pipeline(task, rows: 240)
    let lines = try sample.directory.read("rows.csv").split(separator: "\n").enumerated()
      .map { number, line in
        let target = line.split(separator: ",").last ?? ""
        let code = ["young": 1, "middle": 2, "old": 3][target].map { "\($0)" } ?? String(target)
        return (number == 0 ? "copy," : "\(code),") + line
      }
    pipeline.data = try sample.directory.write(
      lines.joined(separator: "\n") + "\n", to: "leak.csv")
    let result = try pipeline.run()
    let evidence =
      task == .multiclass
      ? "tells the labels apart, with a ROC AUC" : "tells the target, with a correlation"
    #expect(
      result.dataWarnings == ["column 'copy' alone \(evidence) of 1.0000 (--drop 'copy')"])
  }
}
