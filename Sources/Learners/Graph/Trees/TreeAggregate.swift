/// What becomes of the votes for one score: the attribute `aggregate_function`.
///
/// Source: onnxruntime's `tree_ensemble_aggregator.h`.
enum TreeAggregate: String, Sendable {
  case sum = "SUM"
  case average = "AVERAGE"
  case minimum = "MIN"
  case maximum = "MAX"

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let name = try attributes.string("aggregate_function") ?? "SUM"
    guard let aggregate = TreeAggregate(rawValue: name) else {
      throw .unsupportedONNX(
        .attribute("aggregate_function", value: name, node: attributes.node))
    }
    self = aggregate
  }

  /// The score before the first vote; NaN stands for none.
  var start: Float { self == .minimum || self == .maximum ? .nan : 0 }

  /// The score with one more vote.
  @inline(__always)
  func add(_ weight: Float, to score: Float) -> Float {
    switch self {
    case .sum, .average: score + weight
    case .minimum: score < weight ? score : weight
    case .maximum: score > weight ? score : weight
    }
  }

  /// The score after the last vote of so many trees.
  func finish(_ score: Float, treeCount: Int) -> Float {
    switch self {
    case .sum: score
    case .average: score / Float(treeCount)
    case .minimum, .maximum: score.isNaN ? 0 : score
    }
  }
}
