internal import Registry

/// What a model of a task answers, by name: the fields of predictions and the outputs of a signature.
struct PredictionOutputs: Sendable {
  let task: LearningTask
  /// The labels in the model's order, for two the negative one first; none where it predicts numbers.
  let classes: [String]
  /// Whether labels are whole numbers, and so written without quotes in JSON.
  var hasIntegerLabels = false
  /// Whether numbers are written as the shortest text of a `Float`, because the model computes in these.
  var isSinglePrecision = true

  /// The names in the order in which they are written; the model's version comes last.
  var names: [String] { outputs.map(\.name) }

  /// The member `output_schema` of a signature.
  var schema: JSONValue {
    .object(
      JSONObject(
        distinctMembers: outputs.map { .init(key: $0.name, value: .string($0.type.rawValue)) }))
  }

  /// The member `outputs` of a signature.
  var entries: JSONValue { .array(outputs.map { .object(entry($0)) }) }

  /// A prediction as a service answers it, less the version.
  func answer(_ prediction: Prediction) -> JSONObject {
    JSONObject(distinctMembers: zip(names, values(prediction)).map { .init(key: $0, value: $1) })
  }

  /// The values of a prediction as JSON, in the order of ``names``, less the version.
  func values(_ prediction: Prediction) -> [JSONValue] {
    fields(
      prediction, number: { isSinglePrecision ? .float(Float($0)) : .double($0) },
      label: { LabelRule.json($0, isInteger: hasIntegerLabels) })
  }

  /// The values of a prediction as text, in the order of ``names``, less the version.
  func cells(_ prediction: Prediction) -> [String] {
    fields(
      prediction, number: { isSinglePrecision ? Float($0).description : $0.description },
      label: { $0 })
  }

  // MARK: By task

  private struct Output {
    let name: String
    let type: ColumnType
  }

  private var outputs: [Output] {
    let label = Output(
      name: OutputName.label, type: hasIntegerLabels ? .integer : .categorical)
    let probability = Output(name: OutputName.probability, type: .real)
    let answers =
      switch task {
      case .binary: [probability, label]
      case .multiclass:
        [label, probability]
          + classes.map { Output(name: OutputName.probability(of: $0), type: .real) }
      case .regression: [Output(name: OutputName.prediction, type: .real)]
      }
    return answers + [Output(name: OutputName.modelVersion, type: .categorical)]
  }

  private func fields<Field>(
    _ prediction: Prediction, number: (Double) -> Field, label: (String) -> Field
  ) -> [Field] {
    switch prediction {
    case .binary(let probability, let text): [number(probability), label(text)]
    case .multiclass(let probabilities, let text):
      [label(text), number(prediction.score)] + probabilities.map(number)
    case .number(let value): [number(value)]
    }
  }

  /// What callers get to know of an output.
  private func entry(_ output: Output) -> JSONObject {
    var entry: JSONObject = [
      "name": .string(output.name), "type": .string(output.type.rawValue),
    ]
    guard output.name == OutputName.label else { return entry }
    entry["classes"] = .array(classes.map(JSONValue.string))
    if task == .binary { entry["positive_class"] = .optional(classes.last) }
    return entry
  }
}

/// What predictions are called in CSV, JSON and signatures.
enum OutputName {
  static let probability = "probability"
  static let label = "label"
  static let prediction = "prediction"
  static let modelVersion = "model_version"

  /// The probability of one of several labels.
  static func probability(of label: String) -> String { "\(probability)_\(label)" }
}
