@testable import Learners

/// A fitted model of each kind as a graph, and what the model itself answers for other rows, in Double.
struct SampleModel: Sendable {
  let name: String
  let graph: ModelGraph
  /// The answer of the fitted model for ``drawnRows``: probabilities row by row, or numbers.
  let answers: [Double]

  /// Each kind of model that is trained here.
  static let all: [@Sendable () throws -> SampleModel] = [
    logistic, multinomial, ridge, boosting, forest, sigmoid, isotonic, multiclass, classForest,
    regression, forestRegression,
  ]

  private static let rows = drawnRows(400, seed: 71)
  private static let several = ModelGraph.Answer.multiclass(
    classes: ["a", "b", "c"], areIntegers: false)
  /// Rows that nothing is learned from, with texts that learning has not seen.
  static let others = drawnRows(200, seed: 72, unseen: true)

  private static let texts = ModelGraph.Answer.binary(
    classes: ["não", "sim"], areIntegers: false, threshold: 0.375)
  private static let integers = ModelGraph.Answer.binary(
    classes: ["0", "1"], areIntegers: true, threshold: 0.5)

  private static var boosted: GradientBoostingModel {
    get throws {
      var learner = GradientBoosting()
      (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (40, 8, 3)
      return try learner.fit(bins(of: rows.table), labels: rows.labels)
    }
  }

  @Sendable private static func logistic() throws -> SampleModel {
    let transformer = try ColumnTransformer(columns: rows.table.columns.map(\.name)).fit(rows.table)
    let model = try LogisticRegression().fit(
      try transformer.transform(rows.table), labels: rows.labels)
    return SampleModel(
      name: "logistic",
      graph: ModelGraph(
        estimator: .linear(
          transformer, coefficients: [model.coefficients], intercepts: [model.intercept]),
        response: .logistic, answer: texts),
      answers: both(try model.probabilities(try transformer.transform(others.table))))
  }

  @Sendable private static func multinomial() throws -> SampleModel {
    let transformer = try ColumnTransformer(columns: rows.table.columns.map(\.name)).fit(rows.table)
    let model = try LogisticRegression().fit(
      try transformer.transform(rows.table), labels: rows.classes, classCount: 3)
    return SampleModel(
      name: "several classes, linear",
      graph: ModelGraph(
        estimator: .linear(
          transformer, coefficients: model.coefficients, intercepts: model.intercepts),
        response: .softmax, answer: .multiclass(classes: ["7", "-1", "2"], areIntegers: true)),
      answers: try model.probabilities(try transformer.transform(others.table)))
  }

  @Sendable private static func ridge() throws -> SampleModel {
    let transformer = try ColumnTransformer(columns: rows.table.columns.map(\.name)).fit(rows.table)
    let model = try RidgeRegression().fit(
      try transformer.transform(rows.table), targets: rows.targets)
    return SampleModel(
      name: "regression, linear",
      graph: ModelGraph(
        estimator: .linear(
          transformer, coefficients: [model.coefficients], intercepts: [model.intercept]),
        response: .identity, answer: .number),
      answers: try model.predictions(try transformer.transform(others.table)))
  }

  @Sendable private static func classForest() throws -> SampleModel {
    let model = try smallForest.fit(bins(of: rows.table), labels: rows.classes, classCount: 3)
    return SampleModel(
      name: "several classes, forest",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .identity, answer: several),
      answers: try model.probabilities(others.table))
  }

