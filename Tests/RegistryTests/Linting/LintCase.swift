import Testing

@testable import Registry

/// Files that break one rule, and files that nearly do.
struct LintCase: Sendable, CustomTestStringConvertible {
  let rule: LintRule
  let faulty: LintFiles
  /// What the message says of it.
  let says: String
  let sound: LintFiles

  var testDescription: String { "\(rule.rawValue): \(says)" }

  static let all = agreement + ofModels + ofHoldout + arithmetic + degeneracy + data

  // Two inputs and two outputs.
  private static let schema = """
    "input_schema": {"age": "int64", "job": "object"},
    "output_schema": {"risk": "float64", "label": "int64"}
    """

  private static func signature(_ rest: String = "") -> String { "{\(schema)\(rest)}" }

  private static func features(_ metadata: String) -> LintFiles {
    LintFiles(metadata: metadata, signature: signature())
  }

  private static func example(_ text: String) -> LintFiles {
    LintFiles(signature: signature(", " + text))
  }

  private static let agreement: [LintCase] = [
    .init(
      rule: .expectedFeatures, faulty: features(#"{"expected_features": ["age", "jobs"]}"#),
      says: "only 'expected_features' has 'jobs', only the signature has 'job'",
      sound: features(#"{"expected_features": ["age", "job"]}"#)),
    .init(
      rule: .expectedFeatures, faulty: features(#"{"expected_features": ["age"]}"#),
      says: "only the signature has 'job'",
      sound: features(#"{"expected_features": "unknown"}"#)),
    .init(
      rule: .unrelatedFeatures, faulty: features(#"{"expected_features": ["x0", "x1"]}"#),
      says: "none of the 2 expected features ('x0', 'x1') is an input of the signature",
      sound: features(#"{"expected_features": []}"#)),
    .init(
      rule: .featureOrder, faulty: features(#"{"expected_features": ["job", "age"]}"#),
      says: "column 1 is 'job', and 'age' in the signature",
      sound: LintFiles(metadata: #"{"expected_features": ["job", "age"]}"#)),
    .init(
      rule: .blockedFeatures, faulty: features(#"{"blocked_features": ["j*b"]}"#),
      says: "the input 'job' is blocked by 'j*b'",
      sound: features(#"{"blocked_features": ["ag", "jobs*", "*x", "Age"]}"#)),
    .init(
      rule: .modelVersion,
      faulty: LintFiles(metadata: #"{"model_version": "v1.1.0"}"#, version: "v1.2.0"),
      says: "it says 'v1.1.0', not 'v1.2.0'",
      sound: LintFiles(metadata: #"{"model_version": "1.2.0"}"#, version: "v1.2.0")),
    .init(
      rule: .exampleRequest, faulty: example(#""example_request": {"age": 1.5, "job": "x"}"#),
      says: "the input 'age' is 1.5 where a whole number is needed",
      sound: example(#""example_request": {"age": 5.0, "job": null}"#)),
    .init(
      rule: .exampleRequest, faulty: example(#""example_request": {"age": 5}"#),
      says: "the input 'job' is missing",
      sound: example(
        #"""
        "inputs": [{"name": "age", "type": "int64"},
                   {"name": "job", "type": "object", "required": false}],
        "example_request": {"age": 5}
        """#)),
    .init(
      rule: .exampleRequest,
      faulty: example(#""example_request": {"age": 5}"#),
      says: "the input 'job' is missing",
      sound: example(#""example_request": {"age": 5, "job": "", "sex": "f"}"#)),
    .init(
      rule: .exampleResponse, faulty: example(#""example_response": {"risk": "0.7", "label": 1}"#),
      says: #"the output 'risk' is "0.7" where a number is needed"#,
      sound: example(#""example_response": {"risk": 1, "label": 1}"#)),
    .init(
      rule: .thresholdDiffers,
      faulty: LintFiles(
        metadata: #"{"threshold_policy": {"threshold_value": 0.37}}"#,
        metrics: #"{"threshold": 0.5}"#),
      says: "'threshold' is 0.5, and 'threshold_policy.threshold_value' in "
        + "'model_metadata_v1.json' is 0.37",
      sound: LintFiles(
        metadata: #"{"threshold_policy": {"threshold_value": 0.026820049108277275}}"#,
        metrics: #"{"threshold": 0.0268}"#)),
  ]

  private static func model(
    _ inputs: [ModelPorts.Port], outputs: [ModelPorts.Port] = []
  ) -> LintFiles {
    LintFiles(
      signature: signature(), model: .ports(ModelPorts(inputs: inputs, outputs: outputs)))
  }

  private static let age = ModelPorts.Port(name: "age", kind: .number, width: 1)
  private static let job = ModelPorts.Port(name: "job", kind: .text, width: 1)

  private static let ofModels: [LintCase] = [
    .init(
      rule: .unreadableModel,
      faulty: LintFiles(model: .unreadable(reason: "the ONNX model is broken")),
      says: "the ONNX model is broken", sound: LintFiles()),
    .init(
      rule: .unrelatedModelInputs, faulty: model([age]),
      says: "the input 'age' has 1 column, and the signature 2 inputs", sound: model([job, age])),
    .init(
      rule: .modelInputs, faulty: model([age, job, .init(name: "sex", kind: .text)]),
      says: "the model takes 'sex', which the signature lacks",
      sound: model([.init(name: "float_input", kind: .number, width: 2)])),
    .init(
      rule: .modelInputs, faulty: model([age, .init(name: "job", kind: .number)]),
      says: "'job' is number in the model and text in the signature",
      sound: model([age, .init(name: "job", kind: .other)])),
    .init(
      rule: .modelOutputs,
      faulty: model([age, job], outputs: [.init(name: "label", kind: .text)]),
      says: "'label' is text in the model and number in the signature",
      sound: model(
        [age, job],
        outputs: [.init(name: "label", kind: .number), .init(name: "scores", kind: .other)])),
  ]
}
