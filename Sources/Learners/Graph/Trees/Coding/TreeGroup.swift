/// Trees that follow each other and whose columns have few enough cuts together to be coded alike.
struct TreeGroup<Feature: TreeNumber>: Sendable {
  let trees: Range<Int>
  /// One for each column of codes.
  let coders: [ColumnCoder<Feature>]
  let kernel: Kernel

  enum Kernel: Sendable {
    case bitVectors(BitVectorTrees)
    case walks(WalkedTrees)
  }

  /// How many bytes the codes of a block take.
  var codeBytes: Int {
    switch kernel {
    case .bitVectors: columnCount * BitVectorTrees.blockRows
    case .walks: columnCount * WalkedTrees.blockRows * 2
    }
  }

  /// How many columns of codes there are.
  var columnCount: Int {
    switch kernel {
    case .bitVectors(let kernel): kernel.columnCount
    case .walks(let kernel): kernel.columnCount
    }
  }

  /// Whether ``findLeaves(_:_:codes:into:)`` is there.
  var takesSingleRows: Bool {
    if case .bitVectors(let kernel) = kernel { kernel.takesSingleRows } else { false }
  }

  /// Finds the leaf of a row in every tree of the group.
  ///
  /// - Parameters:
  ///   - cells: The row.
  ///   - nodes: The trees of the group and the others.
  ///   - codes: Room for ``columnCount``.
  ///   - found: Gets the leaf of each tree, counted through all trees.
  func findLeaves(
    _ cells: UnsafePointer<Feature>, _ nodes: TreeNodes<Feature>, codes: UnsafeMutablePointer<Int8>,
    into found: UnsafeMutablePointer<Int32>
  ) {
    guard case .bitVectors(let kernel) = kernel else { return }
    for (place, coder) in coders.enumerated() {
      coder.code(cells, columns: 0, rows: 1, into: codes + place)
    }
    kernel.leaves(ofRow: codes) { tree, leaf in
      let tree = trees.lowerBound + tree
      found[tree] = nodes.firstLeaves[tree] + Int32(truncatingIfNeeded: leaf)
    }
  }

  /// Adds what the trees say of rows to their scores.
  ///
  /// - Parameters:
  ///   - rows: Rows and scores.
  ///   - compiled: The trees of the group and the others.
  ///   - codes: Room for ``codeBytes``.
  func add<Sum: TreeNumber>(
    _ rows: TreeRows<Feature, Sum>, _ compiled: CompiledTrees<Feature, Sum>,
    codes: UnsafeMutableRawPointer
  ) {
    switch kernel {
    case .bitVectors(let kernel): add(kernel, rows, compiled, codes)
    case .walks(let kernel): add(kernel, rows, compiled, codes)
    }
  }

  @inline(__always)
  private func add<Kernel: CodedTreeKernel, Sum: TreeNumber>(
    _ kernel: Kernel, _ rows: TreeRows<Feature, Sum>, _ compiled: CompiledTrees<Feature, Sum>,
    _ codes: UnsafeMutableRawPointer
  ) {
    let codes = codes.assumingMemoryBound(to: Kernel.Code.self)
    for start in stride(from: 0, to: rows.count, by: Kernel.blockRows) {
      let rows = rows[start..<min(start + Kernel.blockRows, rows.count)]
      for (place, coder) in coders.enumerated() {
        coder.code(
          rows.cells, columns: rows.columns, rows: rows.count,
          into: codes + place * Kernel.blockRows)
      }
      kernel.leaves(codes) { tree, leaves in
        let tree = trees.lowerBound + tree
        let first = Int(compiled.nodes.firstLeaves[tree])
        compiled.votes.add(tree: tree, to: rows, compiled.sums.aggregate) {
          first + Int(leaves[$0])
        }
      }
    }
  }
}