  @Sendable private static func forestRegression() throws -> SampleModel {
    let model = try smallForest.fit(bins(of: rows.table), targets: rows.targets)
    return SampleModel(
      name: "regression, forest",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .identity, answer: .number),
      answers: try model.predictions(others.table))
  }

  private static var smallForest: RandomForest {
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth) = (30, 6)
    return learner
  }

  @Sendable private static func boosting() throws -> SampleModel {
    let model = try boosted
    return SampleModel(
      name: "boosting",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .logistic, answer: integers,
        metadata: [(key: "target", value: "y")]),
      answers: both(try model.probabilities(others.table)))
  }

  @Sendable private static func forest() throws -> SampleModel {
    let model = try smallForest.fit(bins(of: rows.table), labels: rows.labels)
    return SampleModel(
      name: "forest",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .identity, answer: texts),
      answers: both(try model.probabilities(others.table)))
  }

  @Sendable private static func sigmoid() throws -> SampleModel {
    let model = try boosted
    let probabilities = try model.decisionFunction(others.table).map {
      probability(ofLogOdds: 0.75 * $0 - 0.25)
    }
    return SampleModel(
      name: "sigmoid calibration",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .logistic,
        calibration: .sigmoid(slope: 0.75, intercept: -0.25), answer: texts),
      answers: both(probabilities))
  }

  @Sendable private static func isotonic() throws -> SampleModel {
    let model = try boosted
    let scores: [Double] = [-2, -1, -0.5, 0, 0.25, 1, 3]
    let levels: [Double] = [0, 0.125, 0.125, 0.5, 0.5625, 0.75, 1]
    let probabilities = try model.decisionFunction(others.table).map { score in
      let next = scores.firstIndex { score <= $0 } ?? scores.count
      if next == 0 || next == scores.count { return levels[max(next - 1, 0)] }
      let share = (score - scores[next - 1]) / (scores[next] - scores[next - 1])
      return levels[next - 1] + share * (levels[next] - levels[next - 1])
    }
    return SampleModel(
      name: "isotonic calibration",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .logistic,
        calibration: .isotonic(scores: scores, probabilities: levels), answer: texts),
      answers: both(probabilities))
  }

  @Sendable private static func multiclass() throws -> SampleModel {
    var learner = GradientBoosting()
    (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (20, 6, 3)
    let model = try learner.fit(bins(of: rows.table), labels: rows.classes, classCount: 3)
    return SampleModel(
      name: "several classes",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .softmax,
        answer: several),
      answers: try model.probabilities(others.table))
  }

  @Sendable private static func regression() throws -> SampleModel {
    var learner = GradientBoosting()
    (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (40, 8, 3)
    let model = try learner.fit(bins(of: rows.table), targets: rows.targets)
    return SampleModel(
      name: "regression",
      graph: ModelGraph(
        estimator: .trees(TreeEnsemble(model)), response: .identity, answer: .number),
      answers: try model.predictions(others.table))
  }

  private static func both(_ probabilities: [Double]) -> [Double] {
    probabilities.flatMap { [1 - $0, $0] }
  }
}

/// Rows of numbers and texts, some missing, with a target of each kind.
struct DrawnRows: Sendable {
  let table: Table
  let labels: [Int]
  let classes: [Int]
  let targets: [Double]
}

/// Draws rows; `unseen` puts a text among them that is not drawn otherwise.
func drawnRows(_ count: Int, seed: UInt64, unseen: Bool = false) -> DrawnRows {
  var draws = SeededDraws(seed: seed)
  var (x, z, t, u): ([Double], [Double], [String], [String]) = ([], [], [], [])
  var targets: [Double] = []
  // The second and third differ in their bytes only, and the empty text is missing.
  let levels = ["a b", "é", "e\u{301}", "d", "e", "f", ""]
  for row in 0..<count {
    x.append(draws.nextNumber() * 50)
    let isMissing = draws.next(below: 5) == 0
    z.append(isMissing ? .nan : draws.nextNumber())
    let level = draws.next(below: levels.count)
    t.append(unseen && row % 10 == 0 ? "unseen" : levels[level])
    let other = draws.next(below: 40)
    u.append("level \(other)")
    let score = x[row] / 50 + (level % 2 == 0 ? 0.6 : -0.6) + (other % 3 == 0 ? 0.5 : -0.2)
    targets.append(score + (isMissing ? 0.4 : z[row] * x[row] / 50) + 0.3 * draws.nextNumber())
  }
  let columns = [
    numeric("x in m", x), categorical("t", t), numeric("model/z", z), categorical("u", u),
  ]
  return DrawnRows(
    table: Table(columns: columns, rowCount: count), labels: targets.map { $0 > 0 ? 1 : 0 },
    classes: targets.map { $0 < -0.4 ? 0 : $0 < 0.4 ? 1 : 2 }, targets: targets.map { $0 * 100 })
}
