extension WalkedTrees {
  /// - Parameters:
  ///   - codes: The tests.
  ///   - range: Which trees.
  init<Feature>(_ codes: TreeCodes<Feature>, _ range: Range<Int>) {
    let trees = codes.trees
    let places =
      trees.places(ofTree: range.lowerBound)
      .lowerBound..<trees.places(ofTree: range.upperBound - 1).upperBound
    let base = places.lowerBound
    var nodes: [CodedTreeNode] = []
    var (setStarts, members) = ([Int32](), [UInt32]())
    let hasSets = places.contains { trees.nodes[$0].kind != .atMost }
    nodes.reserveCapacity(places.count)
    for place in places {
      let node = trees.nodes[place]
      let next = Int(node.next) - base
      if hasSets { setStarts.append(Int32(clamping: members.count)) }
      if trees.leaves[place] >= 0 {
        nodes.append(.leaf(at: place - base))
      } else if node.kind == .atMost {
        nodes.append(
          CodedTreeNode(
            highest: codes.highest(place), column: codes.column(place), next: next))
      } else {
        nodes.append(.set(column: codes.column(place), next: next))
        members += codes.members(place)
      }
    }
    (self.nodes, self.setStarts, self.members) = (nodes, setStarts, members)
    self.trees = range.map { tree in
      Tree(
        root: Int32(Int(trees.roots[tree]) - base),
        hasSets: trees.places(ofTree: tree).contains { trees.nodes[$0].kind != .atMost })
    }
    leaves = range.flatMap { tree in
      trees.places(ofTree: tree).map { trees.leaves[$0] - trees.firstLeaves[tree] }
    }
  }
}
