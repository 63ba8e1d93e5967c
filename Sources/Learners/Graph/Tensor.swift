/// Elements of one type, laid out row by row over axes of the lengths in ``shape``.
///
/// A batch column of *n* rows has the shape [n, 1].
package struct Tensor: Sendable {
  package let elements: Elements
  /// The length of each axis; the product is the number of elements.
  package let shape: [Int]

  package enum Elements: Sendable {
    case floats([Float])
    case doubles([Double])
    case int64s([Int64])
    case bools([Bool])
    /// An index into `levels` for each element; -1 is the empty text, which is how missing text is
    /// given. Work on text is done once a level instead of once an element.
    case strings(codes: [Int32], levels: [String])

    /// Text, element by element.
    static func strings(texts: [String]) -> Elements {
      .strings(codes: Array(0..<Int32(clamping: texts.count)), levels: texts)
    }

    package var count: Int {
      switch self {
      case .floats(let floats): floats.count
      case .doubles(let doubles): doubles.count
      case .int64s(let int64s): int64s.count
      case .bools(let bools): bools.count
      case .strings(let codes, _): codes.count
      }
    }

    /// About how many elements there would be in as much memory: of texts each level counts four times.
    var size: Int {
      if case .strings(let codes, let levels) = self { return codes.count + 4 * levels.count }
      return count
    }

    package var type: ElementType {
      switch self {
      case .floats: .float
      case .doubles: .double
      case .int64s: .int64
      case .bools: .bool
      case .strings: .string
      }
    }
  }

  /// - Precondition: `shape` multiplies to the number of elements.
  package init(_ elements: Elements, shape: [Int]) {
    precondition(
      Tensor.count(of: shape) == elements.count, "a shape that does not fit its elements")
    self.elements = elements
    self.shape = shape
  }

  /// How many elements one value may have: half a gigabyte of floats. A small file can ask for far
  /// more than it holds.
  package static let maximumCount = 1 << 27

  /// How many elements a tensor of this shape has, or `nil` when an axis is negative or the number
  /// does not fit an integer.
  ///
  /// Where an axis has length 0, the others have at most ``maximumCount`` together: no file pays for
  /// them by its size, and operators multiply them and count them through.
  package static func count(of shape: [Int]) -> Int? {
    guard shape.allSatisfy({ $0 >= 0 }) else { return nil }
    var count = 1
    for length in shape where length > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      count = product
    }
    guard shape.contains(0) else { return count }
    return count <= maximumCount ? 0 : nil
  }

  /// How many elements a value of this shape has, asked before they are made.
  ///
  /// - Throws: ``LearnerError/unsupportedONNX(_:)`` when there are more than ``maximumCount``.
  static func boundedCount(of shape: [Int], node: String) throws(LearnerError) -> Int {
    guard let count = count(of: shape), count <= maximumCount else {
      throw .unsupportedONNX(.tooLarge(node: node, shape: shape))
    }
    return count
  }
}
