/// Puts trees into groups, each as long as its columns have few enough cuts.
struct TreeGrouping<Feature: TreeNumber> {
  private let trees: TreeNodes<Feature>
  /// Whether bit vectors do for all trees.
  private let areSmall: Bool
  /// Those of the group that is being made.
  private var codes: TreeCodes<Feature>

  /// The groups of all trees; `nil` when a tree alone has too many cuts, or the sets of all too many
  /// categories.
  static func groups(_ trees: TreeNodes<Feature>) -> [TreeGroup<Feature>]? {
    if areSmall(trees), let groups = groups(trees, areSmall: true) { return groups }
    // Where leaves are few, categories may be too many for a byte.
    return groups(trees, areSmall: false)
  }

  /// Whether bit vectors do for all trees.
  static func areSmall(_ trees: TreeNodes<Feature>) -> Bool {
    zip(trees.firstLeaves, trees.firstLeaves.dropFirst())
      .allSatisfy { $1 - $0 <= BitVectorTrees.leafLimit }
  }

  private static func groups(
    _ trees: TreeNodes<Feature>, areSmall: Bool
  ) -> [TreeGroup<Feature>]? {
    guard var grouping = TreeGrouping(trees, areSmall: areSmall) else { return nil }
    var groups: [TreeGroup<Feature>] = []
    var start = 0
    while start < trees.roots.count {
      guard let group = grouping.group(from: start) else { return nil }
      groups.append(group)
      start = group.trees.upperBound
    }
    return groups
  }

  private init?(_ trees: TreeNodes<Feature>, areSmall: Bool) {
    (self.trees, self.areSmall) = (trees, areSmall)
    let limit = areSmall ? BitVectorTrees.cutLimit : WalkedTrees.cutLimit
    guard let codes = TreeCodes(trees, cutLimit: limit) else { return nil }
    self.codes = codes
  }

  /// The group that begins with a tree; `nil` when that has too many cuts alone.
  private mutating func group(from start: Int) -> TreeGroup<Feature>? {
    codes.removeAll()
    var end = start
    while end < trees.roots.count, codes.add(tree: end) { end += 1 }
    let columns = codes.number()
    guard end > start, codes.fits else { return nil }
    let coders = zip(codes.keys, columns).map { key, cuts in
      let key = codes.cuts.keys[key]
      return ColumnCoder(column: key.column, missing: key.missing, cuts: cuts)
    }
    let kernel: TreeGroup<Feature>.Kernel =
      areSmall
      ? .bitVectors(BitVectorTrees(codes, start..<end)) : .walks(WalkedTrees(codes, start..<end))
    return TreeGroup(trees: start..<end, coders: coders, kernel: kernel)
  }
}
