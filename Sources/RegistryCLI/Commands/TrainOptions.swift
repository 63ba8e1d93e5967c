import Learners
import Registry

extension Option {
  /// What `train` takes.
  static let training: [Option] = [
    data, target, task, positive, drop, types, learners, parameters, metric, folds, testSize,
    validationSize, timeColumn, groupColumn, calibration, threshold, minPrecision, minRecall,
    searchTrials, searchTime, searchSpace, seed, output, json,
  ]

  fileprivate static let output = Option.value(
    "--output", "DIR", .directory, help: "where the artifacts go", default: .value("artifacts"))

  fileprivate static let data = Option.value(
    "--data", "FILE", .file, help: "the CSV file", isRequired: true)
  fileprivate static let target = Option.value(
    "--target", "COLUMN", help: "the column to predict", isRequired: true)
  fileprivate static let task = Option.value(
    "--task", "NAME", .oneOf(LearningTask.allCases.map(\.rawValue)), help: "what is predicted",
    default: .described("found out from the target's cells"))
  fileprivate static let positive = Option.value(
    "--positive", "VALUE", help: "of two labels the one whose probability is predicted",
    default: .described("1, yes or true, else the last label in order"))
  fileprivate static let drop = Option.value(
    "--drop", "COLUMNS", help: "columns to leave out, apart by commas", isRepeatable: true)
  fileprivate static let types = Option.value(
    "--types", "COLUMN=TYPE", help: "a column's type: int64, float64, bool or object",
    default: .described("found out from the cells"), isRepeatable: true)
  fileprivate static let learners = Option.value(
    "--model", "NAMES",
    help: "algorithms to compare, apart by commas: all, or of "
      + ModelFamily.allCases.map(\.rawValue).joined(separator: ", "), default: .value("all"))
  fileprivate static let parameters = Option.value(
    "--param", "MODEL.NAME=VALUE", help: "a hyperparameter: gradient-boosting.learning_rate=0.05",
    isRepeatable: true)
  fileprivate static let metric = Option.value(
    "--metric", "NAME", .oneOf(Metric.allCases.map(\.rawValue)),
    help: "what candidates are ranked by",
    default: .described("roc_auc; log_loss for several labels, rmse for numbers"))
  fileprivate static let folds = Option.value(
    "--cv", "FOLDS", help: "rank candidates by so many folds in place of one validation part")
  fileprivate static let testSize = Option.value(
    "--test-size", "SHARE", help: "the share of rows to test on", default: .value("0.2"))
  fileprivate static let validationSize = Option.value(
    "--validation-size", "SHARE", help: "the share of rows to validate on",
    default: .value("0.2"))
  fileprivate static let timeColumn = Option.value(
    "--time-column", "COLUMN",
    help: "learn from the earliest rows and measure on the latest; no input")
  fileprivate static let groupColumn = Option.value(
    "--group-column", "COLUMN", help: "keep rows of one value in one part; no input")
  fileprivate static let calibration = Option.value(
    "--calibration", "METHOD", .oneOf(CalibrationMethod.allCases.map(\.rawValue)),
    help: "how probabilities are calibrated", default: .value("automatic"))
  fileprivate static let threshold = Option.value(
    "--threshold", "RULE",
    help:
      "from which probability on a row is positive: a number, max_f1, max_recall or max_precision",
    default: .value("0.5"))
  fileprivate static let minPrecision = Option.value(
    "--min-precision", "SHARE", help: "what max_recall must keep")
  fileprivate static let minRecall = Option.value(
    "--min-recall", "SHARE", help: "what max_precision must keep")
  fileprivate static let searchTrials = Option.value(
    "--search", "TRIALS", help: "try so many sets of hyperparameters, most on few rows")
  fileprivate static let searchTime = Option.value(
    "--search-time", "DURATION", help: "the same for so long: 10m")
  fileprivate static let searchSpace = Option.value(
    "--search-space", "FILE", .file, help: "what a search draws from (JSON)",
    default: .described("the usual ranges"))
  fileprivate static let seed = Option.value(
    "--seed", "NUMBER", help: "where everything starts that is drawn at random",
    default: .value("42"))
}

