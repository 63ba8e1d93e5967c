extension SourceTree {
  /// A tree of LightGBM: first its tests, then its leaves.
  ///
  /// - Parameters:
  ///   - section: Its lines.
  ///   - places: Where each feature stands among the columns that are looked up.
  ///   - score: Which score its leaves add to.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``, or ``LearnerError/unsupportedModel(_:reason:supported:)``
  ///   for leaves with a linear model.
  /// - Complexity: O(bytes).
  ///
  /// Source: LightGBM's `src/io/tree.cpp` and `include/LightGBM/tree.h`.
  init(
    lightGBM section: LightGBMSection, places: [Int], score: Int
  ) throws(LearnerError) {
    let linear = section.has("is_linear") ? try section.text("is_linear") : "0"
    guard linear == "0" else {
      throw .unsupportedModel(
        .lightGBM, reason: "its leaves hold linear models (linear_tree)", supported: [])
    }
    let leafCount = try section.count("num_leaves")
    let weights = try section.numbers("leaf_value", count: leafCount)
    guard !weights.isEmpty, weights.allSatisfy(\.isFinite) else {
      throw section.misfit("leaf_value", "a list of finite numbers")
    }
    let lists = try LightGBMTreeLists(section, testCount: leafCount - 1, places: places)
    nodes = []
    for node in 0..<(leafCount - 1) { nodes.append(try lists.test(node)) }
    nodes += Array(repeating: .leaf, count: leafCount)
    votes = weights.enumerated().map { leaf, weight in
      Vote(leaf: leafCount - 1 + leaf, score: score, weight: weight)
    }
  }
}

/// The lists of a tree of LightGBM, one entry a test.
private struct LightGBMTreeLists {
  private let section: LightGBMSection
  private let columns: [Int]
  private let thresholds: [Double]
  /// Bit 0: whether categories are asked for. Bit 1: whether missing numbers go to the left. Above: which
  /// numbers are missing, 0 none, 1 zero and NaN, 2 NaN.
  private let decisions: [Int]
  /// The children; of leaves the complement of their number.
  private let left: [Int]
  private let right: [Int]
  private let categories: [Set<Int>]

  init(
    _ section: LightGBMSection, testCount: Int, places: [Int]
  ) throws(LearnerError) {
    self.section = section
    columns = try section.whole("split_feature", count: testCount, in: 0...(places.count - 1))
      .map { places[$0] }
    thresholds = try section.numbers("threshold", count: testCount)
    decisions = try section.whole("decision_type", count: testCount, in: 0...11)
    let children = -(testCount + 1)...max(0, testCount - 1)
    left = try section.whole("left_child", count: testCount, in: children)
    right = try section.whole("right_child", count: testCount, in: children)
    categories = try Self.categories(of: section)
  }

  func test(_ node: Int) throws(LearnerError) -> SourceTree.Node {
    let isCategorical = decisions[node] & 1 != 0
    return SourceTree.Node(
      test: isCategorical ? .member(try categories(node)) : .atMost(try threshold(node)),
      column: columns[node], passes: place(left[node]), fails: place(right[node]),
      missing: isCategorical ? .fails : missing(node))
  }

  private func missing(_ node: Int) -> SourceTree.Missing {
    let goesLeft = decisions[node] & 2 != 0
    return switch decisions[node] >> 2 {
    case 0: .isZero
    case 1: goesLeft ? .orZeroPasses : .orZeroFails
    default: goesLeft ? .passes : .fails
    }
  }

  private func threshold(_ node: Int) throws(LearnerError) -> Double {
    guard !thresholds[node].isNaN else { throw section.misfit("threshold", "a number everywhere") }
    return thresholds[node]
  }

  /// The place of a child: leaves stand after the tests.
  private func place(_ child: Int) -> Int { child < 0 ? left.count + ~child : child }

  private func categories(_ node: Int) throws(LearnerError) -> Set<Int> {
    guard let index = Int(exactly: thresholds[node]), categories.indices.contains(index) else {
      throw section.misfit("threshold", "a list of categories where 'decision_type' says so")
    }
    return categories[index]
  }

  /// Each set is a part of a list of bits, 32 in each number.
  private static func categories(
    of section: LightGBMSection
  ) throws(LearnerError) -> [Set<Int>] {
    let count = section.has("num_cat") ? try section.count("num_cat") : 0
    guard count > 0 else { return [] }
    let bounds = try section.whole("cat_boundaries", count: count + 1, in: 0...Int(Int32.max))
    guard bounds[0] == 0, zip(bounds, bounds.dropFirst()).allSatisfy(<=) else {
      throw section.misfit("cat_boundaries", "in order from 0")
    }
    let words = try section.whole(
      "cat_threshold", count: bounds[count], in: 0...Int(UInt32.max))
    return zip(bounds, bounds.dropFirst()).map { start, end in
      Set((0..<(end - start) * 32).filter { words[start + $0 / 32] >> ($0 % 32) & 1 != 0 })
    }
  }
}
