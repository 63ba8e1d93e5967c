extension CompiledTrees {
  /// How many rows one thread scores at a time, and below how many rows walk through the nodes as they
  /// are.
  private static var chunkRows: Int { 1024 }
  private static var fewRows: Int { 16 }

  /// The scores of every row, row by row; votes are added in the order of the trees.
  ///
  /// - Parameters:
  ///   - features: A table.
  ///   - node: What to call the node in errors.
  /// - Returns: As many numbers a row as ``sums`` has scores.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the table has fewer columns than trees look at.
  /// - Complexity: O(rows × trees × depth); once, when rows enough came by, O(*n* log *n*) in the nodes.
  @_specialize(where Feature == Float, Sum == Float)
  @_specialize(where Feature == Float, Sum == Double)
  @_specialize(where Feature == Double, Sum == Double)
  func scores(_ features: Tensor, node: String) throws(LearnerError) -> [Sum] {
    let (rows, columns) = try features.table(node: node)
    guard columns >= columnCount else {
      throw .brokenONNX(.node(node, .inputShapes([features.shape])))
    }
    let count = try Tensor.boundedCount(of: [rows, sums.scoreCount], node: node)
    var scores = [Sum](repeating: sums.aggregate.start(), count: count)
    let cells = try Feature.cells(of: features, node: node)
    scores.withUnsafeMutableBufferPointer { scores in
      cells.withUnsafeBufferPointer { cells in
        guard let cells = cells.baseAddress, let scores = scores.baseAddress else { return }
        add(
          to: TreeRows(
            cells: cells, columns: columns, scores: scores, scoreCount: sums.scoreCount,
            count: rows))
      }
    }
    return scores
  }

  /// Scores rows whose scores are at the start of the aggregate.
  private func add(to rows: TreeRows<Feature, Sum>) {
    let groups = rows.count < Self.fewRows ? nil : coded.groups(nodes, rows: rows.count)
    // Each chunk writes the scores of its own rows.
    concurrently((rows.count + Self.chunkRows - 1) / Self.chunkRows, threads: .max) { chunk in
      let start = chunk * Self.chunkRows
      let rows = rows[start..<min(start + Self.chunkRows, rows.count)]
      begin(rows)
      if let groups { add(groups, to: rows) } else { nodes.add(votes, sums, to: rows) }
      finish(rows)
    }
  }

  private func add(_ groups: [TreeGroup<Feature>], to rows: TreeRows<Feature, Sum>) {
    let bytes = groups.reduce(0) { max($0, $1.codeBytes) }
    let codes = UnsafeMutableRawPointer.allocate(byteCount: max(bytes, 1), alignment: 64)
    defer { codes.deallocate() }
    // Codes of rows that a block lacks are scored too, and nobody asks for what they come to.
    codes.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    for group in groups { group.add(rows, self, codes: codes) }
  }

  private func begin(_ rows: TreeRows<Feature, Sum>) {
    for (score, start) in sums.starts.enumerated() {
      for row in 0..<rows.count { rows.scores[row * rows.scoreCount + score] = Sum(start) }
    }
  }

  private func finish(_ rows: TreeRows<Feature, Sum>) {
    for index in 0..<rows.count * rows.scoreCount {
      let score = sums.aggregate.finish(rows.scores[index], treeCount: nodes.roots.count)
      rows.scores[index] =
        sums.bases.isEmpty ? score : score + Sum(sums.bases[index % rows.scoreCount])
    }
  }
}
