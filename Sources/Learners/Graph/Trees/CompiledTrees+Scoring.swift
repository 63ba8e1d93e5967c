extension CompiledTrees {
  /// How many numbers the rows have that go through all trees together: as many as the cache keeps.
  private static let cachedCells = 1 << 14

  /// The scores of every row, row by row; votes are added in the order of the trees.
  ///
  /// - Parameters:
  ///   - features: A table.
  ///   - scoreCount: How many scores a row has: more than any vote is for.
  ///   - aggregate: What becomes of the votes.
  ///   - bases: What each score gets in the end; one for each score, or none.
  ///   - node: What to call the node in errors.
  /// - Returns: `scoreCount` numbers a row.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the table has fewer columns than trees look at.
  /// - Complexity: O(rows × trees × depth).
  func scores(
    _ features: Tensor, scoreCount: Int, aggregate: TreeAggregate, bases: [Float], node: String
  ) throws(LearnerError) -> [Float] {
    let (rows, columns) = try features.table(node: node)
    guard columns >= columnCount else {
      throw .brokenONNX(.node(node, .inputShapes([features.shape])))
    }
    let count = try Tensor.boundedCount(of: [rows, scoreCount], node: node)
    var scores = [Float](repeating: aggregate.start, count: count)
    let cells = try features.floats(node: node)
    let block = max(16, Self.cachedCells / columns)
    scores.withUnsafeMutableBufferPointer { scores in
      cells.withUnsafeBufferPointer { cells in
        let pass = TreePass(
          cells: cells, columns: columns, scoreCount: scoreCount, aggregate: aggregate)
        // Each block writes the scores of its own rows.
        concurrently((rows + block - 1) / block, threads: .max) { number in
          pass.add(self, number * block..<min((number + 1) * block, rows), to: scores)
        }
      }
    }
    for index in scores.indices {
      scores[index] = aggregate.finish(scores[index], treeCount: roots.count)
      if !bases.isEmpty { scores[index] += bases[index % scoreCount] }
    }
    return scores
  }
}

/// Rows on their way through trees. What the pointers are read and written by was checked when the
/// trees were compiled, and against the table: columns, nodes, votes and scores are in range.
private struct TreePass {
  let cells: UnsafeBufferPointer<Float>
  let columns: Int
  let scoreCount: Int
  let aggregate: TreeAggregate

  func add(
    _ trees: CompiledTrees, _ rows: Range<Int>, to scores: UnsafeMutableBufferPointer<Float>
  ) {
    trees.nodes.withUnsafeBufferPointer { nodes in
      trees.starts.withUnsafeBufferPointer { starts in
        trees.votes.withUnsafeBufferPointer { votes in
          for root in trees.roots {
            leaves(nodes, root, rows, trees.hasEqualities) { row, leaf in
              for vote in Int(starts[leaf])..<Int(starts[leaf + 1]) {
                let place = row * scoreCount + Int(votes[vote].score)
                scores[place] = aggregate.add(votes[vote].weight, to: scores[place])
              }
            }
          }
        }
      }
    }
  }

  /// Finds the leaf of every row in a tree. Four rows go side by side: alone, each step of a row
  /// would wait for the one before.
  @inline(__always)
  private func leaves(
    _ nodes: UnsafeBufferPointer<CompiledTrees.Node>, _ root: Int32, _ rows: Range<Int>,
    _ hasEqualities: Bool, _ found: (_ row: Int, _ leaf: Int) -> Void
  ) {
    var row = rows.lowerBound
    if !hasEqualities {
      while row + 4 <= rows.upperBound {
        let leaves = leaves(nodes, root, row)
        for lane in 0..<4 { found(row + lane, Int(leaves[lane])) }
        row += 4
      }
    }
    while row < rows.upperBound {
      found(row, leaf(nodes, root, row))
      row += 1
    }
  }

  /// The leaves of a row and the three after it, in a tree of thresholds.
  @inline(__always)
  private func leaves(
    _ nodes: UnsafeBufferPointer<CompiledTrees.Node>, _ root: Int32, _ row: Int
  ) -> SIMD4<Int32> {
    let start = row * columns
    var (a, b, c, d) = (root, root, root, root)
    while true {
      let before = SIMD4(a, b, c, d)
      a = step(nodes[Int(a)], start)
      b = step(nodes[Int(b)], start + columns)
      c = step(nodes[Int(c)], start + 2 * columns)
      d = step(nodes[Int(d)], start + 3 * columns)
      // A leaf leads to itself.
      if SIMD4(a, b, c, d) == before { return before }
    }
  }

  @inline(__always)
  private func step(_ node: CompiledTrees.Node, _ start: Int) -> Int32 {
    let value = cells[start + Int(node.column)]
    let passes = value <= node.threshold || (value.isNaN && node.missingPasses)
    return node.next &+ (passes ? 0 : 1)
  }

  /// The leaf of a row in any tree.
  private func leaf(
    _ nodes: UnsafeBufferPointer<CompiledTrees.Node>, _ root: Int32, _ row: Int
  ) -> Int {
    var place = Int(root)
    while Int(nodes[place].next) != place {
      let node = nodes[place]
      let value = cells[row * columns + Int(node.column)]
      let holds = node.isEquality ? value == node.threshold : value <= node.threshold
      place = Int(node.next) + (holds || (value.isNaN && node.missingPasses) ? 0 : 1)
    }
    return place
  }
}
