extension WalkedTrees {
  /// - Parameters:
  ///   - codes: The tests, of at most ``columnLimit`` columns.
  ///   - range: Which trees.
  init<Feature>(_ codes: TreeCodes<Feature>, _ range: Range<Int>) {
    let trees = codes.trees
    let places =
      trees.places(ofTree: range.lowerBound)
      .lowerBound..<trees.places(ofTree: range.upperBound - 1).upperBound
    let base = places.lowerBound
    var nodes: [CodedTreeNode] = []
    var sets = Sets()
    let hasSets = places.contains { trees.nodes[$0].kind != .atMost }
    nodes.reserveCapacity(places.count)
    for place in places {
      let node = trees.nodes[place]
      let next = Int(node.next) - base
      if hasSets { sets.add(codes, place) }
      if trees.leaves[place] >= 0 {
        nodes.append(.leaf(at: place - base))
      } else if node.kind == .atMost {
        nodes.append(
          CodedTreeNode(
            highest: codes.highest(place), column: codes.column(place), next: next))
      } else {
        nodes.append(.set(column: codes.column(place), next: next))
      }
    }
    columnCount = codes.keys.count
    (self.nodes, self.setStarts, self.members) = (nodes, sets.starts, sets.members)
    self.trees = range.map { tree in
      Tree(
        root: Int32(Int(trees.roots[tree]) - base),
        hasSets: trees.places(ofTree: tree).contains { trees.nodes[$0].kind != .atMost })
    }
    leaves = range.flatMap { tree in
      trees.places(ofTree: tree).map { trees.leaves[$0] - trees.firstLeaves[tree] }
    }
  }

  /// The bits of sets, which nodes share that ask for the same.
  private struct Sets {
    /// For each node, where its bits begin; 0 for one that asks for no set.
    var starts: [Int32] = []
    var members: [UInt32] = []
    private var startOfMembership: [Pair: Int32] = [:]

    private struct Pair: Hashable {
      let key: Int32
      let membership: Int32
    }

    mutating func add<Feature>(_ codes: TreeCodes<Feature>, _ place: Int) {
      guard codes.cuts.keyOfNode[place] >= 0, codes.trees.nodes[place].kind != .atMost else {
        starts.append(0)
        return
      }
      let pair = Pair(
        key: codes.cuts.keyOfNode[place], membership: codes.cuts.membershipOfNode[place])
      let start = startOfMembership[pair] ?? Int32(members.count)
      if start == members.count {
        startOfMembership[pair] = start
        members += codes.members(Int(pair.membership), key: Int(pair.key))
      }
      starts.append(start)
    }
  }
}
