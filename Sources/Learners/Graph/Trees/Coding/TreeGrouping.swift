/// Puts trees into groups, each as long as its columns have few enough cuts.
struct TreeGrouping<Feature: TreeNumber> {
  let trees: TreeNodes<Feature>
  let cuts: TreeCuts<Feature>
  /// Whether bit vectors do for all trees.
  private let areSmall: Bool
  /// For each key and cut, whether the group that is being made has it.
  private var used: [[Bool]] = []
  private var usedKeys: [Bool] = []

  /// The groups of all trees; `nil` when a tree alone has too many cuts.
  static func groups(_ trees: TreeNodes<Feature>) -> [TreeGroup<Feature>]? {
    var grouping = TreeGrouping(trees)
    var groups: [TreeGroup<Feature>] = []
    var start = 0
    while start < trees.roots.count {
      let end = grouping.end(from: start)
      if end == start { return nil }
      groups.append(grouping.group(start..<end))
      start = end
    }
    return groups
  }

  private init(_ trees: TreeNodes<Feature>) {
    self.trees = trees
    cuts = TreeCuts(trees)
    areSmall =
      zip(trees.firstLeaves, trees.firstLeaves.dropFirst())
      .allSatisfy { $1 - $0 <= BitVectorTrees.leafLimit }
      && trees.nodes.allSatisfy { $0.kind == .atMost }
  }

  /// Where the group that begins with a tree ends; its cuts are then used.
  private mutating func end(from start: Int) -> Int {
    let limit = areSmall ? BitVectorTrees.cutLimit : WalkedTrees.cutLimit
    used = cuts.cuts.map { Array(repeating: false, count: $0.count) }
    usedKeys = Array(repeating: false, count: used.count)
    var counts = [Int](repeating: 0, count: used.count)
    var keyCount = 0
    for tree in start..<trees.roots.count {
      var added: [(key: Int, cut: Int)] = []
      for place in trees.places(ofTree: tree) where cuts.keyOfNode[place] >= 0 {
        let key = Int(cuts.keyOfNode[place])
        if !usedKeys[key] { keyCount += 1 }
        usedKeys[key] = true
        for cut in cuts.cuts(ofNode: place) where !used[key][cut] {
          used[key][cut] = true
          counts[key] += 1
          added.append((key, cut))
        }
      }
      guard keyCount <= WalkedTrees.columnLimit, added.allSatisfy({ counts[$0.key] <= limit })
      else {
        // Keys that only this tree has stay: a column of codes that nobody asks for.
        for (key, cut) in added { used[key][cut] = false }
        return tree
      }
    }
    return trees.roots.count
  }

  private func group(_ range: Range<Int>) -> TreeGroup<Feature> {
    var columns = [Int](repeating: 0, count: usedKeys.count)
    var coders: [ColumnCoder<Feature>] = []
    for key in usedKeys.indices where usedKeys[key] {
      columns[key] = coders.count
      coders.append(
        ColumnCoder(
          column: cuts.keys[key].column, missing: cuts.keys[key].missing,
          cuts: zip(cuts.cuts[key], used[key]).compactMap { $1 ? $0 : nil }))
    }
    let codes = TreeCodes(trees: trees, cuts: cuts, columns: columns, used: used)
    return TreeGroup(
      trees: range, coders: coders,
      kernel: areSmall
        ? .bitVectors(BitVectorTrees(codes, range)) : .walks(WalkedTrees(codes, range)))
  }
}
