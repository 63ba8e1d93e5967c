extension BitVectorTrees {
  /// - Parameters:
  ///   - codes: The tests of trees of at most ``leafLimit`` leaves, all of them thresholds.
  ///   - range: Which trees.
  init<Feature>(_ codes: TreeCodes<Feature>, _ range: Range<Int>) {
    self.init(range.map { Self.tests(codes, ofTree: $0) })
  }

  /// The tests of a tree, for each byte of its leaves.
  private static func tests<Feature>(
    _ codes: TreeCodes<Feature>, ofTree tree: Int
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
      for byte in below[next].lowerBound / 8...(below[next].upperBound - 1) / 8 {
        let lost = below[next].clamped(to: byte * 8..<byte * 8 + 8)
        let bits = (UInt32(1) << UInt32(lost.count) - 1) << UInt32(lost.lowerBound - byte * 8)
        let limit = UInt8(truncatingIfNeeded: codes.highest(place) + 1 + Int(Int8.min))
        tests[byte].append(
          Test(
            limit: UInt32(limit) * 0x0101_0101, left: (255 - bits) * 0x0101_0101,
            codes: UInt32(codes.column(place) * blockRows)))
      }
    }
    return tests
  }
}
