@testable import Learners

/// Trees and rows drawn from a seed, full of what readers get wrong: thresholds that rows have, both
/// zeros, infinities, missing numbers.
struct RandomTrees {
  var seed: UInt64
  var treeCount: Int
  /// The most tests that a row passes in a tree.
  var depth: Int
  var columns = 5
  /// How many thresholds there are in all, beside the special ones.
  var valueCount = 40
  var tests = Tests.thresholds
  var votes = Votes.one
  var missing: [SourceTree.Missing] = [.passes, .fails, .isZero]

  enum Tests { case thresholds, all }
  /// What leaves vote for: one score, all of them, or any.
  enum Votes { case one, all, some }

  static let scoreCount = 3

  private let special: [Double] = [
    0, -0.0, 1, 2, .infinity, -.infinity, 1e-36, -1e-35, 0.1, .leastNonzeroMagnitude,
  ]

  func trees() -> [SourceTree] {
    var generator = SeededGenerator(seed: seed)
    return (0..<treeCount).map { _ in tree(&generator) }
  }

  func rows(_ count: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed &+ 1)
    return (0..<count * columns).map { _ in
      Int.random(in: 0..<8, using: &generator) == 0 ? .nan : value(&generator)
    }
  }

  private func value(_ generator: inout SeededGenerator) -> Double {
    let number = Int.random(in: 0..<valueCount + special.count, using: &generator)
    // Thirds have no end as Floats and as Doubles.
    return number < special.count ? special[number] : Double(number - valueCount / 2) / 3
  }

  private func tree(_ generator: inout SeededGenerator) -> SourceTree {
    var tree = SourceTree(nodes: [], votes: [])
    let score = Int.random(in: 0..<Self.scoreCount, using: &generator)
    _ = add(to: &tree, depth: depth, score: score, &generator)
    return tree
  }

  /// Adds a node and what is below it, and answers its place.
  private func add(
    to tree: inout SourceTree, depth: Int, score: Int, _ generator: inout SeededGenerator
  ) -> Int {
    let place = tree.nodes.count
    tree.nodes.append(.leaf)
    guard depth > 0, Int.random(in: 0..<8, using: &generator) > 0 else {
      addVotes(to: &tree, leaf: place, score: score, &generator)
      return place
    }
    let fails = add(to: &tree, depth: depth - 1, score: score, &generator)
    let passes = add(to: &tree, depth: depth - 1, score: score, &generator)
    tree.nodes[place] = SourceTree.Node(
      test: test(&generator), column: Int.random(in: 0..<columns, using: &generator),
      passes: passes, fails: fails, missing: missing.randomElement(using: &generator) ?? .fails)
    return place
  }

  private func addVotes(
    to tree: inout SourceTree, leaf: Int, score: Int, _ generator: inout SeededGenerator
  ) {
    let scores =
      switch votes {
      case .one: [score]
      case .all: Array(0..<Self.scoreCount)
      case .some: (0..<Self.scoreCount).filter { _ in Bool.random(using: &generator) }
      }
    for score in scores {
      let weight = Double(Int.random(in: -1000...1000, using: &generator)) / 7
      tree.votes.append(.init(leaf: leaf, score: score, weight: weight))
    }
  }

  private func test(_ generator: inout SeededGenerator) -> SourceTree.Test {
    let value = value(&generator)
    switch (tests, Int.random(in: 0..<6, using: &generator)) {
    case (.thresholds, 0...3), (.all, 0...1): return .atMost(value)
    case (.thresholds, _), (.all, 2): return .less(value)
    case (.all, 3): return .equal(value)
    default: return .member(Set((-1...9).filter { _ in Bool.random(using: &generator) }))
    }
  }
}

extension [SourceTree] {
  /// The sums of rows by the rules of ``SourceTree``, one node after the other.
  func plainSums<Feature: TreeNumber, Sum: TreeNumber>(
    _ cells: [Feature], columns: Int, scoreCount: Int
  ) -> [Sum] {
    stride(from: 0, to: cells.count, by: columns).flatMap { row in
      var sums = [Sum](repeating: 0, count: scoreCount)
      for tree in self {
        let leaf = tree.leaf(of: cells[row..<row + columns].map(\.double))
        for vote in tree.votes where vote.leaf == leaf { sums[vote.score] += Sum(vote.weight) }
      }
      return sums
    }
  }
}

extension SourceTree {
  fileprivate func leaf(of row: [Double]) -> Int {
    var place = 0
    while let passes = nodes[place].passes(row[nodes[place].column]) {
      place = passes ? nodes[place].passes : nodes[place].fails
    }
    return place
  }
}

extension SourceTree.Node {
  /// Whether a number passes; `nil` for a leaf.
  fileprivate func passes(_ cell: Double) -> Bool? {
    if case .leaf = test { return nil }
    var cell = cell
    let isZero = abs(cell) <= 1.0000000180025095e-35
    switch missing {
    case .passes where cell.isNaN, .orZeroPasses where cell.isNaN || isZero: return true
    case .fails where cell.isNaN, .orZeroFails where cell.isNaN || isZero: return false
    case .isZero where cell.isNaN: cell = 0
    default: break
    }
    switch test {
    case .leaf: return nil
    case .atMost(let most): return cell <= most
    case .less(let limit): return cell < limit
    case .equal(let value): return cell == value
    case .member(let set): return set.contains { Double($0) == cell }
    }
  }
}
