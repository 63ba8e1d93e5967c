@testable import Learners

/// A model of XGBoost with one feature `x` and trees of one test, as JSON.
struct XGBoostText {
  var objective = "reg:squarederror"
  var booster = "gbtree"
  var base = "5E-1"
  var classCount = 0
  var targetCount = 1
  var featureCount = 1
  var trees = [tree()]
  var treeInfo = "0"
  var more = ""

  /// Below 1.5, and where nothing is known, 10; else 20.
  static func tree(
    left: String = "1,-1,-1", right: String = "2,-1,-1", column: String = "0,0,0",
    conditions: String = "1.5,10,20", leafSize: Int = 1, more: String = ""
  ) -> String {
    """
    {"left_children": [\(left)], "right_children": [\(right)], "split_indices": [\(column)],
     "split_conditions": [\(conditions)], "default_left": [1,0,0], "loss_changes": [1, 0, 0],
     "tree_param": {"size_leaf_vector": "\(leafSize)"}\(more)}
    """
  }

  var bytes: [UInt8] {
    Array(
      """
      {"learner": {
        "attributes": {}, "feature_names": ["x"], "feature_types": ["float"],
        "gradient_booster": {"name": "\(booster)", "model": {
          "gbtree_model_param": {"num_parallel_tree": "1"},
          "tree_info": [\(treeInfo)], "trees": [\(trees.joined(separator: ","))]\(more)}},
        "learner_model_param": {"base_score": "\(base)", "num_class": "\(classCount)",
          "num_feature": "\(featureCount)", "num_target": "\(targetCount)"},
        "objective": {"name": "\(objective)"}}, "version": [3, 2, 0]}
      """.utf8)
  }

  /// What the model answers where `x` is these numbers.
  func answers(_ numbers: [Double]) throws -> [Double] {
    let table = Table(columns: [numeric("x", numbers)], rowCount: numbers.count)
    return try LearnersTests.answers(try ScoringModel(bytes, path: "model.json"), table)
  }
}
