extension CompiledTrees {
  /// How many rows one thread scores at a time, and below how many they are scored one by one.
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
    let areSingle = rows.count < Self.fewRows
    let groups = coded.groups(nodes, rows: rows.count, areSingle: areSingle)
    // Each chunk writes the scores of its own rows.
    concurrently((rows.count + Self.chunkRows - 1) / Self.chunkRows, threads: .max) { chunk in
      let start = chunk * Self.chunkRows
      let rows = rows[start..<min(start + Self.chunkRows, rows.count)]
      begin(rows)
      if let groups, !areSingle { add(groups, to: rows) } else { addSingly(groups, to: rows) }
      finish(rows)
    }
  }

  /// Adds what the trees say of rows to their scores, row by row: by their codes, or by nothing but the
  /// nodes.
  private func addSingly(_ groups: [TreeGroup<Feature>]?, to rows: TreeRows<Feature, Sum>) {
    let columns = (groups ?? []).reduce(1) { max($0, $1.columnCount) }
    withUnsafeTemporaryAllocation(of: Int8.self, capacity: columns) { codes in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: nodes.roots.count) { found in
        guard let codes = codes.baseAddress, let leaves = found.baseAddress else { return }
        for row in 0..<rows.count {
          let cells = rows.cells + row * rows.columns
          if let groups {
            for group in groups { group.findLeaves(cells, nodes, codes: codes, into: leaves) }
          } else {
            nodes.findLeaves(cells, leaves)
          }
          votes.add(
            UnsafeBufferPointer(found), to: rows.scores + row * rows.scoreCount, sums)
        }
      }
    }
  }

  private func add(_ groups: [TreeGroup<Feature>], to rows: TreeRows<Feature, Sum>) {
    let bytes = groups.reduce(1) { max($0, $1.codeBytes) }
    let codes = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
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
