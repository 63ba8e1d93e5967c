/// A test, or a leaf, of compiled trees: rows that pass go to the node ``next``, the others to the one
/// after it. A leaf passes all to itself.
struct TreeNode<Feature: TreeNumber>: Sendable {
  /// What the number is compared with, of a membership the number of its set; NaN where nothing passes.
  let threshold: Feature
  let next: Int32
  /// The column, above it what missing numbers do, and above that the kind of the test.
  private let packed: UInt32

  enum Kind: UInt32 {
    case atMost, equal, member
  }

  /// One more than the highest column.
  static var columnLimit: Int { 1 << columnBits }
  private static var columnBits: UInt32 { 24 }
  private static var missingBits: UInt32 { 3 }

  /// - Precondition: `column` is in 0..<``columnLimit``.
  init(
    kind: Kind, threshold: Feature, column: Int, next: Int32, missing: SourceTree.Missing
  ) {
    self.threshold = threshold
    self.next = next
    let rule = kind.rawValue << Self.missingBits | UInt32(missing.rawValue)
    packed = UInt32(column) | rule << Self.columnBits
  }

  /// A leaf at a place.
  static func leaf(at place: Int32) -> TreeNode {
    TreeNode(kind: .atMost, threshold: .infinity, column: 0, next: place, missing: .passes)
  }

  var column: Int { Int(packed & (1 << Self.columnBits - 1)) }
  var kind: Kind { Kind(rawValue: packed >> (Self.columnBits + Self.missingBits)) ?? .atMost }
  var missing: SourceTree.Missing {
    let rule = packed >> Self.columnBits & (1 << Self.missingBits - 1)
    return SourceTree.Missing(rawValue: UInt8(rule)) ?? .fails
  }

  /// Whether a row with this number in the node's column passes.
  @inline(__always)
  func passes(_ value: Feature, _ sets: UnsafeBufferPointer<Set<Int>>) -> Bool {
    isPlain && !value.isNaN ? value <= threshold : passesSpecially(value, sets)
  }

  /// Where a row goes that has a number in the column, if the node is plain.
  @inline(__always)
  func step(_ cells: UnsafePointer<Feature>) -> Int {
    Int(next) &+ (cells[column] <= threshold ? 0 : 1)
  }

  /// Whether every number is compared with the threshold, 0 too.
  var isPlain: Bool {
    packed < UInt32(SourceTree.Missing.orZeroPasses.rawValue) << Self.columnBits
  }

  @inline(never)
  private func passesSpecially(
    _ value: Feature, _ sets: UnsafeBufferPointer<Set<Int>>
  ) -> Bool {
    var value = value
    switch missing {
    case .passes: if value.isNaN { return true }
    case .fails: if value.isNaN { return false }
    case .isZero: if value.isNaN { value = 0 }
    case .orZeroPasses: if Self.isMissingOrZero(value) { return true }
    case .orZeroFails: if Self.isMissingOrZero(value) { return false }
    }
    switch kind {
    case .atMost: return value <= threshold
    case .equal: return value == threshold
    case .member: return Int(exactly: value).map(sets[Int(threshold)].contains) ?? false
    }
  }

  private static func isMissingOrZero(_ value: Feature) -> Bool {
    value.isNaN || abs(value.double) <= SourceTree.Missing.zeroEdge
  }
}
