internal import Registry

extension TrainingResult {
  /// More levels than this are not a list that a caller chooses from.
  private static let maximumLevels = 1000

  /// The content of `model_signature_v1.json`.
  var signature: JSONValue {
    let example = rows.features.rows([rows.test[0]])
    let inputs = example.columns.map {
      JSONObject.Member(key: $0.name, value: .string($0.type.rawValue))
    }
    let request = example.columns.map {
      JSONObject.Member(key: $0.name, value: $0.jsonValue(row: 0))
    }
    let levels = Dictionary(
      trained.fitted.categoricalInputs.map { (UTF8Key($0.name), $0.levels) },
      uniquingKeysWith: { first, _ in first })
    let learned = rows.features.rows(rows.learned)
    var response = outputs.answer(firstPrediction)
    response[OutputName.modelVersion] = "development"
    return .object([
      "input_schema": .object(JSONObject(distinctMembers: inputs)),
      "output_schema": outputs.schema,
      "inputs": .array(learned.columns.map { .object(input($0, levels[UTF8Key($0.name)])) }),
      "outputs": outputs.entries,
      "example_request": .object(JSONObject(distinctMembers: request)),
      "example_response": .object(response),
    ])
  }

  var outputs: PredictionOutputs {
    PredictionOutputs(
      task: target.task, classes: target.classes, hasIntegerLabels: target.hasIntegerClasses)
  }

  /// What the model answers to the first test row.
  private var firstPrediction: Prediction {
    let answers = Array(testPredictions.prefix(target.scoreCount))
    switch target.task {
    case .binary:
      let isPositive = answers[0] >= threshold ?? 0.5
      return .binary(probability: answers[0], label: target.classes[isPositive ? 1 : 0])
    case .multiclass:
      let best = answers.firstIndex(of: answers.max() ?? 0) ?? 0
      return .multiclass(probabilities: answers, label: target.classes[best])
    case .regression: return .number(answers[0])
    }
  }

  /// What callers need to know of a column: it must be sent, may be null since the model imputes, and
  /// held these levels or numbers in training.
  private func input(_ column: Column, _ levels: [String]?) -> JSONObject {
    var input: JSONObject = [
      "name": .string(column.name), "type": .string(column.type.rawValue), "required": true,
      "nullable": true, "derived": false,
    ]
    switch column.values {
    case .categories:
      for member in Self.facts(of: levels ?? []).members { input[member.key] = member.value }
    case .numbers(let numbers):
      if column.type != .boolean, let range = Self.range(of: numbers, as: column.type) {
        input["range"] = range
      }
    }
    return input
  }

  /// What is said of levels: nothing where there are too many.
  static func facts(of levels: [String]) -> JSONObject {
    guard levels.count <= maximumLevels else { return [:] }
    return ["levels": .array(levels.map(JSONValue.string)), "unknown_levels": "accept"]
  }

  /// The lowest and the highest number that is there.
  private static func range(of numbers: [Double], as type: ColumnType) -> JSONValue? {
    let known = numbers.filter { !$0.isNaN }
    guard let lowest = known.min(), let highest = known.max() else { return nil }
    let ends = Column(name: "", type: type, values: .numbers([lowest, highest]))
    return [ends.jsonValue(row: 0), ends.jsonValue(row: 1)]
  }
}
