/// The tests of a group of trees as comparisons of codes.
struct TreeCodes<Feature: TreeNumber> {
  let trees: TreeNodes<Feature>
  private let cuts: TreeCuts<Feature>
  /// For each key its column of codes.
  private let columns: [Int]
  /// For each key and cut, how many cuts of the group are at most it: the highest code up to it.
  private let codes: [[Int32]]

  init(trees: TreeNodes<Feature>, cuts: TreeCuts<Feature>, columns: [Int], used: [[Bool]]) {
    (self.trees, self.cuts, self.columns) = (trees, cuts, columns)
    codes = used.map { used in
      var code: Int32 = 0
      return used.map { isUsed in
        code += isUsed ? 1 : 0
        return code
      }
    }
  }

  /// The column of codes that a test looks at.
  func column(_ place: Int) -> Int { columns[Int(cuts.keyOfNode[place])] }

  /// The highest code that passes a test.
  func highest(_ place: Int) -> Int {
    let cut = Int(cuts.cutOfNode[place])
    return cut < 0 ? 0 : Int(codes[Int(cuts.keyOfNode[place])][cut])
  }

  /// The codes that pass a test of a set, as bits.
  func members(_ place: Int) -> [UInt32] {
    let key = Int(cuts.keyOfNode[place])
    var bits = [UInt32](repeating: 0, count: Int(codes[key].last ?? 0) / 32 + 2)
    if cuts.keys[key].missing.passes { bits[0] |= 1 }
    for point in cuts.points[place] ?? [] {
      let code = codes[key][cuts.place(of: point, key: key)]
      bits[Int(code) / 32] |= 1 << UInt32(code % 32)
    }
    return bits
  }
}
