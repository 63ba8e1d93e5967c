import Registry
import TestSupport

@testable import Learners

/// A registered model over one column `x`, small enough to be counted by hand.
struct TaskModel {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let resolved: ResolvedModel

  /// Makes the sums of a classifier, which may be of any size, something that can be taken for probabilities.
  static let clip = ONNXNode(
    "Clip", domain: .standard, name: "clip", inputs: ["sums"], outputs: ["probabilities"])

  /// Three labels: the probabilities are 0.5 + x/4, 0.25 and 0.25 - x/4.
  static func severalLabels() throws -> TaskModel {
    let classifier = ONNXNode(
      "LinearClassifier", domain: .learning, name: "classifier", inputs: ["x"],
      outputs: ["label", "sums"],
      attributes: [
        ONNXAttribute("classlabels_strings", .strings(classes)),
        ONNXAttribute("coefficients", .floats([0.25, 0, -0.25])),
        ONNXAttribute("intercepts", .floats([0.5, 0.25, 0.25])),
        ONNXAttribute("post_transform", .string("NONE")),
      ])
    return try TaskModel(
      PredictionOutputs(task: .multiclass, classes: classes), node: classifier,
      outputs: [
        ONNXValueInfo(name: "label", type: .string, shape: [.named("rows")]),
        ONNXValueInfo(name: "probabilities", type: .float, shape: [.named("rows"), .fixed(3)]),
      ],
      metadata: ["classes": .array(classes.map(JSONValue.string))],
      metrics: [
        "accuracy": .double(0.5), "log_loss": .double(0.9), "n_samples": 4,
        "confusion_matrix": [[1, 1, 0], [0, 1, 0], [1, 0, 0]],
      ],
      holdout: """
        row_id,split,label,probability_low,probability_mid,probability_high
        3,test,low,0.5,0.25,0.25

        """)
  }

  /// Two labels, 0 and 1 in the model: the probabilities are 0.5 - x/4 and 0.5 + x/4. What they are
  /// called the metadata and the signature of another program say.
  static func twoLabels(classes: [JSONValue], outputs: JSONObject) throws -> TaskModel {
    let classifier = ONNXNode(
      "LinearClassifier", domain: .learning, name: "classifier", inputs: ["x"],
      outputs: ["output_label", "sums"],
      attributes: [
        ONNXAttribute("classlabels_ints", .ints([0, 1])),
        ONNXAttribute("coefficients", .floats([-0.25, 0.25])),
        ONNXAttribute("intercepts", .floats([0.5, 0.5])),
        ONNXAttribute("post_transform", .string("NONE")),
      ])
    return try TaskModel(
      PredictionOutputs(task: .binary, classes: []), node: classifier,
      outputs: [
        ONNXValueInfo(name: "output_label", type: .int64, shape: [.named("rows")]),
        ONNXValueInfo(name: "probabilities", type: .float, shape: [.named("rows"), .fixed(2)]),
      ], metadata: ["classes": .array(classes)], metrics: ["n_samples": 4], holdout: nil,
      outputSchema: outputs)
  }

  /// A number: 2 · (x - 1).
  static func numbers() throws -> TaskModel {
    let scaler = ONNXNode(
      "Scaler", domain: .learning, name: "scaler", inputs: ["x"], outputs: ["prediction"],
      attributes: [
        ONNXAttribute("offset", .floats([1])), ONNXAttribute("scale", .floats([2])),
      ])
    return try TaskModel(
      PredictionOutputs(task: .regression, classes: []), node: scaler,
      outputs: [
        ONNXValueInfo(name: "prediction", type: .float, shape: [.named("rows"), .fixed(1)])
      ],
      metadata: [:], metrics: ["rmse": .double(12.5), "r2": .double(-0.5), "n_samples": 4],
      holdout: "row_id,split,target,prediction\n3,test,7.5,-4.0\n")
  }

  static let classes = ["low", "mid", "high"]

  private init(
    _ answers: PredictionOutputs, node: ONNXNode, outputs: [ONNXValueInfo], metadata: JSONObject,
    metrics: JSONObject, holdout: String?, outputSchema: JSONObject? = nil
  ) throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"), inspector: ModelPorts.inspect)
    var graph = ONNXGraph()
    graph.nodes = [node]
    if node.outputs.contains("sums") { graph.nodes.append(Self.clip) }
    graph.inputs = [
      ONNXValueInfo(name: "x", type: .float, shape: [.named("rows"), .fixed(1)])
    ]
    graph.outputs = outputs
    var model = ONNXModel()
    model.irVersion = 7
    model.operatorSets = [
      ONNXOperatorSet(domain: "", version: 13), ONNXOperatorSet(domain: "ai.onnx.ml", version: 2),
    ]
    model.graph = graph
    var metadata = metadata
    metadata["task"] = .string(answers.task.rawValue)
    var files: [ArtifactDirectory.NewFile] = [
      .init("model_v1.onnx", model.encode()),
      .init("model_metadata_v1.json", JSONValue.object(metadata).indentedText),
      .init("model_signature_v1.json", Self.signature(answers, outputSchema).indentedText),
      .init(
        "metrics_v1.json", JSONValue.object(["test_metrics": .object(metrics)]).indentedText),
    ]
    if let holdout { files.append(.init("holdout_predictions.csv", Array(holdout.utf8))) }
    try ArtifactDirectory.write(files, to: directory.file("artifacts"))
    let version = try ModelVersion("v1.0.0")
    try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    resolved = try registry.resolve(.exact(version))
  }

  private static func signature(
    _ answers: PredictionOutputs, _ outputSchema: JSONObject?
  ) -> JSONValue {
    var signature: JSONObject = [
      "input_schema": .object(["x": "float64"]),
      "inputs": [.object(["name": "x", "type": "float64", "nullable": false])],
      "output_schema": outputSchema.map(JSONValue.object) ?? answers.schema,
    ]
    if outputSchema == nil { signature["outputs"] = answers.entries }
    return .object(signature)
  }
}
