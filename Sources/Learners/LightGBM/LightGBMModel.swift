internal import Registry

/// A model of LightGBM as its file states it.
///
/// Source: LightGBM's `src/boosting/gbdt_model_text.cpp`; files of 3.3 and 4.7 were compared.
struct LightGBMModel: Sendable {
  /// The version of the format: `v3` or `v4`.
  let version: String
  private(set) var objective: LightGBMObjective
  let inputs: BoosterInputs
  /// How many sums a row has.
  let scoreCount: Int
  /// Whether sums are divided by the number of rounds, as in a random forest.
  let isAveraged: Bool
  let trees: [SourceTree]

  /// - Parameters:
  ///   - bytes: The text.
  ///   - roundCount: How many rounds are used; `nil` for all.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` or
  ///   ``LearnerError/unsupportedModel(_:reason:supported:)``.
  init(_ bytes: [UInt8], roundCount: Int? = nil) throws(LearnerError) {
    let file = try LightGBMFile(bytes)
    let head = file.head
    version = try head.text("version")
    guard ["v3", "v4"].contains(version) else {
      throw .unsupportedModel(
        .lightGBM, reason: "its version is '\(version)'", supported: ["v3", "v4"])
    }
    objective = try LightGBMObjective(head.has("objective") ? try head.words("objective") : [])
    scoreCount = try Self.scoreCount(head, objective)
    isAveraged = head.has("average_output")
    inputs = BoosterInputs(try LightGBMFeatures(file).features, .lightGBM)
    guard file.trees.count.isMultiple(of: scoreCount) else {
      throw head.misfit("num_tree_per_iteration", "a divisor of the number of trees")
    }
    var trees: [SourceTree] = []
    let (limit, overflow) = (roundCount ?? .max).multipliedReportingOverflow(by: scoreCount)
    for (index, section) in file.trees.prefix(overflow ? .max : max(0, limit)).enumerated() {
      trees.append(
        try SourceTree(
          lightGBM: section, places: inputs.places, score: index % scoreCount))
    }
    self.trees = trees
  }

  /// The same model, whose answers are sums.
  var raw: LightGBMModel {
    var raw = self
    raw.objective = objective.raw
    return raw
  }

  private static func scoreCount(
    _ head: LightGBMSection, _ objective: LightGBMObjective
  ) throws(LearnerError) -> Int {
    let count = try head.count("num_tree_per_iteration")
    guard (1..<(1 << 16)).contains(count) else {
      throw head.misfit("num_tree_per_iteration", "a number of classes")
    }
    guard count == 1 || objective.isClassifier else {
      throw .unsupportedModel(
        .lightGBM, reason: "it predicts \(count) numbers a row and has no objective for them",
        supported: ["multiclass", "multiclassova"])
    }
    return count
  }
}
