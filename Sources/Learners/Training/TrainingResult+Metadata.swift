internal import Registry

extension TrainingResult {
  /// The content of `model_metadata_v1.json`.
  func metadata(of run: RunID, at now: Timestamp) -> JSONValue {
    var metadata: JSONObject = [
      "created_at": .string(now.description),
      "run_id": .string(run.description),
      "task": .string(target.task.rawValue),
      "model_family": .string(candidate.family.metadataName),
      "model_sha256": .string(SHA256.digest(of: model).description),
      "hyperparameters": .object(candidate.hyperparameters),
      "converged": .bool(converged),
    ]
    for member in targetFacts.members + dataFacts.members + answerFacts.members {
      metadata[member.key] = member.value
    }
    metadata["libs_versions"] = .object(["registry": .string(ReleaseVersion.current)])
    metadata["assumptions"] = []
    return .object(metadata)
  }

  private var targetFacts: JSONObject {
    var facts: JSONObject = ["target": .string(target.name)]
    switch target.task {
    case .binary:
      facts["target_definition"] = .string("1 where \(target.name) is '\(target.classes[1])'")
    case .multiclass:
      facts["target_definition"] = .string("the label in \(target.name)")
    case .regression:
      facts["target_definition"] = .string("the number in \(target.name)")
    }
    guard target.task != .regression else { return facts }
    facts["classes"] = .array(target.classes.map(JSONValue.string))
    if let positive = target.positive { facts["positive_label"] = .string(positive) }
    return facts
  }

  private var dataFacts: JSONObject {
    [
      "expected_features": .array(features.map(JSONValue.string)),
      "blocked_features": .array(blockedFeatures.map(JSONValue.string)),
      "preprocessing_summary": .array(trained.fitted.preprocessing.map(JSONValue.string)),
      "training_rows": .integer(rows.learned.count),
      "validation_rows": .integer(winner.rows.count),
      "test_rows": .integer(rows.test.count),
      "seed": .number(JSONNumber(pipeline.seed)),
      "split": .object(split),
      "data_file": .string(PathText.split(pipeline.data).name),
      "data_sha256": .string(dataSHA256.description),
      "data_checks": dataChecks.json,
      "code_version": .optional(CodeVersion.current()),
    ]
  }

  private var split: JSONObject {
    var split: JSONObject = ["method": .string(rows.method.metadataName)]
    if let column = rows.method.column { split["column"] = .string(column) }
    split["test_fraction"] = .double(pipeline.testFraction)
    if let folds = pipeline.folds {
      split["folds"] = .integer(folds)
    } else {
      split["validation_fraction"] = .double(pipeline.validationFraction)
    }
    return split
  }

  /// How answers for two labels come about.
  private var answerFacts: JSONObject {
    guard target.task == .binary else { return [:] }
    var facts: JSONObject = ["calibration": .string(calibration.rawValue)]
    if case .sigmoid(let slope, let intercept) = winner.calibration?.calibration {
      facts["calibration_parameters"] = .object([
        "slope": .double(slope), "intercept": .double(intercept),
      ])
    }
    if let choice = winner.threshold {
      facts["threshold_policy"] = .object(choice.policy.json(threshold: choice.threshold))
    }
    return facts
  }

  /// What was blocked or dropped, each once; the target is not among the features anyway.
  private var blockedFeatures: [String] {
    var seen: Set = [UTF8Key(pipeline.target)]
    return (pipeline.blocked + pipeline.drop).filter { seen.insert(UTF8Key($0)).inserted }
  }
}

extension FittedCandidate {
  /// What becomes of raw columns, a line for each kind.
  fileprivate var preprocessing: [String] {
    switch estimator {
    case .linear(let transformer, _, _):
      Self.lines(
        (transformer.numericInputs.count, "median imputation, then standardisation"),
        (transformer.categoricalInputs.count, "one-hot, unknown levels ignored"))
    case .trees(let trees):
      Self.lines(
        (trees.binner.numericCount, "as they are; missing ones go the better way"),
        (
          trees.binner.inputs.count - trees.binner.numericCount,
          "divided by sets of levels; unknown and rare levels count as missing"
        ))
    }
  }

  private static func lines(
    _ numeric: (count: Int, words: String), _ categorical: (count: Int, words: String)
  ) -> [String] {
    var lines: [String] = []
    if numeric.count > 0 { lines.append("\(numeric.count) numeric columns: \(numeric.words)") }
    if categorical.count > 0 {
      lines.append("\(categorical.count) categorical columns: \(categorical.words)")
    }
    return lines
  }
}

extension FittedColumnBinner {
  fileprivate var numericCount: Int {
    inputs.count { input in
      if case .numeric = input { true } else { false }
    }
  }
}
