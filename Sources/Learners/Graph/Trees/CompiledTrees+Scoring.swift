extension CompiledTrees {
  /// How many numbers the rows have that go through all trees together: as many as the cache keeps.
  private static var cachedCells: Int { 1 << 14 }

  /// The scores of every row, row by row; votes are added in the order of the trees.
  ///
  /// - Parameters:
  ///   - features: A table.
  ///   - node: What to call the node in errors.
  /// - Returns: As many numbers a row as ``sums`` has scores.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the table has fewer columns than trees look at.
  /// - Complexity: O(rows × trees × depth).
  func scores(_ features: Tensor, node: String) throws(LearnerError) -> [Sum] {
    let (rows, columns) = try features.table(node: node)
    guard columns >= columnCount else {
      throw .brokenONNX(.node(node, .inputShapes([features.shape])))
    }
    let width = sums.scoreCount
    let count = try Tensor.boundedCount(of: [rows, width], node: node)
    var scores = [Sum](repeating: sums.aggregate.start(), count: count)
    if !sums.starts.isEmpty {
      for index in scores.indices { scores[index] = Sum(sums.starts[index % width]) }
    }
    let cells = try Feature.cells(of: features, node: node)
    let block = max(16, Self.cachedCells / columns)
    scores.withUnsafeMutableBufferPointer { scores in
      cells.withUnsafeBufferPointer { cells in
        let pass = TreePass<Feature, Sum>(cells: cells, columns: columns, scores: scores)
        // Each block writes the scores of its own rows.
        concurrently((rows + block - 1) / block, threads: .max) { number in
          pass.add(self, number * block..<min((number + 1) * block, rows))
        }
      }
    }
    for index in scores.indices {
      scores[index] = sums.aggregate.finish(scores[index], treeCount: roots.count)
      if !sums.bases.isEmpty { scores[index] += Sum(sums.bases[index % width]) }
    }
    return scores
  }
}

/// Rows on their way through trees. What the pointers are read and written by was checked when the
/// trees were compiled, and against the table: columns, nodes, votes and scores are in range.
private struct TreePass<Feature: TreeNumber, Sum: TreeNumber> {
  let cells: UnsafeBufferPointer<Feature>
  let columns: Int
  let scores: UnsafeMutableBufferPointer<Sum>

  func add(_ trees: CompiledTrees<Feature, Sum>, _ rows: Range<Int>) {
    let (width, aggregate) = (trees.sums.scoreCount, trees.sums.aggregate)
    trees.nodes.withUnsafeBufferPointer { nodes in
      trees.sets.withUnsafeBufferPointer { sets in
        for root in trees.roots {
          for row in rows {
            let leaf = leaf(nodes, sets, root, row)
            for vote in trees.votes[Int(trees.starts[leaf])..<Int(trees.starts[leaf + 1])] {
              let place = row * width + Int(vote.score)
              scores[place] = aggregate.add(vote.weight, to: scores[place])
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func leaf(
    _ nodes: UnsafeBufferPointer<TreeNode<Feature>>, _ sets: UnsafeBufferPointer<Set<Int>>,
    _ root: Int32, _ row: Int
  ) -> Int {
    var place = root
    while nodes[Int(place)].next != place {
      let node = nodes[Int(place)]
      place = node.next + (node.passes(cells[row * columns + node.column], sets) ? 0 : 1)
    }
    return Int(place)
  }
}
