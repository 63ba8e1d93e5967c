internal import Registry

extension PipelineReader {
  /// The transformers that leave columns out.
  mutating func select(
    _ table: [PipelineColumn], by selector: PickledObject, _ kind: TransformerClass
  ) throws(LearnerError) -> [PipelineColumn] {
    let count = table.count
    // The classes that choose by a model take what that takes.
    let table = kind == .bestFeatures ? try finite(table, node: selector.name).columns : table
    let isKept: [Bool]
    switch kind {
    case .varianceThreshold:
      let threshold = try selector.number("threshold")
      isKept = try selector.numbers("variances_", count: count).map { $0 > threshold }
    case .bestFeatures: isKept = try selector.best(of: count)
    case .modelSelection: isKept = try selector.important(of: count)
    default: isKept = try selector.numbers("support_", count: count).map { $0 != 0 }
    }
    return zip(table, isKept).filter(\.1).map(\.0)
  }
}

extension PickledObject {
  /// `SelectKBest`: the columns of the highest scores, of equals the last.
  fileprivate func best(of count: Int) throws(LearnerError) -> [Bool] {
    let scores = try numbers("scores_", count: count).map {
      $0.isNaN ? -Double.greatestFiniteMagnitude : $0
    }
    if file.document.text(at: try reference("k")) == "all" { return scores.map { _ in true } }
    guard let kept = Int(exactly: try number("k")), kept >= 0 else { throw misfit("k") }
    return highest(scores, kept, last: true)
  }

  /// The places of so many of the highest numbers; of equals the last ones or the first ones.
  private func highest(_ numbers: [Double], _ count: Int, last: Bool) -> [Bool] {
    let order = numbers.indices.sorted {
      (numbers[$0], last ? $0 : -$0) > (numbers[$1], last ? $1 : -$1)
    }
    let kept = Set(order.prefix(count))
    return numbers.indices.map(kept.contains)
  }

  /// `SelectFromModel`: the columns that a model finds important enough.
  fileprivate func important(of count: Int) throws(LearnerError) -> [Bool] {
    let estimator = try object(has("estimator_") ? "estimator_" : "estimator")
    guard count > 0 else { throw broken("it is given no column") }
    guard try text("importance_getter") == "auto" else {
      throw unsupported("has its own 'importance_getter'")
    }
    let importances = try estimator.importances(
      of: count, norm: has("norm_order") ? try number("norm_order") : 1)
    let threshold = try threshold(importances, of: estimator)
    var isKept = Array(repeating: true, count: count)
    let limit = has("max_features_") ? "max_features_" : "max_features"
    if !isNone(limit) {
      guard let kept = Int(exactly: try number(limit)), kept >= 0 else { throw misfit(limit) }
      isKept = highest(importances, kept, last: false)
    }
    return zip(isKept, importances).map { $0 && !($1 < threshold) }
  }

  private func threshold(
    _ importances: [Double], of estimator: PickledObject
  ) throws(LearnerError) -> Double {
    var rule = "mean"
    if !isNone("threshold") {
      guard let text = file.document.text(at: try reference("threshold")) else {
        return try number("threshold")
      }
      rule = text
    } else if try estimator.isSparseModel() {
      return 1e-5
    }
    let parts = rule.split(separator: "*").map { $0.split(separator: " ").joined() }
    guard let factor = parts.count == 2 ? Double(parts[0]) : 1, let word = parts.last else {
      throw misfit("threshold")
    }
    switch word {
    case "mean": return factor * importances.reduce(0, +) / Double(importances.count)
    case "median":
      let sorted = importances.sorted()
      let middle = sorted.count / 2
      let median =
        sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
      return factor * median
    default: throw misfit("threshold")
    }
  }

  /// Whether a linear model was fitted so that most weights are 0.
  private func isSparseModel() throws(LearnerError) -> Bool {
    if name.contains("Lasso") { return true }
    if has("penalty"), try cell("penalty").text == "l1" { return true }
    if name == "ElasticNetCV" { return try abs(number("l1_ratio_") - 1) <= 1e-5 }
    guard name == "ElasticNet" || name == "LogisticRegression", has("l1_ratio"),
      let ratio = try cell("l1_ratio").number
    else { return false }
    return abs(ratio - 1) < 1e-8
  }

  /// What a model says of each column: the sizes of its weights, or how much its trees owe to it.
  private func importances(of count: Int, norm: Double) throws(LearnerError) -> [Double] {
    if has("coef_") {
      let weights = try matrix("coef_")
      guard let shape = weights.table, shape.columns == count, shape.rows > 0, norm == 1,
        weights.numbers.count == shape.rows * count
      else { throw unsupported("says nothing of the importance of columns that is known here") }
      return (0..<count).map { column in
        (0..<shape.rows).reduce(0) { $0 + abs(weights.numbers[$1 * count + column]) }
      }
    }
    switch EstimatorClass(self) {
    case .treeClassifier, .treeRegressor: return try treeImportances(count)
    case .forestClassifier, .forestRegressor, .extraTreesClassifier, .extraTreesRegressor:
      var sums = Array(repeating: 0.0, count: count)
      for tree in try objects("estimators_") {
        for (index, number) in try tree.treeImportances(count).enumerated() {
          sums[index] += number
        }
      }
      let total = sums.reduce(0, +)
      return total > 0 ? sums.map { $0 / total } : sums
    default: throw unsupported("says nothing of the importance of columns that is known here")
    }
  }

  /// How much a tree's tests of each column lowered the impurity, as shares of all.
  private func treeImportances(_ count: Int) throws(LearnerError) -> [Double] {
    let tree = try object("tree_")
    let (nodes, _, _) = try decisionTree(width: count)
    guard let array = file.document.array(at: try tree.reference("nodes")) else {
      throw tree.misfit("nodes")
    }
    let impurities = try tree.column("impurity", of: array)
    let weights = try tree.column("weighted_n_node_samples", of: array)
    var sums = Array(repeating: 0.0, count: count)
    for (index, node) in nodes.enumerated() {
      guard case .atMost = node.test else { continue }
      guard nodes.indices.contains(node.passes), nodes.indices.contains(node.fails) else {
        throw tree.misfit("nodes")
      }
      let lowered = [index, node.passes, node.fails].map { weights[$0] * impurities[$0] }
      sums[node.column] += lowered[0] - lowered[1] - lowered[2]
    }
    sums = sums.map { $0 / weights[0] }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : sums
  }
}
