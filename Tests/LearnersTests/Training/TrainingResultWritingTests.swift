import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `The artifacts of a training` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private var path: String { directory.file("artifacts") }

  @discardableResult
  private func train(
    _ csv: String = SampleRows.csv(), _ change: (inout TrainingPipeline) -> Void = { _ in }
  ) throws -> TrainingResult {
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.candidates = [Candidate(.logisticRegression)]
    change(&pipeline)
    let result = try pipeline.run()
    try result.write(to: path)
    return result
  }

  private func json(_ name: String) throws -> [String: Any] {
    let data = Data(try directory.read("artifacts/" + name).utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any], "\(name)")
  }

  private static let files = [
    "golden_rows.json", "holdout_predictions.csv", "metrics_v1.json", "model_comparison.json",
    "model_metadata_v1.json", "model_report.md", "model_report_plots",
    "model_report_plots/calibration.svg", "model_report_plots/confusion_matrix.svg",
    "model_report_plots/precision_recall.svg", "model_report_plots/roc.svg",
    "model_report_plots/weights.svg", "model_signature_v1.json", "model_v1.onnx",
    "monitoring_baseline", "monitoring_baseline/baseline_metadata.json",
    "monitoring_baseline/feature_profile.json", "monitoring_baseline/score_profile.json",
  ]

  private var names: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: path).filter { !$0.hasPrefix("runs") }
        .sorted()
    }
  }

  @Test func `are these files and no others, each JSON as another reader takes it`() throws {
    try train()
    #expect(try names == Self.files)
    for name in Self.files where name.hasSuffix(".json") { #expect(try !json(name).isEmpty) }
  }

  @Test func `say in the metadata who made the model, and how`() throws {
    let result = try train { $0.drop = ["job"] }
    let metadata = try json("model_metadata_v1.json")
    #expect(
      Set(metadata.keys) == [
        "created_at", "run_id", "task", "model_family", "model_sha256", "hyperparameters",
        "converged", "target",
        "target_definition", "classes", "positive_label", "expected_features", "blocked_features",
        "preprocessing_summary", "training_rows", "validation_rows", "test_rows", "seed", "split",
        "data_file", "data_sha256", "data_checks", "code_version", "calibration",
        "threshold_policy",
        "libs_versions", "assumptions",
      ])
    #expect(metadata["model_family"] as? String == "logistic_regression")
    #expect(metadata["model_sha256"] as? String == SHA256.digest(of: result.model).description)
    #expect(metadata["expected_features"] as? [String] == ["age", "balance"])
    #expect(metadata["blocked_features"] as? [String] == ["job"])
    #expect(metadata["classes"] as? [String] == ["no", "yes"])
    #expect(metadata["positive_label"] as? String == "yes")
    #expect(metadata["target_definition"] as? String == "1 where y is 'yes'")
    #expect(metadata["data_file"] as? String == "rows.csv")
    #expect(metadata["data_sha256"] as? String == result.dataSHA256.description)
    #expect(metadata["seed"] as? Int == 42)
    let policy = try #require(metadata["threshold_policy"] as? [String: Any])
    #expect(policy["objective"] as? String == "fixed")
    #expect(policy["threshold_value"] as? Double == 0.5)
    #expect(
      try Array(Data(contentsOf: URL(fileURLWithPath: path + "/model_v1.onnx"))) == result.model)
  }

  @Test func `say in the metrics what was measured on which rows`() throws {
    let result = try train()
    let metrics = try json("metrics_v1.json")
    #expect(
      Set(metrics.keys) == [
        "created_at", "best_model", "primary_metric", "threshold", "calibration",
        "validation_metrics", "test_metrics",
      ])
    let test = try #require(metrics["test_metrics"] as? [String: Any])
    let area = try #require(test["roc_auc"] as? Double)
    guard case .binary(let measured) = result.testMetrics else { throw Unexpected() }
    // Foundation's reader rounds the last digit otherwise on Linux.
    #expect(abs(area - measured.areaUnderROC) <= area.ulp)
    #expect(test["n_samples"] as? Int == 24)
    #expect(test["confusion_matrix"] as? [[Int]] == measured.confusionMatrix.rows)
    #expect(metrics["primary_metric"] as? String == "roc_auc")
  }

  @Test func `keep the order and the types of the columns in the signature`() throws {
    try train()
    let model = try development()
    let signature = try model.readSignature()
    #expect(signature.fields["input_schema"]?.objectValue?.keys == ["age", "balance", "job"])
    #expect(signature.inputs.map(\.name) == ["age", "balance", "job"])
    #expect(signature.inputs.map(\.type) == [.integer, .float, .string])
    #expect(signature.outputs.map(\.name) == ["probability", "label", "model_version"])
    #expect(signature.outputs.map(\.type) == [.float, .string, .string])
  }

  @Test func `say in the signature what callers may send and what they get`() throws {
    try train()
    let fields = try development().readSignature().fields
    // The rows that were not held out, as the generator of the sample makes them.
    let heldOut = try directory.read("artifacts/holdout_predictions.csv").split(separator: "\n")
      .dropFirst().compactMap { Int($0.prefix { $0 != "," }) }
    let learned = (0..<120).filter { !heldOut.contains($0 + 1) }
    let ages = learned.map { 20 + (7 * $0) % 50 }
    let balances = learned.filter { $0 % 9 != 0 }.map { Double((37 * $0) % 200) / 4 }
    let age = "[\(try #require(ages.min())), \(try #require(ages.max()))]"
    let balance = "[\(try #require(balances.min())), \(try #require(balances.max()))]"
    let inputs = """
      [{"name": "age", "type": "int64", "required": true, "nullable": true, "derived": false, \
      "range": \(age)}, \
      {"name": "balance", "type": "float64", "required": true, "nullable": true, "derived": false, \
      "range": \(balance)}, \
      {"name": "job", "type": "object", "required": true, "nullable": true, "derived": false, \
      "levels": ["admin", "nurse, head", "technician"], "unknown_levels": "accept"}]
      """
    #expect(String(decoding: try #require(fields["inputs"]).compactText, as: UTF8.self) == inputs)
    let outputs = """
      [{"name": "probability", "type": "float64"}, \
      {"name": "label", "type": "object", "classes": ["no", "yes"], "positive_class": "yes"}, \
      {"name": "model_version", "type": "object"}]
      """
    #expect(String(decoding: try #require(fields["outputs"]).compactText, as: UTF8.self) == outputs)
  }

  @Test func `leave out levels of which there are more than a thousand`() {
    let levels = (0...1000).map(String.init)
    let facts = TrainingResult.facts(of: Array(levels.dropLast()))
    #expect(facts.keys == ["levels", "unknown_levels"])
    #expect(TrainingResult.facts(of: levels).keys == [])
  }

  private func development() throws -> ResolvedModel {
    let environment = [
      "MODEL_PATH": path + "/model_v1.onnx", "METADATA_PATH": path + "/model_metadata_v1.json",
      "SIGNATURE_PATH": path + "/model_signature_v1.json",
    ]
    return try ResolvedModel.resolve(environment: { environment[$0] })
  }

  /// The example is what a reader of the signature tries first.
  @Test(arguments: [("yes", "no"), ("1", "0")])
  func `answer the example request with the example response`(
    positive: String, negative: String
  ) throws {
    try train(
      SampleRows.csv {
        $0.replacing(",yes", with: ",\(positive)").replacing(",no", with: ",\(negative)")
      })
    let signature = try development().readSignature().fields
    let request = try #require(signature["example_request"])
    try directory.write(
      String(decoding: request.compactText, as: UTF8.self) + "\n", to: "request.jsonl")
    let output = directory.file("response.jsonl")
    #expect(
      try Predictor(development()).predict(file: directory.file("request.jsonl"), to: output) == 1)
    let response = try JSONValue(parsing: Array(directory.read("response.jsonl").utf8))
    #expect(response == signature["example_response"])
    let isNumber = response["label"]?.integerValue != nil
    #expect(isNumber == (positive == "1"))
  }

  @Test func `hold out one prediction for each row that was not learned from`() throws {
    let result = try train()
    let lines = try directory.read("artifacts/holdout_predictions.csv").split(separator: "\n")
    #expect(lines.first == "row_id,split,label,probability")
    let rows = lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
    // Rows count from 1 below the header.
    #expect(rows.map { $0[0] } == (result.winner.rows + result.rows.test).map { "\($0 + 1)" })
    #expect(rows.map { $0[1] }.count { $0 == "validation" } == 24)
    for row in rows {
      let line = SampleRows.row(try #require(Int(row[0])) - 1)
      #expect(line.hasSuffix("," + row[2]))
    }
    #expect(
      rows.map { Double($0[3]).map(Float.init) }
        == (result.winner.predictions + result.testPredictions).map(Float.init))
  }

  @Test func `take the place of those of an earlier training`() throws {
    try train()
    try directory.write("[]", to: "artifacts/golden_rows.json")
    let second = try train { $0.drop = ["job"] }
    #expect(try names == Self.files)
    let metadata = try json("model_metadata_v1.json")
    #expect(metadata["model_sha256"] as? String == SHA256.digest(of: second.model).description)
    #expect(try development().readSignature().inputs.map(\.name) == ["age", "balance"])
  }

  @Test func `do not take the place of another program's model`() throws {
    try SampleArtifacts.write(in: directory)
    let before = directory.contents().filter { $0.key.hasPrefix("artifacts") }
    let refusal = LearnerError.registry(
      .ambiguousModel(directory: path, names: ["model_v1.joblib", "model_v1.onnx"]))
    #expect(throws: refusal) { try train() }
    #expect(directory.contents().filter { $0.key.hasPrefix("artifacts") } == before)
  }
}
