/// A binary tree of decisions in one array, the root first.
struct Tree: Sendable, Equatable {
  /// The nodes; children stand after their parent, the left one right before the right one.
  private(set) var nodes = [Node()]
  /// The sets of levels that nodes send left.
  private(set) var sets: [BinSet] = []
  /// What the leaves answer: `outputCount` numbers each.
  var values: [Double] = []

  /// A decision, or a leaf.
  struct Node: Sendable, Equatable {
    /// The column that is looked at; -1 in a leaf.
    var column: Int32 = -1
    /// Values up to here go left.
    var threshold: Float = 0
    /// Where the left child stands, and the right one after it; of a leaf, its number.
    var next: Int32 = 0
    /// The set of levels that go left; -1 where a threshold decides.
    var set: Int32 = -1
    /// Whether a missing number goes left.
    var missingGoesLeft = false

    /// Whether there is nothing more to decide.
    var isLeaf: Bool { column < 0 }
  }

  /// Which way rows go at a node.
  enum Rule: Sendable, Equatable {
    /// A number up to the threshold goes left; a missing one as told.
    case threshold(Float, missingGoesLeft: Bool)
    /// The levels of these bins go left, all others right.
    case levels(BinSet)
  }

  /// Makes a leaf decide, and answers the index of its new left child; the right one is next to it.
  mutating func split(_ node: Int, column: Int, by rule: Rule) -> Int {
    let left = nodes.count
    nodes[node].column = Int32(column)
    nodes[node].next = Int32(left)
    switch rule {
    case .threshold(let threshold, let missingGoesLeft):
      nodes[node].threshold = threshold
      nodes[node].missingGoesLeft = missingGoesLeft
    case .levels(let set):
      nodes[node].set = Int32(sets.count)
      sets.append(set)
    }
    nodes += [Node(), Node()]
    return left
  }

  /// Gives a leaf its number: where its answer stands in ``values``, counted in answers.
  mutating func number(leaf node: Int, _ number: Int) { nodes[node].next = Int32(number) }

  /// Adds what the tree answers to one of the scores of each row.
  ///
  /// - Parameters:
  ///   - scores: `outputCount` for each row.
  ///   - input: the rows.
  ///   - output: which of a row's scores.
  ///   - outputCount: how many scores a row has.
  /// - Precondition: a leaf's answer is one number.
  /// - Complexity: O(rows × depth).
  func add(to scores: inout [Double], of input: TreeInput, output: Int, outputCount: Int) {
    nodes.withUnsafeBufferPointer { nodes in
      input.cells.withUnsafeBufferPointer { cells in
        for row in 0..<input.rowCount {
          let leaf = leaf(cells, row * input.columnCount, nodes)
          scores[row * outputCount + output] += values[leaf]
        }
      }
    }
  }

  /// Adds what the tree answers to all scores of each row.
  ///
  /// - Parameters:
  ///   - scores: `outputCount` for each row.
  ///   - input: the rows.
  ///   - outputCount: how many numbers a leaf answers.
  /// - Complexity: O(rows × (depth + outputCount)).
  func add(to scores: inout [Double], of input: TreeInput, outputCount: Int) {
    nodes.withUnsafeBufferPointer { nodes in
      input.cells.withUnsafeBufferPointer { cells in
        for row in 0..<input.rowCount {
          let leaf = leaf(cells, row * input.columnCount, nodes)
          for output in 0..<outputCount {
            scores[row * outputCount + output] += values[leaf * outputCount + output]
          }
        }
      }
    }
  }

  /// The number of the leaf that a row ends in.
  @inline(__always)
  private func leaf(
    _ cells: UnsafeBufferPointer<Float>, _ start: Int, _ nodes: UnsafeBufferPointer<Node>
  ) -> Int {
    var index = 0
    while !nodes[index].isLeaf {
      let node = nodes[index]
      let goesLeft = goesLeft(cells[start + Int(node.column)], node)
      index = Int(node.next) + (goesLeft ? 0 : 1)
    }
    return Int(nodes[index].next)
  }

  @inline(__always)
  private func goesLeft(_ value: Float, _ node: Node) -> Bool {
    if node.set >= 0 { return sets[Int(node.set)].contains(Int(value)) }
    return value <= node.threshold || (node.missingGoesLeft && value.isNaN)
  }
}
