extension LeafVotes {
  /// Adds up what the leaves say that rows came to in a tree.
  ///
  /// - Parameters:
  ///   - tree: The number of the tree.
  ///   - rows: Rows and scores.
  ///   - aggregate: What becomes of a vote.
  ///   - leaf: The leaf of a row.
  @inline(__always)
  func add<Feature>(
    tree: Int, to rows: TreeRows<Feature, Sum>, _ aggregate: TreeAggregate, leaf: (Int) -> Int
  ) {
    weights.withUnsafeBufferPointer { weights in
      let stride = rows.scoreCount
      guard width == 1 else {
        for row in 0..<rows.count {
          add(leaf: leaf(row), tree: tree, to: rows.scores + row * stride, aggregate, weights)
        }
        return
      }
      let scores = rows.scores + Int(firstScores[tree])
      for row in 0..<rows.count {
        scores[row &* stride] = aggregate.add(weights[leaf(row)], to: scores[row &* stride])
      }
    }
  }

  /// Adds up what the leaves say that one row came to.
  ///
  /// - Parameters:
  ///   - leaves: The leaf of the row in each tree.
  ///   - scores: Those of the row.
  ///   - sums: What becomes of a vote.
  func add(
    _ leaves: UnsafeBufferPointer<Int32>, to scores: UnsafeMutablePointer<Sum>, _ sums: TreeSums
  ) {
    weights.withUnsafeBufferPointer { weights in
      if width == 1, sums.scoreCount == 1 {
        // In a register: through memory, each addition would wait for the one before.
        var score = scores[0]
        for leaf in leaves { score = sums.aggregate.add(weights[Int(leaf)], to: score) }
        scores[0] = score
      } else {
        for (tree, leaf) in leaves.enumerated() {
          add(leaf: Int(leaf), tree: tree, to: scores, sums.aggregate, weights)
        }
      }
    }
  }

  @inline(__always)
  private func add(
    leaf: Int, tree: Int, to scores: UnsafeMutablePointer<Sum>, _ aggregate: TreeAggregate,
    _ weights: UnsafeBufferPointer<Sum>
  ) {
    if let width {
      let first = Int(firstScores[tree])
      for vote in 0..<width {
        scores[first + vote] = aggregate.add(weights[leaf * width + vote], to: scores[first + vote])
      }
    } else {
      for vote in Int(starts[leaf])..<Int(starts[leaf + 1]) {
        let score = Int(self.scores[vote])
        scores[score] = aggregate.add(weights[vote], to: scores[score])
      }
    }
  }
}
