/// A decision tree as a file states it, whatever the library: what ``CompiledTrees`` is made of.
///
/// A row begins at the first node. A number is looked up in the node's column and compared in the
/// precision of the ensemble: as `Float`s or as `Double`s, with thresholds that may have more digits.
struct SourceTree: Sendable {
  /// Nodes that the first does not lead to are passed over.
  var nodes: [Node]
  /// What leaves add to scores, in the order in which they are added; votes of other nodes are passed
  /// over.
  var votes: [Vote]

  /// A test, or a leaf.
  struct Node: Sendable {
    var test: Test
    var column: Int
    /// Where rows go that pass the test, and the others: places in ``SourceTree/nodes``.
    var passes: Int
    var fails: Int
    var missing: Missing

    /// A node that ends the way of a row.
    static let leaf = Node(test: .leaf, column: 0, passes: 0, fails: 0, missing: .fails)
  }

  enum Test: Sendable {
    /// Ends the way of a row.
    case leaf
    /// Up to and with the threshold.
    case atMost(Double)
    /// Below the threshold.
    case less(Double)
    case equal(Double)
    /// One of these whole numbers; a number with a fraction is none.
    case member(Set<Int>)
  }

  /// Where rows go that have no number.
  enum Missing: UInt8, Sendable {
    case passes
    case fails
    /// They are compared as 0 is.
    case isZero
    /// As `passes` and `fails`, and 0 is no number either: whatever is no farther from it than
    /// ``zeroEdge``.
    case orZeroPasses
    case orZeroFails

    /// Whether they pass, where they are not compared.
    var passes: Bool { self == .passes || self == .orZeroPasses }

    /// LightGBM's `kZeroThreshold`.
    static let zeroEdge = Double(1e-35 as Float)
  }

  /// What a leaf adds to a score. A leaf may have several votes.
  struct Vote: Sendable {
    /// A place in ``SourceTree/nodes``.
    var leaf: Int
    var score: Int
    var weight: Double
  }
}
