import Learners
import Registry

extension Command {
  static let train = Command(
    "train", in: .trainAndRegister, summary: "train a model on a CSV file, into artifacts/",
    discussion: """
      Reads any CSV file that pandas reads without options, and finds out the separator, the types \
      of its columns and what is to be predicted: which of two labels, which of several, or a number. \
      Candidates are fitted on the training rows, ranked on the validation rows (or by \
      cross-validation), and the winner is calibrated and measured once on the test rows. The model \
      is an ONNX graph that takes the raw columns. The same data, parameters and seed give the same \
      model, byte for byte. Every training is kept as a run: registry runs list.
      """,
    options: Option.training,
    exitCodes: [.notFound, .interrupted],
    examples: [
      Example(
        "registry train --data bank.csv --target y --positive yes --drop duration",
        "compares models that predict y from all columns but duration"),
      Example(
        "registry train --data bank.csv --target y --model gradient-boosting --cv 5 --search 30",
        "looks for better hyperparameters, ranked by five folds"),
      Example(
        "registry train --data bank.csv --target y --threshold max_recall --min-precision 0.5",
        "finds as many positives as it can while half of the alarms are right"),
    ]
  ) { invocation, console in
    let pipeline = try invocation.trainingPipeline()
    let output = try invocation.trainingOutput()
    let result = try console.train(pipeline)
    let run = try result.write(to: output, name: "registry train")
    if invocation.flag(.json) {
      try console.write(result.json(run: run, output: output))
    } else {
      try console.write(result.summary(run: run, output: output))
    }
    return .done
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
    for line in result.dataWarnings + result.warnings { warning(line) }
    let target = result.target
    switch target.task {
    case .binary where target.positiveWasChosen:
      note("the positive label is '\(target.classes[1])' (choose with --positive)")
    case .binary: break
    case .multiclass where result.pipeline.task == nil:
      note("'\(target.name)' has \(target.classes.count) labels (choose with --task)")
    case .regression where result.pipeline.task == nil:
      note("'\(target.name)' is predicted as a number (choose with --task)")
    case .multiclass, .regression: break
    }
  }
}

extension TrainingResult {
  func summary(run: RunID, output: String) -> String {
    let threshold = threshold.map { ", threshold \($0.rounded(toPlaces: 4))" } ?? ""
    let calibration = target.task == .binary ? ", calibration \(calibration.rawValue)" : ""
    return """
      \(candidate.family.rawValue) on \(trainingRowCount) rows and \(features.count) columns\(calibration)\(threshold)

      \(candidateTable)\(metricTable)
      wrote \(output.escapedForTerminal): model_v1.onnx and what belongs to it
      run \(run)

      """
  }

  /// Who was compared; nothing where there was one.
  private var candidateTable: String {
    guard candidates.count > 1 else { return "" }
    var table = TextTable([
      .init("CANDIDATE"), .init(metric.rawValue.uppercased(), .right), .init("SECONDS", .right),
    ])
    for candidate in candidates {
      let deviation = candidate.deviation.map { " ± \($0.rounded(toPlaces: 4))" } ?? ""
      table.add([
        candidate.candidate.family.rawValue, candidate.score.rounded(toPlaces: 4) + deviation,
        candidate.duration.seconds.rounded(toPlaces: 2),
      ])
    }
    return table.text() + "\n"
  }

  private var metricTable: String {
    var table = TextTable([
      .init("METRIC"), .init("VALIDATION", .right), .init("TEST", .right),
    ])
    for metric in Metric.measured(for: target.task) {
      table.add([
        metric.rawValue, validationMetrics.value(of: metric)?.rounded(toPlaces: 4) ?? "–",
        testMetrics.value(of: metric)?.rounded(toPlaces: 4) ?? "–",
      ])
    }
    return table.text()
  }

  fileprivate func json(run: RunID, output: String) -> JSONValue {
    var json: JSONObject = [
      "output": .string(output),
      "run": .string(run.description),
      "task": .string(target.task.rawValue),
      "model": .string(candidate.family.rawValue),
      "hyperparameters": .object(candidate.hyperparameters),
      "training_rows": .integer(trainingRowCount),
      "features": .array(features.map(JSONValue.string)),
    ]
    if target.task != .regression {
      json["classes"] = .array(target.classes.map(JSONValue.string))
    }
    if let threshold {
      json["calibration"] = .string(calibration.rawValue)
      json["threshold"] = .double(threshold)
    }
    json["data_sha256"] = .string(dataSHA256.description)
    json["converged"] = .bool(converged)
    json["metric"] = .string(metric.rawValue)
    json["candidates"] = .array(candidates.map { .object($0.json) })
    json["validation_metrics"] = .object(validationMetrics.json)
    json["test_metrics"] = .object(testMetrics.json)
    json["data_warnings"] = .array(dataWarnings.map(JSONValue.string))
    json["warnings"] = .array(warnings.map(JSONValue.string))
    json["notes"] = .array(
      notes.map {
        .object(["column": .string($0.column), "reason": .string($0.reason.rawValue)])
      })
    return .object(json)
  }
}

extension RankedCandidate {
  fileprivate var json: JSONObject {
    [
      "model": .string(candidate.family.rawValue),
      "hyperparameters": .object(candidate.hyperparameters),
      "score": .double(score),
      "score_std": deviation.map(JSONValue.double) ?? .null,
      "seconds": .double(duration.seconds),
    ]
  }
}
