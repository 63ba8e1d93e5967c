import Registry

@testable import Learners

/// Contents of reports, a task each, from a seeded generator.
enum SampleReport {
  static func content(
    _ outcome: ModelReport.Outcome, target: String = "y", weights: [String] = ["age", "job"]
  ) -> ModelReport.Content {
    var content = ModelReport.Content(
      time: Timestamp(secondsSinceEpoch: 1_768_473_000), model: "gradient_boosting",
      dataFile: "rows.csv", dataSHA256: SHA256.digest(of: Array("rows".utf8)), target: target,
      rows: .init(training: 600, validation: 200, test: 200), splitMethod: "stratified", seed: 42,
      columnCount: weights.count, metric: "roc_auc",
      metrics: [.init(name: "roc_auc", validation: 0.91, test: 0.90123)], outcome: outcome)
    content.candidates = [
      .init(
        model: "gradient_boosting", score: 0.91, deviation: 0.011, seconds: 1.254,
        hyperparameters: ["learning_rate": .double(0.1), "max_leaves": .integer(31)]),
      .init(model: "logistic_regression", score: 0.88, hyperparameters: [:]),
    ]
    content.calibration = "isotonic"
    if outcome.task == .binary { content.threshold = .init(value: 0.35, policy: "maximises f1") }
    content.weights = .init(
      kind: .importance,
      entries: weights.enumerated().map {
        ModelReport.Weights.Entry(name: $1, value: 1 / Double($0 + 1), deviation: 0.03)
      })
    let iterations: [Double] = (0..<80).map { Double($0) }
    let training: [Double] = iterations.map { step in 0.7 / (1 + 0.1 * step) }
    content.losses.training = training
    content.losses.validation = zip(training, iterations).map { loss, step in loss + 0.0035 * step }
    content.warnings = ["'age': every row has the same value"]
    return content
  }

  /// Two labels, of which the second becomes likelier as its probability says.
  static func binary(_ classes: [String] = ["no", "yes"], rows: Int = 400) -> ModelReport.Outcome {
    var generator = SeededGenerator(seed: 1)
    let probabilities = (0..<rows).map { _ in
      let share = Double.random(in: 0..<1, using: &generator)
      return share * share * share
    }
    let labels = probabilities.map { Double.random(in: 0..<1, using: &generator) < $0 ? 1 : 0 }
    return .binary(classes: classes, probabilities: probabilities, labels: labels)
  }

  /// As many classes as names, the right one likelier.
  static func multiclass(_ classes: [String], rows: Int = 400) -> ModelReport.Outcome {
    var generator = SeededGenerator(seed: 2)
    var probabilities: [Double] = []
    let labels = (0..<rows).map { _ in Int.random(in: classes.indices, using: &generator) }
    for label in labels {
      var scores = classes.map { _ in Double.random(in: 0..<1, using: &generator) }
      scores[label] += 0.6
      let sum = scores.reduce(0, +)
      probabilities += scores.map { $0 / sum }
    }
    return .multiclass(classes: classes, probabilities: probabilities, labels: labels)
  }

  static func regression(rows: Int = 400) -> ModelReport.Outcome {
    var generator = SeededGenerator(seed: 3)
    let actual = (0..<rows).map { _ in Double.random(in: 0..<250_000, using: &generator) }
    let predicted = actual.map { value -> Double in
      let error = Double.random(in: -0.2...0.2, using: &generator)
      return (0.9 + error) * value + 9000
    }
    return .regression(predicted: predicted, actual: actual)
  }

  /// Names that have made programs stumble: markup, nothing, length, other directions, no XML at all.
  static let hostileNames = [
    "", "   ", "<script>alert(1)</script>", "a&b\"c'd", "]]>", "--><svg onload=x>", "a|b`c",
    "\u{202E}drow", "עברית שלום", "العربية", "line\nbreak\u{85}\u{2028}", "\u{0}\u{7}",
    "\u{FFFE}\u{FFFF}",
    String(repeating: "long_name_", count: 60), String(repeating: "漢", count: 60), "👩‍👩‍👧‍👦",
    "e" + String(repeating: "\u{301}", count: 500), "${x} %s {{y}} &amp; ![i](j)",
  ]
}
