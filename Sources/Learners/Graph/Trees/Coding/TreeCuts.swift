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

  /// A test that some numbers pass, which many nodes may share.
  struct Membership: Hashable {
    let key: Int
    let kind: TreeNode<Feature>.Kind
    /// The number, or the number of the set.
    let asked: Feature
  }

  private(set) var keys: [Key] = []
  /// For each key what its tests compare with, ascending and distinct.
  private(set) var cuts: [[Feature]] = []
  /// For each node the number of its key; -1 for a leaf.
  private(set) var keyOfNode: [Int32] = []
  /// For each node that compares with a threshold, the place of its cut; -1 where nothing passes.
  private(set) var cutOfNode: [Int32] = []
  /// For each node that asks for a membership, its number; -1 for the others.
  private(set) var membershipOfNode: [Int32] = []
  private(set) var memberships: [Membership] = []
  /// For each membership the numbers that pass.
  private(set) var points: [[Feature]] = []

  private var numbersOfKeys: [Key: Int32] = [:]
  private var numbersOfMemberships: [Membership: Int32] = [:]

  /// `nil` when memberships ask for more points than there may be.
  ///
  /// - Parameters:
  ///   - trees: The trees.
  ///   - pointLimit: How many points all memberships may have together.
  init?(_ trees: TreeNodes<Feature>, pointLimit: Int) {
    keyOfNode = Array(repeating: -1, count: trees.nodes.count)
    (cutOfNode, membershipOfNode) = (keyOfNode, keyOfNode)
    var room = pointLimit
    for (place, node) in trees.nodes.enumerated() where trees.leaves[place] < 0 {
      let key = number(of: Key(column: node.column, missing: node.missing))
      keyOfNode[place] = key
      if node.threshold.isNaN { continue }
      if node.kind == .atMost {
        cuts[Int(key)].append(node.threshold)
        continue
      }
      let membership = Membership(key: Int(key), kind: node.kind, asked: node.threshold)
      guard let number = number(of: membership, trees.sets, room: &room) else { return nil }
      membershipOfNode[place] = number
    }
    for key in cuts.indices { cuts[key] = Self.distinct(cuts[key]) }
    for (place, node) in trees.nodes.enumerated()
    where keyOfNode[place] >= 0 && node.kind == .atMost && !node.threshold.isNaN {
      cutOfNode[place] = Int32(self.place(of: node.threshold, key: Int(keyOfNode[place])))
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

  private mutating func number(of key: Key) -> Int32 {
    if let number = numbersOfKeys[key] { return number }
    let number = Int32(keys.count)
    numbersOfKeys[key] = number
    keys.append(key)
    cuts.append([])
    return number
  }

  /// The number of a membership; `nil` when there is no room for its points.
  private mutating func number(
    of membership: Membership, _ sets: [Set<Int>], room: inout Int
  ) -> Int32? {
    if let number = numbersOfMemberships[membership] { return number }
    let isSet = membership.kind == .member
    let set = isSet ? sets[Int(membership.asked)] : []
    room -= isSet ? set.count : 1
    if room < 0 { return nil }
    let number = Int32(memberships.count)
    numbersOfMemberships[membership] = number
    memberships.append(membership)
    points.append(isSet ? set.compactMap { Feature(exactly: $0) } : [membership.asked])
    // A point is what lies above the number before it, and up to itself.
    for point in points[Int(number)] { cuts[membership.key] += [point.nextDown, point] }
    return number
  }

  private static func distinct(_ numbers: [Feature]) -> [Feature] {
    var distinct: [Feature] = []
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }
}
