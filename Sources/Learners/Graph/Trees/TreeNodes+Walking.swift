extension TreeNodes {
  /// Adds what the trees say of rows to their scores, row by row: the way that needs nothing but the
  /// nodes.
  func add<Sum: TreeNumber>(
    _ votes: LeafVotes<Sum>, _ sums: TreeSums, to rows: TreeRows<Feature, Sum>
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      sets.withUnsafeBufferPointer { sets in
        for row in 0..<rows.count {
          let one = rows[row..<row + 1]
          let isPlain = arePlain && !(0..<columnCount).contains { one.cells[$0].isNaN }
          var tree = 0
          while isPlain && tree + 8 <= roots.count {
            let places = places(nodes, one.cells, from: tree)
            for lane in 0..<8 {
              votes.add(tree: tree + lane, to: one, sums) { _ in Int(leaves[Int(places[lane])]) }
            }
            tree += 8
          }
          while tree < roots.count {
            let place = place(nodes, sets, one.cells, from: roots[tree])
            votes.add(tree: tree, to: one, sums) { _ in Int(leaves[place]) }
            tree += 1
          }
        }
      }
    }
  }

  /// Where a row comes to in eight trees, side by side: in one alone, each step would wait for the one
  /// before. Neither may have missing numbers, nor ask for sets.
  @inline(__always)
  private func places(
    _ nodes: UnsafeBufferPointer<TreeNode<Feature>>, _ cells: UnsafePointer<Feature>,
    from tree: Int
  ) -> SIMD8<Int32> {
    var (a, b, c, d) = (roots[tree], roots[tree + 1], roots[tree + 2], roots[tree + 3])
    var (e, f, g, h) = (roots[tree + 4], roots[tree + 5], roots[tree + 6], roots[tree + 7])
    while true {
      let before = SIMD8(a, b, c, d, e, f, g, h)
      a = nodes[Int(a)].step(cells)
      b = nodes[Int(b)].step(cells)
      c = nodes[Int(c)].step(cells)
      d = nodes[Int(d)].step(cells)
      e = nodes[Int(e)].step(cells)
      f = nodes[Int(f)].step(cells)
      g = nodes[Int(g)].step(cells)
      h = nodes[Int(h)].step(cells)
      // A leaf leads to itself.
      if SIMD8(a, b, c, d, e, f, g, h) == before { return before }
    }
  }

  private func place(
    _ nodes: UnsafeBufferPointer<TreeNode<Feature>>, _ sets: UnsafeBufferPointer<Set<Int>>,
    _ cells: UnsafePointer<Feature>, from root: Int32
  ) -> Int {
    var place = Int(root)
    while Int(nodes[place].next) != place {
      let node = nodes[place]
      place = Int(node.next) + (node.passes(cells[node.column], sets) ? 0 : 1)
    }
    return place
  }
}
