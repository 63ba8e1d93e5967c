import Learners
import Registry

extension Command {
  static let train = Command(
    "train", in: .trainAndRegister, summary: "train a model on a CSV file, into artifacts/",
    discussion: """
      Reads any CSV file that pandas reads without options, and finds out the separator and the \
      types of its columns. Numbers are imputed by their median and standardised, text is one-hot \
      encoded; this is part of the model, an ONNX graph that takes the raw columns. The rows are \
      split, stratified by the target, into rows to train, validate and test on. The same data, \
      parameters and seed give the same model, byte for byte.
      """,
    options: [
      .data, .target, .positive, .drop, .types, .learner, .metric, .testSize, .validationSize,
      .seed, .output, .json,
    ],
    exitCodes: [.notFound, .interrupted],
    examples: [
      Example(
        "registry train --data bank.csv --target y --positive yes --drop duration",
        "predicts y from all columns but duration")
    ]
  ) { invocation, console in
    let pipeline = try invocation.trainingPipeline()
    let output = try invocation.string(.output)
    let result = try console.train(pipeline)
    try result.write(to: output)
    if invocation.flag(.json) {
      try console.write(result.json(output: output))
    } else {
      try console.write(result.summary(output: output))
    }
    return .done
  }
}

extension Option {
  fileprivate static let data = Option.value(
    "--data", "FILE", .file, help: "the CSV file", isRequired: true)
  fileprivate static let target = Option.value(
    "--target", "COLUMN", help: "the column to predict: two labels", isRequired: true)
  fileprivate static let positive = Option.value(
    "--positive", "VALUE", help: "the label whose probability is predicted",
    default: .described("1, yes or true, else the last label in order"))
  fileprivate static let drop = Option.value(
    "--drop", "COLUMNS", help: "columns to leave out, apart by commas", isRepeatable: true)
  fileprivate static let types = Option.value(
    "--types", "COLUMN=TYPE", help: "a column's type: int64, float64, bool or object",
    default: .described("found out from the cells"), isRepeatable: true)
  fileprivate static let learner = Option.value(
    "--model", "NAME", .oneOf(ModelFamily.offered.map(\.rawValue)), help: "the algorithm",
    default: .value(ModelFamily.logisticRegression.rawValue))
  fileprivate static let metric = Option.value(
    "--metric", "NAME", .oneOf(Metric.measured(for: .binary).map(\.rawValue)),
    help: "what candidates are ranked by", default: .value(Metric.areaUnderROC.rawValue))
  fileprivate static let testSize = Option.value(
    "--test-size", "SHARE", help: "the share of rows to test on", default: .value("0.2"))
  fileprivate static let validationSize = Option.value(
    "--validation-size", "SHARE", help: "the share of rows to validate on",
    default: .value("0.2"))
  fileprivate static let seed = Option.value(
    "--seed", "NUMBER", help: "where the random split starts from", default: .value("42"))
  fileprivate static let output = Option.value(
    "--output", "DIR", .directory, help: "where the artifacts go", default: .value("artifacts"))
}

extension Invocation {
  fileprivate func trainingPipeline() throws -> TrainingPipeline {
    var pipeline = TrainingPipeline(data: try string(.data), target: try string(.target))
    pipeline.positive = string(ifGiven: .positive)
    pipeline.drop = try list(.drop)
    pipeline.types = try columnTypes()
    pipeline.model = try ModelFamily(named: string(.learner))
    pipeline.metric = try Metric(named: string(.metric), for: .binary)
    pipeline.testFraction = try double(.testSize, in: 0...1)
    pipeline.validationFraction = try double(.validationSize, in: 0...1)
    pipeline.seed = UInt64(try integer(.seed, in: 0...Int.max))
    return pipeline
  }

  private func columnTypes() throws -> [String: ColumnType] {
    var types: [String: ColumnType] = [:]
    for text in try list(.types) {
      guard let cut = text.lastIndex(of: "="),
        let type = ColumnType(rawValue: String(text[text.index(after: cut)...]))
      else {
        throw failure(
          .invalidValue(
            text, name: Option.types.name,
            expected: "COLUMN=TYPE with int64, float64, bool or object"))
      }
      types[String(text[..<cut])] = type
    }
    return types
  }
}

extension Console {
  /// Trains with a progress line, and says what a person should look at.
  func train(_ pipeline: TrainingPipeline) throws -> TrainingResult {
    let result = try withProgress { tell in try pipeline.run(progress: tell) }
    warn(of: result)
    return result
  }

  /// Says what a person should look at.
  func warn(of result: TrainingResult) {
    for note in result.notes {
      warning("column '\(note.column)': \(note.reason.rawValue) (--drop '\(note.column)')")
    }
    for line in result.dataWarnings { warning(line) }
    if result.target.positiveWasChosen {
      note("the positive label is '\(result.target.positive)' (choose with --positive)")
    }
    if !result.converged { warning("the fit stopped before it reached its tolerance") }
  }
}

extension TrainingResult {
  func summary(output: String) -> String {
    var table = TextTable([
      .init("METRIC"), .init("VALIDATION", .right), .init("TEST", .right),
    ])
    for metric in Metric.measured(for: .binary) {
      table.add([
        metric.rawValue, metric.value(in: validationMetrics).rounded(toPlaces: 4),
        metric.value(in: testMetrics).rounded(toPlaces: 4),
      ])
    }
    return """
      \(pipeline.model.rawValue) on \(trainingRowCount) rows and \(features.count) columns

      \(table.text())
      wrote \(output.escapedForTerminal): model_v1.onnx and what belongs to it

      """
  }

  fileprivate func json(output: String) -> JSONValue {
    .object([
      "output": .string(output),
      "model": .string(pipeline.model.rawValue),
      "training_rows": .integer(trainingRowCount),
      "features": .array(features.map(JSONValue.string)),
      "classes": .array(target.classes.map(JSONValue.string)),
      "data_sha256": .string(dataSHA256.description),
      "converged": .bool(converged),
      "validation_metrics": .object(validationMetrics.json),
      "test_metrics": .object(testMetrics.json),
      "data_warnings": .array(dataWarnings.map(JSONValue.string)),
      "notes": .array(
        notes.map {
          .object(["column": .string($0.column), "reason": .string($0.reason.rawValue)])
        }
      ),
    ])
  }
}
