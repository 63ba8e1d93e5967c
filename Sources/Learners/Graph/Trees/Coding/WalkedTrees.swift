/// Trees of any size over codes: rows walk down from the root, several side by side, because a row alone
/// would wait at each step for the one before.
struct WalkedTrees: CodedTreeKernel {
  /// A tree stays in the cache until all of them went through.
  static let blockRows = 256
  /// Codes fit two bytes, and two values are left over.
  static let cutLimit = 65_532
  /// How many columns may be looked at.
  static let columnLimit = 65_536

  struct Tree: Sendable {
    let root: Int32
    let hasSets: Bool
  }

  let columnCount: Int
  let nodes: [CodedTreeNode]
  /// For each node, which leaf of its tree it is.
  let leaves: [Int32]
  let trees: [Tree]
  /// For each node that asks for a set, where its bits begin; empty where there are no sets.
  let setStarts: [Int32]
  /// Which codes are in the sets, 32 each.
  let members: [UInt32]

  @inline(__always)
  func leaves(
    _ codes: UnsafeMutablePointer<UInt16>,
    found: (_ tree: Int, _ leaves: UnsafePointer<Int32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.blockRows) { buffer in
      guard let places = buffer.baseAddress else { return }
      nodes.withUnsafeBufferPointer { nodes in
        leaves.withUnsafeBufferPointer { leaves in
          for (number, tree) in trees.enumerated() {
            if tree.hasSets {
              for row in 0..<Self.blockRows {
                places[row] = place(nodes, codes + row, from: Int(tree.root))
              }
            } else {
              for row in stride(from: 0, to: Self.blockRows, by: 8) {
                Self.places(nodes, codes + row, from: Int(tree.root), to: places + row)
              }
            }
            for row in 0..<Self.blockRows { places[row] = leaves[Int(places[row])] }
            found(number, places)
          }
        }
      }
    }
  }

  /// Where a row comes to, and the seven after it, in a tree without sets.
  @inline(__always)
  private static func places(
    _ nodes: UnsafeBufferPointer<CodedTreeNode>, _ codes: UnsafePointer<UInt16>, from root: Int,
    to places: UnsafeMutablePointer<Int32>
  ) {
    var (a, b, c, d, e, f, g, h) = (root, root, root, root, root, root, root, root)
    while true {
      let before = (a, b, c, d, e, f, g, h)
      a = nodes[a].step(codes)
      b = nodes[b].step(codes + 1)
      c = nodes[c].step(codes + 2)
      d = nodes[d].step(codes + 3)
      e = nodes[e].step(codes + 4)
      f = nodes[f].step(codes + 5)
      g = nodes[g].step(codes + 6)
      h = nodes[h].step(codes + 7)
      let movedFirst = (a ^ before.0) | (b ^ before.1) | (c ^ before.2) | (d ^ before.3)
      let movedLast = (e ^ before.4) | (f ^ before.5) | (g ^ before.6) | (h ^ before.7)
      if movedFirst | movedLast == 0 { break }
    }
    for (lane, place) in [a, b, c, d, e, f, g, h].enumerated() {
      places[lane] = Int32(truncatingIfNeeded: place)
    }
  }

  /// Where a row comes to in any tree.
  private func place(
    _ nodes: UnsafeBufferPointer<CodedTreeNode>, _ codes: UnsafePointer<UInt16>, from root: Int
  ) -> Int32 {
    var place = root
    while true {
      let node = nodes[place]
      let before = place
      if node.isSet {
        let code = node.code(codes)
        let word = members[Int(setStarts[place]) + Int(code / 32)]
        place = node.next + (word >> UInt32(code % 32) & 1 == 1 ? 0 : 1)
      } else {
        place = node.step(codes)
      }
      if place == before { return Int32(truncatingIfNeeded: place) }
    }
  }
}

/// A test, or a leaf, in eight bytes.
///
/// From the lowest bit: the highest code that passes, in 16 bits; the column, in 16; and where rows go
/// that pass, in 32. The others go to the node after it. A leaf passes all codes to itself.
struct CodedTreeNode: Sendable {
  private let bits: UInt64

  /// What a test of a set has in place of the highest code.
  private static let setMark = 0xFFFF

  init(highest: Int, column: Int, next: Int) {
    bits = UInt64(highest) | UInt64(column) << 16 | UInt64(next) << 32
  }

  static func leaf(at place: Int) -> CodedTreeNode {
    CodedTreeNode(highest: setMark - 1, column: 0, next: place)
  }

  /// Passes the codes of a set.
  static func set(column: Int, next: Int) -> CodedTreeNode {
    CodedTreeNode(highest: setMark, column: column, next: next)
  }

  var isSet: Bool { Int(bits & 0xFFFF) == Self.setMark }
  var next: Int { Int(truncatingIfNeeded: bits >> 32) }

  /// The code of a row in the column, where the columns of codes begin with the row's.
  @inline(__always)
  func code(_ codes: UnsafePointer<UInt16>) -> UInt16 {
    codes[Int(truncatingIfNeeded: (bits >> 16 & 0xFFFF) &* UInt64(WalkedTrees.blockRows))]
  }

  /// Where a row goes; not for sets.
  @inline(__always)
  func step(_ codes: UnsafePointer<UInt16>) -> Int {
    next &+ (code(codes) <= UInt16(truncatingIfNeeded: bits) ? 0 : 1)
  }
}
