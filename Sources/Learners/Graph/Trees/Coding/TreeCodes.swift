/// The tests of a group of trees as comparisons of codes.
///
/// Trees are added one by one. What is taken back costs as much as it took to add, however many cuts the
/// other trees have.
struct TreeCodes<Feature: TreeNumber> {
  let trees: TreeNodes<Feature>
  let cuts: TreeCuts<Feature>
  /// How many cuts a column may have.
  private let cutLimit: Int
  /// The keys of the group, one a column of codes.
  private(set) var keys: [Int] = []
  private var memberships: [Int] = []
  private var added: [(key: Int, cut: Int)] = []
  /// For each key its column of codes; -1 outside of the group.
  private var columns: [Int]
  /// For each key how many of its cuts the group has.
  private var counts: [Int]
  /// For each key and cut, how many cuts of the group are at most it: the highest code up to it. 0 outside
  /// of the group, and 1 until the cuts are numbered.
  private var codes: [[Int32]]
  private var hasMembership: [Bool]
  /// How many more points, and words of their bits, groups may have.
  private var room: Int

  /// `nil` when memberships have too many points for the trees to be coded.
  ///
  /// - Parameters:
  ///   - trees: All trees.
  ///   - cutLimit: How many cuts a column may have.
  init?(_ trees: TreeNodes<Feature>, cutLimit: Int) {
    room = min(trees.nodes.count * 16 + 1 << 20, Int(Int32.max) / 2)
    guard let cuts = TreeCuts(trees, pointLimit: room) else { return nil }
    (self.trees, self.cuts, self.cutLimit) = (trees, cuts, cutLimit)
    columns = Array(repeating: -1, count: cuts.keys.count)
    counts = Array(repeating: 0, count: cuts.keys.count)
    codes = cuts.cuts.map { Array(repeating: 0, count: $0.count) }
    hasMembership = Array(repeating: false, count: cuts.memberships.count)
  }

  /// Whether there was room so far.
  var fits: Bool { room >= 0 }

  /// Adds a tree, unless its columns or cuts are too many.
  mutating func add(tree: Int) -> Bool {
    let before = (keys: keys.count, memberships: memberships.count, cuts: added.count)
    for place in trees.places(ofTree: tree) where cuts.keyOfNode[place] >= 0 && fits {
      add(key: Int(cuts.keyOfNode[place]))
      let membership = Int(cuts.membershipOfNode[place])
      if cuts.cutOfNode[place] >= 0 {
        add(cut: Int(cuts.cutOfNode[place]), key: Int(cuts.keyOfNode[place]))
      } else if membership >= 0 && !hasMembership[membership] {
        add(membership: membership)
      }
    }
    let hasRoom =
      keys.count <= WalkedTrees.columnLimit
      && added[before.cuts...].allSatisfy { counts[$0.key] <= cutLimit }
    if hasRoom && fits { return true }
    remove(keys: before.keys, memberships: before.memberships, cuts: before.cuts)
    return false
  }

  /// Takes all trees back.
  mutating func removeAll() { remove(keys: 0, memberships: 0, cuts: 0) }

  /// Numbers the cuts of the group.
  ///
  /// - Returns: For each column of codes, its cuts, ascending.
  mutating func number() -> [[Feature]] {
    var places = [[Int]](repeating: [], count: keys.count)
    for (key, cut) in added { places[columns[key]].append(cut) }
    for (column, key) in keys.enumerated() {
      places[column].sort()
      for (code, cut) in places[column].enumerated() { codes[key][cut] = Int32(code + 1) }
    }
    for membership in memberships { room -= wordCount(cuts.memberships[membership].key) }
    return zip(keys, places).map { key, places in places.map { cuts.cuts[key][$0] } }
  }

  private mutating func add(key: Int) {
    guard columns[key] < 0 else { return }
    columns[key] = keys.count
    keys.append(key)
  }

  private mutating func add(cut: Int, key: Int) {
    guard codes[key][cut] == 0 else { return }
    codes[key][cut] = 1
    counts[key] += 1
    added.append((key, cut))
  }

  private mutating func add(membership: Int) {
    hasMembership[membership] = true
    memberships.append(membership)
    let key = cuts.memberships[membership].key
    room -= cuts.points[membership].count
    for point in cuts.points[membership] {
      add(cut: cuts.place(of: point.nextDown, key: key), key: key)
      add(cut: cuts.place(of: point, key: key), key: key)
    }
  }

  /// Takes back what was added after so many.
  private mutating func remove(keys keyCount: Int, memberships count: Int, cuts cutCount: Int) {
    for (key, cut) in added[cutCount...] {
      codes[key][cut] = 0
      counts[key] -= 1
    }
    for membership in memberships[count...] { hasMembership[membership] = false }
    for key in keys[keyCount...] { columns[key] = -1 }
    added.removeSubrange(cutCount...)
    memberships.removeSubrange(count...)
    keys.removeSubrange(keyCount...)
  }

  /// How many words the bits of the codes of a key have.
  private func wordCount(_ key: Int) -> Int { counts[key] / 32 + 2 }
}

// MARK: The tests

extension TreeCodes {
  /// The column of codes that a test looks at.
  func column(_ place: Int) -> Int { columns[Int(cuts.keyOfNode[place])] }

  /// The highest code that passes a test.
  func highest(_ place: Int) -> Int {
    let cut = Int(cuts.cutOfNode[place])
    return cut < 0 ? 0 : Int(codes[Int(cuts.keyOfNode[place])][cut])
  }

  /// The codes that pass the tests of a key and some points, as bits.
  ///
  /// - Parameters:
  ///   - membership: Its number; negative where no number passes.
  ///   - key: The number of the key.
  /// - Returns: 32 codes a word, from the lowest bit on.
  func members(_ membership: Int, key: Int) -> [UInt32] {
    var bits = [UInt32](repeating: 0, count: wordCount(key))
    if cuts.keys[key].missing.passes { bits[0] |= 1 }
    for point in membership < 0 ? [] : cuts.points[membership] {
      let code = codes[key][cuts.place(of: point, key: key)]
      bits[Int(code) / 32] |= 1 << UInt32(code % 32)
    }
    return bits
  }
}
