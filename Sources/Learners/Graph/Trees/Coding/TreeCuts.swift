/// The numbers that the tests of trees compare each column with.
///
/// Where missing numbers go belongs to the column: a column that some tests send them left of, and others
/// right, counts as two.
struct TreeCuts<Feature: TreeNumber> {
  /// A column and its rule for missing numbers.
  struct Key: Hashable {
    let column: Int
    let missing: SourceTree.Missing
  }

  private(set) var keys: [Key] = []
  /// For each key what its tests compare with, ascending and distinct.
  private(set) var cuts: [[Feature]] = []
  /// For each node the number of its key; -1 for a leaf.
  private(set) var keyOfNode: [Int32] = []
  /// For each node that compares with a threshold, the place of its cut; -1 where nothing passes.
  private(set) var cutOfNode: [Int32] = []
  /// Which of the members each test of a set asks for, by the number of the node.
  private(set) var points: [Int: [Feature]] = [:]

  init(_ trees: TreeNodes<Feature>) {
    var numbers: [Key: Int32] = [:]
    keyOfNode = Array(repeating: -1, count: trees.nodes.count)
    for (place, node) in trees.nodes.enumerated() where trees.leaves[place] < 0 {
      let key = Key(column: node.column, missing: node.missing)
      let number = numbers[key] ?? Int32(keys.count)
      if number == keys.count {
        numbers[key] = number
        keys.append(key)
        cuts.append([])
      }
      keyOfNode[place] = number
      addCuts(of: node, at: place, key: Int(number), sets: trees.sets)
    }
    for key in cuts.indices { cuts[key] = Self.distinct(cuts[key]) }
    cutOfNode = trees.nodes.enumerated().map { place, node in
      guard keyOfNode[place] >= 0, node.kind == .atMost, !node.threshold.isNaN else { return -1 }
      return Int32(self.place(of: node.threshold, key: Int(keyOfNode[place])))
    }
  }

  /// The places of all cuts that the test of a node needs.
  func cuts(ofNode node: Int) -> [Int] {
    if cutOfNode[node] >= 0 { return [Int(cutOfNode[node])] }
    let key = Int(keyOfNode[node])
    return (points[node] ?? []).flatMap {
      [place(of: $0.nextDown, key: key), place(of: $0, key: key)]
    }
  }

  /// The place of a cut.
  func place(of cut: Feature, key: Int) -> Int {
    let cuts = cuts[key]
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < cut { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func addCuts(
    of node: TreeNode<Feature>, at place: Int, key: Int, sets: [Set<Int>]
  ) {
    guard !node.threshold.isNaN else { return }
    switch node.kind {
    case .atMost: cuts[key].append(node.threshold)
    case .equal: points[place] = [node.threshold]
    case .member: points[place] = sets[Int(node.threshold)].compactMap { Feature(exactly: $0) }
    }
    // A point is what lies above the number before it, and up to itself.
    for point in points[place] ?? [] { cuts[key] += [point.nextDown, point] }
  }

  private static func distinct(_ numbers: [Feature]) -> [Feature] {
    var distinct: [Feature] = []
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }
}
