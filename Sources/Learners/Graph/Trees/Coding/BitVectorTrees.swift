/// Trees of few leaves, scored for many rows at once without walking them: each row has a bit for every
/// leaf of a tree, each test that a row fails clears those of the leaves that only passing rows come to,
/// and the lowest bit that is left is the leaf of the row.
///
/// Bits are kept in bytes, eight leaves each, sixteen rows side by side.
///
/// Source: Lucchese et al. (2015), *QuickScorer*, SIGIR, and (2016) *Exploiting CPU SIMD Extensions to
/// Speed-up Document Scoring with Tree Ensembles*, SIGIR.
struct BitVectorTrees: CodedTreeKernel {
  /// How many rows are scored at once.
  static let blockRows = 128
  /// How many leaves a tree may have.
  static let leafLimit = 64
  /// How many cuts a column may have, so that codes fit a byte.
  static let cutLimit = 254

  private static let vectors = blockRows / 16

  /// A test, as far as it is about one byte of leaves.
  struct Test: Sendable {
    /// One more than the highest code that passes, in each of four bytes, with a sign.
    let limit: UInt32
    /// The leaves that are left to rows that fail, in each of four bytes.
    let left: UInt32
    /// Where the codes of the column are in the block.
    let codes: UInt32
  }

  /// A column that is made of another one's codes: -1 for those of a set, and 0 for the others. Its test has
  /// the limit 0.
  struct SetColumn: Hashable, Sendable {
    /// Where the codes of the other column are in the block.
    let codes: Int
    /// The codes of the set.
    let members: [UInt8]
  }

  /// How many columns of codes a block has, those of sets last.
  let columnCount: Int
  private let sets: [SetColumn]
  private let tests: [Test]
  /// Where the tests of each byte of leaves end.
  private let ends: [Int32]
  /// Where in ``ends`` the bytes of each tree begin, and after the last tree where they end.
  private let trees: [Int32]
  /// The same for one row; `nil` where that is better walked.
  private let masks: RowMasks?

  /// Whether ``leaves(ofRow:found:)`` is there.
  var takesSingleRows: Bool { masks != nil }

  /// - Parameters:
  ///   - trees: The tests of each tree, for each byte of its leaves.
  ///   - sets: The columns that are made of others.
  ///   - columnCount: How many columns there are with them.
  init(_ trees: [[[Test]]], sets: [SetColumn], columnCount: Int) {
    (self.sets, self.columnCount) = (sets, columnCount)
    var (tests, ends, starts) = ([Test](), [Int32](), [Int32](arrayLiteral: 0))
    for bytes in trees {
      for byte in bytes {
        tests += byte
        ends.append(Int32(tests.count))
      }
      starts.append(Int32(ends.count))
    }
    (self.tests, self.ends, self.trees) = (tests, ends, starts)
    // A column costs a row about as much as a tree that is walked, and so do eight categories of a set.
    let cost = columnCount + sets.reduce(0) { $0 + $1.members.count } / 8
    masks =
      cost > trees.count
      ? nil
      : RowMasks(
        trees.joined().map { tests in
          tests.map { test in
            (
              column: Int(test.codes) / Self.blockRows,
              limit: Int(Int8(truncatingIfNeeded: test.limit)),
              left: UInt8(truncatingIfNeeded: test.left)
            )
          }
        }, columnCount: columnCount)
  }

  @inline(__always)
  func leaves(
    _ codes: UnsafeMutablePointer<Int8>,
    found: (_ tree: Int, _ leaves: UnsafePointer<UInt8>) -> Void
  ) {
    fillSets(codes)
    let maximum = Self.vectors * (Self.leafLimit / 8)
    withUnsafeTemporaryAllocation(of: ByteLanes.self, capacity: maximum + Self.vectors) { buffer in
      guard let bits = buffer.baseAddress else { return }
      let leaves = UnsafeMutableRawPointer(bits + maximum)
      for tree in 0..<trees.count - 1 {
        let bytes = Int(trees[tree])..<Int(trees[tree + 1])
        for byte in bytes {
          clear(byte, codes, bits + (byte - bytes.lowerBound) * Self.vectors)
        }
        lowest(bytes.count, bits, leaves.assumingMemoryBound(to: ByteLanes.self))
        found(tree, leaves.assumingMemoryBound(to: UInt8.self))
      }
    }
  }

