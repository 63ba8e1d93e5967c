/// What trees over raw columns test in ONNX: every number first, then for each text column the sets of
/// levels that they ask for.
struct TreeFeatures {
  /// The names of the columns of numbers.
  private(set) var numbers: [String] = []
  /// One for each text column.
  private(set) var memberships: [MembershipFeatures] = []
  /// For each column, its place among the numbers or among the text columns.
  private var places: [Int] = []
  /// The first feature of each text column.
  private var offsets: [Int] = []

  init(_ ensemble: TreeEnsemble) {
    for bins in ensemble.binner.inputs {
      switch bins {
      case .numeric(let bins):
        places.append(numbers.count)
        numbers.append(bins.name)
      case .categorical(let bins):
        places.append(memberships.count)
        memberships.append(MembershipFeatures(bins.input))
      }
    }
    for tree in ensemble.trees {
      for node in tree.nodes where node.set >= 0 {
        memberships[places[Int(node.column)]].insert(tree.sets[Int(node.set)])
      }
    }
    // A table has a column at least, even for trees that ask for nothing.
    if numbers.isEmpty, memberships.allSatisfy(\.sets.isEmpty), !memberships.isEmpty {
      memberships[0].insert(BinSet([Int]()))
    }
    var offset = numbers.count
    for membership in memberships {
      offsets.append(offset)
      offset += membership.sets.count
    }
  }

  /// Which feature a node of a tree tests.
  func feature(of node: Tree.Node, in tree: Tree) -> Int {
    let place = places[Int(node.column)]
    guard node.set >= 0 else { return place }
    return offsets[place] + memberships[place].place(of: tree.sets[Int(node.set)])
  }
}