extension Invocation {
  /// What was asked of `train`.
  func trainingPipeline() throws -> TrainingPipeline {
    var pipeline = TrainingPipeline(data: try string(.data), target: try string(.target))
    pipeline.task = string(ifGiven: .task).flatMap(LearningTask.init)
    pipeline.positive = string(ifGiven: .positive)
    pipeline.drop = try list(.drop)
    pipeline.types = try columnTypes()
    pipeline.candidates = try candidates()
    for text in strings(.parameters) {
      pipeline.parameters.append(try ParameterSetting(text))
    }
    if let name = string(ifGiven: .metric) { pipeline.metric = try Metric(named: name) }
    if string(ifGiven: .folds) != nil { pipeline.folds = try integer(.folds, in: 2...100) }
    pipeline.testFraction = try double(.testSize, in: 0...1)
    pipeline.validationFraction = try double(.validationSize, in: 0...1)
    pipeline.split = try split()
    pipeline.calibration = try CalibrationMethod(rawValue: string(.calibration)) ?? .automatic
    pipeline.threshold = try thresholdPolicy()
    pipeline.search = try searchBudget()
    if let path = string(ifGiven: .searchSpace) {
      pipeline.searchSpace = try SearchSpace(file: path)
    }
    pipeline.seed = UInt64(try integer(.seed, in: 0...Int.max))
    return pipeline
  }

  /// Where `train` puts its files.
  func trainingOutput() throws -> String { try string(.output) }

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

  /// `nil` for all that do the task.
  private func candidates() throws -> [Candidate]? {
    let names = try list(.learners)
    if names == ["all"] { return nil }
    var candidates: [Candidate] = []
    for name in names { candidates.append(Candidate(try ModelFamily(named: name))) }
    return candidates
  }

  private func split() throws -> SplitMethod? {
    switch (string(ifGiven: .timeColumn), string(ifGiven: .groupColumn)) {
    case (nil, nil): return nil
    case (let column?, nil): return .timeOrdered(column: column)
    case (nil, let column?): return .grouped(column: column)
    case (_?, _?):
      throw failure(.conflictingOptions(Option.timeColumn.name, Option.groupColumn.name))
    }
  }

  private func thresholdPolicy() throws -> ThresholdPolicy {
    let rule = try string(.threshold)
    for (option, owner) in [(Option.minPrecision, "max_recall"), (.minRecall, "max_precision")]
    where string(ifGiven: option) != nil && rule != owner {
      throw failure(
        .invalidValue(
          rule, name: Option.threshold.name, expected: "\(owner) together with \(option.name)"))
    }
    switch rule {
    case "max_f1": return .maximizeF1
    case "max_recall":
      return .maximizeRecall(minPrecision: try double(.minPrecision, in: 0...1))
    case "max_precision":
      return .maximizePrecision(minRecall: try double(.minRecall, in: 0...1))
    default:
      guard let value = Double(rule), (0...1).contains(value) else {
        throw failure(
          .invalidValue(
            rule, name: Option.threshold.name,
            expected: "a number from 0 to 1, max_f1, max_recall or max_precision"))
      }
      return .fixed(value)
    }
  }

  private func searchBudget() throws -> SearchBudget? {
    switch (string(ifGiven: .searchTrials), string(ifGiven: .searchTime)) {
    case (nil, nil): return nil
    case (_?, nil): return .trials(try integer(.searchTrials, in: 1...10_000))
    case (nil, _?):
      let seconds = try seconds(ifGiven: .searchTime) ?? 0
      return .time(.seconds(seconds), clock: monotonicTime)
    case (_?, _?):
      throw failure(.conflictingOptions(Option.searchTrials.name, Option.searchTime.name))
    }
  }
}