  /// Finds the leaf of a row in each tree in turn.
  ///
  /// - Parameters:
  ///   - codes: Of the row, one for each column, and room for the columns of sets.
  ///   - found: Gets the number of the tree and that of the leaf, both counted from 0.
  @inline(__always)
  func leaves(
    ofRow codes: UnsafeMutablePointer<Int8>, found: (_ tree: Int, _ leaf: Int) -> Void
  ) {
    for (number, set) in sets.enumerated() {
      let code = UInt8(bitPattern: codes[set.codes / Self.blockRows])
      codes[columnCount - sets.count + number] = set.members.contains(code) ? -1 : 0
    }
    masks?.leaves(codes, trees: trees, found: found)
  }

  /// Fills the columns of sets.
  private func fillSets(_ codes: UnsafeMutablePointer<Int8>) {
    let first = columnCount - sets.count
    for (number, set) in sets.enumerated() {
      let source = Self.lanes(codes + set.codes)
      let target = Self.lanes(codes + (first + number) * Self.blockRows)
      for vector in 0..<Self.vectors { target[vector] = ByteLanes(0) }
      for member in set.members {
        let member = ByteLanes(member)
        for vector in 0..<Self.vectors {
          target[vector] = target[vector] | (source[vector] .== member)
        }
      }
    }
  }

  @inline(__always)
  private static func lanes(_ codes: UnsafeMutablePointer<Int8>) -> UnsafeMutablePointer<ByteLanes>
  {
    UnsafeMutableRawPointer(codes).assumingMemoryBound(to: ByteLanes.self)
  }

  /// The bits of one byte of leaves, for every row of the block.
  @inline(__always)
  private func clear(
    _ byte: Int, _ codes: UnsafePointer<Int8>, _ bits: UnsafeMutablePointer<ByteLanes>
  ) {
    tests.withUnsafeBufferPointer { tests in
      var (a, b, c, d) = (ByteLanes(255), ByteLanes(255), ByteLanes(255), ByteLanes(255))
      var (e, f, g, h) = (a, b, c, d)
      for place in (byte == 0 ? 0 : Int(ends[byte - 1]))..<Int(ends[byte]) {
        let test = tests[place]
        let limit = ByteLanes(repeating: test.limit)
        let left = ByteLanes(repeating: test.left)
        let rows = UnsafeRawPointer(codes + Int(test.codes)).assumingMemoryBound(to: ByteLanes.self)
        a = a & ((limit .> rows[0]) | left)
        b = b & ((limit .> rows[1]) | left)
        c = c & ((limit .> rows[2]) | left)
        d = d & ((limit .> rows[3]) | left)
        e = e & ((limit .> rows[4]) | left)
        f = f & ((limit .> rows[5]) | left)
        g = g & ((limit .> rows[6]) | left)
        h = h & ((limit .> rows[7]) | left)
      }
      (bits[0], bits[1], bits[2], bits[3]) = (a, b, c, d)
      (bits[4], bits[5], bits[6], bits[7]) = (e, f, g, h)
    }
  }

  /// The number of the lowest bit of every row.
  @inline(__always)
  private func lowest(
    _ bytes: Int, _ bits: UnsafePointer<ByteLanes>, _ leaves: UnsafeMutablePointer<ByteLanes>
  ) {
    let none = ByteLanes(0)
    for vector in 0..<Self.vectors {
      var byte = bits[vector]
      var leaf = ByteLanes(7)
      for next in 1..<max(1, bytes) {
        let isEmpty = byte .== none
        byte = byte | (bits[next * Self.vectors + vector] & isEmpty)
        leaf = leaf &+ (isEmpty & ByteLanes(8))
      }
      let lowest = byte & (none &- byte)
      leaf = leaf &- (((lowest & ByteLanes(0xF0)) .== none) & ByteLanes(4))
      leaf = leaf &- (((lowest & ByteLanes(0xCC)) .== none) & ByteLanes(2))
      leaf = leaf &- (((lowest & ByteLanes(0xAA)) .== none) & ByteLanes(1))
      leaves[vector] = leaf
    }
  }
}
