internal import Registry

/// What a model of a task answers, by name: the fields of predictions and the outputs of a signature.
struct PredictionOutputs: Sendable {
  let task: LearningTask
  /// The labels in the model's order, for two the negative one first; none where it predicts numbers.
  let classes: [String]
  /// What labels are: whole numbers and truth values are written without quotes in JSON.
  let labelType: ColumnType
  /// Whether numbers are written as the shortest text of a `Float`, because the model computes in these.
  let isSinglePrecision: Bool
  private let spelling: OutputNames

  /// What our models answer.
  init(task: LearningTask, classes: [String], hasIntegerLabels: Bool = false) {
    self.task = task
    self.classes = classes
    labelType = hasIntegerLabels ? .integer : .categorical
    isSinglePrecision = true
    spelling = OutputNames(classes: classes)
  }

  /// What a model answers as its signature has it.
  init(
    task: LearningTask, classes: [String], signature: ModelSignature, isSinglePrecision: Bool
  ) {
    self.task = task
    self.classes = classes
    self.isSinglePrecision = isSinglePrecision
    let spelling = OutputNames(signature, task: task, classes: classes)
    self.spelling = spelling
    let label = signature.outputs.first { UTF8Key($0.name) == UTF8Key(spelling.label) }
    labelType =
      switch label?.type {
      case .integer?: .integer
      case .boolean?: .boolean
      case .float?: .real
      case .string?, .other?, nil: .categorical
      }
  }

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
    var values: [JSONValue] = []
    each(
      prediction,
      number: { values.append(isSinglePrecision ? .float(Float($0)) : .double($0)) },
      label: { values.append(LabelText.json($0, as: labelType)) })
    return values
  }

  /// The values of a prediction as text, in the order of ``names``, less the version.
  func cells(_ prediction: Prediction) -> [String] {
    var cells: [String] = []
    each(
      prediction, number: { cells.append(text($0)) },
      label: { cells.append(LabelText.cell($0, as: labelType)) })
    return cells
  }

  /// Appends ``cells(_:)`` to a record.
  func append(_ prediction: Prediction, to csv: inout CSVWriter) {
    each(
      prediction, number: { csv.append(plain: text($0)) },
      label: { csv.append(LabelText.cell($0, as: labelType)) })
  }

  private func text(_ number: Double) -> String {
    isSinglePrecision ? Float(number).description : number.description
  }

  // MARK: By task

  private struct Output {
    let name: String
    let type: ColumnType
  }

  private var outputs: [Output] {
    let label = Output(name: spelling.label, type: labelType)
    let probability = Output(name: spelling.probability, type: .real)
    let answers =
      switch task {
      case .binary: [probability, label]
      case .multiclass:
        [label, probability]
          + spelling.classProbabilities.map { Output(name: $0, type: .real) }
      case .regression: [Output(name: spelling.prediction, type: .real)]
      }
    return answers + [Output(name: OutputName.modelVersion, type: .categorical)]
  }

  private func each(
    _ prediction: Prediction, number: (Double) -> Void, label: (String) -> Void
  ) {
    switch prediction {
    case .binary(let probability, let text):
      number(probability)
      label(text)
    case .multiclass(let probabilities, let text):
      label(text)
      number(prediction.score)
      for probability in probabilities { number(probability) }
    case .number(let value): number(value)
    }
  }

  /// What callers get to know of an output.
  private func entry(_ output: Output) -> JSONObject {
    var entry: JSONObject = [
      "name": .string(output.name), "type": .string(output.type.rawValue),
    ]
    guard output.name == spelling.label else { return entry }
    entry["classes"] = .array(classes.map(JSONValue.string))
    if task == .binary { entry["positive_class"] = .optional(classes.last) }
    return entry
  }
}
