@testable import Learners

/// A model of LightGBM with one feature `x` and one tree of one test.
struct LightGBMText {
  var version = "v4"
  var objective = "objective=regression\n"
  var perRound = 1
  var features = "x"
  var infos = "[0:3]"
  var leafCount = "2"
  var column = "0"
  var threshold = "1.5"
  /// No category, missing to the right, NaN is missing.
  var decision = "8"
  var left = "-1"
  var values = "10 20"
  var more = ""
  var end = "end of trees\n"
  var tail = "pandas_categorical:null\n"
  /// How many bytes the head says that the tree has, less what it has.
  var sizeError = 0

  var bytes: [UInt8] {
    let tree = """
      Tree=0
      num_leaves=\(leafCount)
      num_cat=0
      split_feature=\(column)
      threshold=\(threshold)
      decision_type=\(decision)
      left_child=\(left)
      right_child=-2
      leaf_value=\(values)
      is_linear=0
      shrinkage=1
      \(more)


      """
    let names = features.split(separator: " ").count
    return Array(
      """
      tree
      version=\(version)
      num_class=\(perRound)
      num_tree_per_iteration=\(perRound)
      max_feature_idx=\(names - 1)
      \(objective)feature_names=\(features)
      feature_infos=\(infos)
      tree_sizes=\(tree.utf8.count + sizeError)

      \(tree)\(end)
      \(tail)
      """.utf8)
  }

  /// What the model answers where each column is these numbers.
  func answers(_ numbers: [Double]) throws -> [Double] {
    let columns = features.split(separator: " ").map { numeric(String($0), numbers) }
    let table = Table(columns: columns, rowCount: numbers.count)
    return try LearnersTests.answers(try ScoringModel(bytes, path: "model.txt"), table)
  }
}
