/// The tests of ``BitVectorTrees`` once more, put in order for one row alone: what all tests on a column leave
/// of all trees' leaves depends on the code of the row in that column only.
///
/// For each column the tests stand in the order of their limits, so that those that a row fails come first.
/// After every eighth code it is written down what they leave together; a row takes that, a vector of
/// bytes at a time, and the few tests from there to its own code.
///
/// A class, because it is handed on for every row.
final class RowMasks: Sendable {
  /// How many codes there are, and how many lie between two that it is written down for.
  private static let codeCount = 256
  private static let spacing = 8
  /// How many tests a column has for which it is written down.
  private static let leastTests = 32
  private static let vectorBytes = MemoryLayout<ByteLanes>.size
  /// How many bytes may be written down.
  private static let sizeLimit = 1 << 20

  /// A test, as far as it is about one byte of leaves.
  private struct Test: Sendable {
    let byte: UInt32
    /// The leaves that are left to rows that fail.
    let left: UInt8
  }

  private struct Column: Sendable {
    /// Where its first test is.
    let start: Int
    /// Whether it is one of ``wideColumns``.
    let isWide: Bool
  }

  private let columns: [Column]
  private let tests: [Test]
  /// For each code of each column, counted from the lowest, where the tests end that a row with it fails.
  private let ends: [Int32]
  /// The columns for which it is written down what their tests leave, one after the other in ``masks``.
  private let wideColumns: [Int]
  private let masks: [UInt8]
  /// How many bytes the leaves of all trees take, rounded up.
  private let size: Int

  /// `nil` when walking through the trees takes less time.
  ///
  /// - Parameters:
  ///   - tests: For each byte of leaves its tests: the code that a row passes below, and what is left to the
  ///     others.
  ///   - columnCount: How many columns of codes there are.
  init?(_ tests: [[(column: Int, limit: Int, left: UInt8)]], columnCount: Int) {
    // The ends of the tests of every code.
    guard columnCount * Self.codeCount * 4 <= Self.sizeLimit else { return nil }
    // Those of the last tree are read eight bytes at once, and all are made four vectors at a time.
    let (read, made) = (tests.count + 7, 4 * Self.vectorBytes)
    size = (read + made - 1) / made * made
    var testsOfColumn = [[(limit: Int, test: Test)]](repeating: [], count: columnCount)
    for (byte, tests) in tests.enumerated() {
      for test in tests {
        testsOfColumn[test.column].append((test.limit, Test(byte: UInt32(byte), left: test.left)))
      }
    }
    wideColumns = testsOfColumn.indices.filter { testsOfColumn[$0].count >= Self.leastTests }
    let vectors = wideColumns.count * size / Self.vectorBytes
    guard vectors * Self.vectorBytes * Self.codeCount / Self.spacing <= Self.sizeLimit,
      vectors <= tests.reduce(0, { $0 + $1.count })
    else { return nil }
    var (columns, sorted, ends, masks) = ([Column](), [Test](), [Int32](), [UInt8]())
    for tests in testsOfColumn {
      let tests = tests.sorted { $0.limit < $1.limit }
      let isWide = tests.count >= Self.leastTests
      columns.append(Column(start: sorted.count, isWide: isWide))
      // What nobody writes down need not be there.
      var left = [UInt8](repeating: 255, count: isWide ? size : 0)
      var failed = 0
      for code in 0..<Self.codeCount {
        while failed < tests.count, tests[failed].limit <= code + Int(Int8.min) {
          if isWide { left[Int(tests[failed].test.byte)] &= tests[failed].test.left }
          failed += 1
        }
        ends.append(Int32(sorted.count + failed))
        if isWide, code.isMultiple(of: Self.spacing) { masks += left }
      }
      sorted += tests.map(\.test)
    }
    (self.columns, self.tests, self.ends, self.masks) = (columns, sorted, ends, masks)
  }

  /// Finds the leaf of a row in every tree.
  ///
  /// - Parameters:
  ///   - codes: Of the row, one for each column.
  ///   - trees: Where the leaves of each tree begin, in bytes, and where those of the last one end.
  ///   - found: Gets the number of the tree and that of the leaf, both counted from 0.
  @inline(__always)
  func leaves(
    _ codes: UnsafePointer<Int8>, trees: [Int32], found: (_ tree: Int, _ leaf: Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(byteCount: size, alignment: Self.vectorBytes) { bits in
      guard let bits = bits.baseAddress else { return }
      takeMasks(codes, bits)
      takeTests(codes, bits.assumingMemoryBound(to: UInt8.self))
      trees.withUnsafeBufferPointer { trees in
        for tree in 0..<trees.count &- 1 {
          // A leaf of the tree itself is always left, so what follows it does not count.
          let left = bits.loadUnaligned(fromByteOffset: Int(trees[tree]), as: UInt64.self)
          found(tree, UInt64(littleEndian: left).trailingZeroBitCount)
        }
      }
    }
  }

  /// What the tests of the wide columns leave, as far as it is written down: four vectors at a time.
  @inline(__always)
  private func takeMasks(_ codes: UnsafePointer<Int8>, _ bits: UnsafeMutableRawPointer) {
    masks.withUnsafeBytes { masks in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: wideColumns.count) { starts in
        for (index, column) in wideColumns.enumerated() {
          let place = Int(codes[column]) &- Int(Int8.min)
          starts[index] = (index &* Self.codeCount &+ place) / Self.spacing &* size
        }
        var offset = 0
        while offset < size {
          var (a, b, c, d) = (ByteLanes(255), ByteLanes(255), ByteLanes(255), ByteLanes(255))
          for start in starts {
            let mask = masks.baseAddress.unsafelyUnwrapped + (start &+ offset)
            a = a & mask.loadUnaligned(as: ByteLanes.self)
            b = b & mask.loadUnaligned(fromByteOffset: Self.vectorBytes, as: ByteLanes.self)
            c = c & mask.loadUnaligned(fromByteOffset: 2 * Self.vectorBytes, as: ByteLanes.self)
            d = d & mask.loadUnaligned(fromByteOffset: 3 * Self.vectorBytes, as: ByteLanes.self)
          }
          let target = bits + offset
          target.storeBytes(of: a, as: ByteLanes.self)
          target.storeBytes(of: b, toByteOffset: Self.vectorBytes, as: ByteLanes.self)
          target.storeBytes(of: c, toByteOffset: 2 * Self.vectorBytes, as: ByteLanes.self)
          target.storeBytes(of: d, toByteOffset: 3 * Self.vectorBytes, as: ByteLanes.self)
          offset &+= 4 * Self.vectorBytes
        }
      }
    }
  }

  /// Takes out what the other tests that the row fails do not leave.
  @inline(__always)
  private func takeTests(_ codes: UnsafePointer<Int8>, _ bits: UnsafeMutablePointer<UInt8>) {
    tests.withUnsafeBufferPointer { tests in
      ends.withUnsafeBufferPointer { ends in
        for (number, column) in columns.enumerated() {
          let code = Int(codes[number]) &- Int(Int8.min)
          let first = number &* Self.codeCount
          var test = column.start
          if column.isWide { test = Int(ends[first &+ code / Self.spacing &* Self.spacing]) }
          let end = Int(ends[first &+ code])
          while test < end {
            bits[Int(tests[test].byte)] &= tests[test].left
            test &+= 1
          }
        }
      }
    }
  }
}
