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
    case .bitVectors(let kernel): kernel.columnCount * BitVectorTrees.blockRows
    case .walks(let kernel): kernel.columnCount * WalkedTrees.blockRows * 2
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
