extension TreeNodes {
  /// Finds the leaf of a row in every tree, by nothing but the nodes.
  ///
  /// - Parameters:
  ///   - cells: The row.
  ///   - found: Gets the leaf of each tree, counted through all trees.
  func findLeaves(
    _ cells: UnsafePointer<Feature>, _ found: UnsafeMutablePointer<Int32>
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      roots.withUnsafeBufferPointer { roots in
        let isPlain = arePlain && !(0..<columnCount).contains { cells[$0].isNaN }
        var tree = 0
        while isPlain && tree + 8 <= roots.count {
          Self.findPlaces(nodes, cells, roots, tree, found + tree)
          tree += 8
        }
        sets.withUnsafeBufferPointer { sets in
          while tree < roots.count {
            found[tree] = Self.place(nodes, sets, cells, from: roots[tree])
            tree += 1
          }
        }
      }
    }
    leaves.withUnsafeBufferPointer { leaves in
      for tree in 0..<roots.count { found[tree] = leaves[Int(found[tree])] }
    }
  }

  /// Where a row comes to in eight trees, side by side: in one alone, each step would wait for the one
  /// before. Neither may have missing numbers, nor ask for sets.
  @inline(__always)
  private static func findPlaces(
    _ nodes: UnsafeBufferPointer<TreeNode<Feature>>, _ cells: UnsafePointer<Feature>,
    _ roots: UnsafeBufferPointer<Int32>, _ tree: Int, _ found: UnsafeMutablePointer<Int32>
  ) {
    var (a, b) = (Int(roots[tree]), Int(roots[tree + 1]))
    var (c, d) = (Int(roots[tree + 2]), Int(roots[tree + 3]))
    var (e, f) = (Int(roots[tree + 4]), Int(roots[tree + 5]))
    var (g, h) = (Int(roots[tree + 6]), Int(roots[tree + 7]))
    while true {
      let before = (a, b, c, d, e, f, g, h)
      a = nodes[a].step(cells)
      b = nodes[b].step(cells)
      c = nodes[c].step(cells)
      d = nodes[d].step(cells)
      e = nodes[e].step(cells)
      f = nodes[f].step(cells)
      g = nodes[g].step(cells)
      h = nodes[h].step(cells)
      // A leaf leads to itself.
      let first = (a ^ before.0) | (b ^ before.1) | (c ^ before.2) | (d ^ before.3)
      let second = (e ^ before.4) | (f ^ before.5) | (g ^ before.6) | (h ^ before.7)
      if first | second == 0 { break }
    }
    (found[0], found[1]) = (Int32(truncatingIfNeeded: a), Int32(truncatingIfNeeded: b))
    (found[2], found[3]) = (Int32(truncatingIfNeeded: c), Int32(truncatingIfNeeded: d))
    (found[4], found[5]) = (Int32(truncatingIfNeeded: e), Int32(truncatingIfNeeded: f))
    (found[6], found[7]) = (Int32(truncatingIfNeeded: g), Int32(truncatingIfNeeded: h))
  }

  /// Where a row comes to in any tree.
  private static func place(
    _ nodes: UnsafeBufferPointer<TreeNode<Feature>>, _ sets: UnsafeBufferPointer<Set<Int>>,
    _ cells: UnsafePointer<Feature>, from root: Int32
  ) -> Int32 {
    var place = root
    while nodes[Int(place)].next != place {
      let node = nodes[Int(place)]
      place = node.next &+ (node.passes(cells[node.column], sets) ? 0 : 1)
    }
    return place
  }
}
