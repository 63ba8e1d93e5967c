/// What becomes of the votes for one score.
enum TreeAggregate: Sendable, CaseIterable {
  case sum
  /// The sum by the number of trees.
  case average
  case minimum
  case maximum

  /// The score before the first vote; NaN stands for none.
  func start<Sum: TreeNumber>() -> Sum { self == .minimum || self == .maximum ? .nan : 0 }

  /// The score with one more vote.
  @inline(__always)
  func add<Sum: TreeNumber>(_ weight: Sum, to score: Sum) -> Sum {
    switch self {
    case .sum, .average: score + weight
    case .minimum: score < weight ? score : weight
    case .maximum: score > weight ? score : weight
    }
  }

  /// The score after the last vote of so many trees.
  func finish<Sum: TreeNumber>(_ score: Sum, treeCount: Int) -> Sum {
    switch self {
    case .sum: score
    case .average: score / Sum(treeCount)
    case .minimum, .maximum: score.isNaN ? 0 : score
    }
  }
}
