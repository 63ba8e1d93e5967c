/// Grows one tree, dividing next the leaf where that helps most.
///
/// Of two children only the one with fewer rows is summed up; the other one's sums are what is left
/// of their parent's. Once a leaf has few rows for the number of bins, its children are summed up both,
/// a few columns at a time: that costs less than to go through all bins of wide tables.
///
/// Source: Shi (2007), *Best-first decision tree learning*, University of Waikato; Ke et al. (2017),
/// *LightGBM*, algorithm 1.
struct LeafWiseGrower {
  let table: BinnedTable
  let search: SplitSearch
  /// Where the bins of each column begin, and at the end how many there are.
  let offsets: [Int]
  let maxLeaves: Int
  let maxDepth: Int
  let maxThreads: Int
  /// For each column whether it may decide.
  let columns: [Bool]
  /// What each row of the table adds to sums.
  let statistics: [GradientSum]
  /// To sum up so many rows costs about as much as to take one bin's sum from another's; it changes how
  /// long growing takes and nothing else.
  var rowsForBin = 4

  /// A leaf of the growing tree.
  struct Leaf {
    var node: Int
    var depth: Int
    /// Where its rows stand.
    var rows: Range<Int>
    /// Where the rows stand that are not learned from.
    var spareRows: Range<Int>
    var target: SplitSearch.Leaf
    /// The sum of its rows for each bin of each column; empty when it is small or not to be divided.
    var sums: [GradientSum] = []
    var best: Split<GradientSum>?
  }

  /// A tree without answers, and its leaves in the order of their numbers.
  struct Grown {
    var tree: Tree
    var leaves: [Leaf]
  }

  /// Grows a tree.
  ///
  /// - Parameters:
  ///   - rows: those to learn from; afterwards those of each leaf stand together.
  ///   - spareRows: further ones that are to be told their leaves.
  /// - Returns: the tree and its leaves.
  func grow(_ rows: inout RowPartition, _ spareRows: inout RowPartition) -> Grown {
    var grown = Grown(tree: Tree(), leaves: [root(rows, spareRows)])
    while grown.leaves.count < maxLeaves, let (index, split) = next(grown.leaves) {
      let leaf = grown.leaves[index]
      grown.leaves[index].sums = []
      let node = grown.tree.split(leaf.node, column: split.column, by: split.rule)
      let isLast = grown.leaves.count + 1 == maxLeaves
      let pair = divide(leaf, node, split, &rows, &spareRows)
      let (left, right) = isLast ? pair : studied(pair, of: leaf, rows)
      grown.leaves[index] = left
      grown.leaves.append(right)
    }
    for (number, leaf) in grown.leaves.enumerated() {
      grown.tree.number(leaf: leaf.node, number)
    }
    return grown
  }

  private func root(_ rows: RowPartition, _ spareRows: RowPartition) -> Leaf {
    var total = GradientSum.zero
    for row in rows.rows { total &+= statistics[Int(row)] }
    var root = Leaf(
      node: 0, depth: 0, rows: rows.rows.indices, spareRows: spareRows.rows.indices,
      target: SplitSearch.Leaf(total: total, bounds: Bounds()))
    var nobody: Leaf?
    guard maySplit(root) else { return root }
    if isSmall(root) {
      studyAlone(&root, rows)
    } else {
      study(&root, sibling: &nobody, of: [], rows)
    }
    return root
  }

  /// The leaf to divide next: of equally good ones the first.
  private func next(_ leaves: [Leaf]) -> (index: Int, split: Split<GradientSum>)? {
    var best: (index: Int, split: Split<GradientSum>)?
    for index in leaves.indices {
      guard let split = leaves[index].best, split.gain > best?.split.gain ?? 0 else { continue }
      best = (index, split)
    }
    return best
  }

  private func maySplit(_ leaf: Leaf) -> Bool {
    leaf.depth < maxDepth && leaf.rows.count >= 2 * search.minSamplesLeaf
  }

  /// The children, the one with fewer rows summed up, each with its best split.
  private func studied(
    _ pair: (left: Leaf, right: Leaf), of parent: Leaf, _ rows: RowPartition
  ) -> (left: Leaf, right: Leaf) {
    guard maySplit(pair.left) || maySplit(pair.right) else { return pair }
    if isSmall(parent) {
      var (left, right) = pair
      if maySplit(left) { studyAlone(&left, rows) }
      if maySplit(right) { studyAlone(&right, rows) }
      return (left, right)
    }
    let leftIsSmaller = pair.left.rows.count <= pair.right.rows.count
    var smaller = leftIsSmaller ? pair.left : pair.right
    var larger: Leaf? = leftIsSmaller ? pair.right : pair.left
    study(&smaller, sibling: &larger, of: parent.sums, rows)
    guard let larger else { return pair }
    return leftIsSmaller ? (smaller, larger) : (larger, smaller)
  }

  private func divide(
    _ leaf: Leaf, _ node: Int, _ split: Split<GradientSum>, _ rows: inout RowPartition,
    _ spareRows: inout RowPartition
  ) -> (left: Leaf, right: Leaf) {
    let middle = rows.split(
      leaf.rows, of: table, column: split.column, leftBins: split.leftBins)
    let spare = spareRows.split(
      leaf.spareRows, of: table, column: split.column, leftBins: split.leftBins)
    let (leftTarget, rightTarget) = search.divide(leaf.target, by: split)
    return (
      Leaf(
        node: node, depth: leaf.depth + 1, rows: leaf.rows.lowerBound..<middle,
        spareRows: leaf.spareRows.lowerBound..<spare, target: leftTarget),
      Leaf(
        node: node + 1, depth: leaf.depth + 1, rows: middle..<leaf.rows.upperBound,
        spareRows: spare..<leaf.spareRows.upperBound, target: rightTarget)
    )
  }
}
