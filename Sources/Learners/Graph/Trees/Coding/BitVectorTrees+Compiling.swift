extension BitVectorTrees {
  /// - Parameters:
  ///   - codes: The tests of trees of at most ``leafLimit`` leaves.
  ///   - range: Which trees.
  init<Feature>(_ codes: TreeCodes<Feature>, _ range: Range<Int>) {
    var sets = SetColumns(first: codes.keys.count)
    let trees = range.map { Self.tests(codes, ofTree: $0, &sets) }
    self.init(trees, sets: sets.columns, columnCount: codes.keys.count + sets.columns.count)
  }

  /// The tests of a tree, for each byte of its leaves.
  private static func tests<Feature>(
    _ codes: TreeCodes<Feature>, ofTree tree: Int, _ sets: inout SetColumns
  ) -> [[Test]] {
    let trees = codes.trees
    let places = trees.places(ofTree: tree)
    let first = trees.firstLeaves[tree]
    let leafCount = Int(trees.firstLeaves[tree + 1] - first)
    var tests = [[Test]](repeating: [], count: (leafCount + 7) / 8)
    // The leaves below each node. Children stand after their parent.
    var below = [Range<Int>](repeating: 0..<0, count: places.count)
    for place in places.reversed() {
      guard trees.leaves[place] < 0 else {
        let leaf = Int(trees.leaves[place] - first)
        below[place - places.lowerBound] = leaf..<leaf + 1
        continue
      }
      let next = Int(trees.nodes[place].next) - places.lowerBound
      below[place - places.lowerBound] = below[next].lowerBound..<below[next + 1].upperBound
      let (limit, column) = test(codes, place, &sets)
      for byte in below[next].lowerBound / 8...(below[next].upperBound - 1) / 8 {
        let lost = below[next].clamped(to: byte * 8..<byte * 8 + 8)
        let bits = (UInt32(1) << UInt32(lost.count) - 1) << UInt32(lost.lowerBound - byte * 8)
        tests[byte].append(
          Test(
            limit: UInt32(limit) * 0x0101_0101, left: (255 - bits) * 0x0101_0101,
            codes: UInt32(column * blockRows)))
      }
    }
    return tests
  }

  /// What codes are below that pass a test, with a sign, and the column that they are in.
  private static func test<Feature>(
    _ codes: TreeCodes<Feature>, _ place: Int, _ sets: inout SetColumns
  ) -> (limit: UInt8, column: Int) {
    let column = codes.column(place)
    guard codes.trees.nodes[place].kind != .atMost else {
      return (signed(codes.highest(place) + 1), column)
    }
    let bits = codes.members(
      Int(codes.cuts.membershipOfNode[place]), key: Int(codes.cuts.keyOfNode[place]))
    let members = (0..<32 * bits.count).filter { bits[$0 / 32] >> UInt32($0 % 32) & 1 == 1 }
      .map(signed)
    return (0, sets.place(of: SetColumn(codes: column * blockRows, members: members)))
  }

  /// A code as it is kept: the lowest byte with a sign is 0.
  private static func signed(_ code: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: code + Int(Int8.min))
  }
}

/// The columns of sets, each of them once.
private struct SetColumns {
  let first: Int
  private(set) var columns: [BitVectorTrees.SetColumn] = []
  private var places: [BitVectorTrees.SetColumn: Int] = [:]

  init(first: Int) { self.first = first }

  /// The column of a set, which is added where there is none yet.
  mutating func place(of column: BitVectorTrees.SetColumn) -> Int {
    if let place = places[column] { return place }
    let place = first + columns.count
    places[column] = place
    columns.append(column)
    return place
  }
}
