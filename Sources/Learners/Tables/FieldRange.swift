/// Where the text of one field stands in the bytes of a ``RecordBlock``, quotes left out.
package struct FieldRange: Sendable, Equatable {
  private let first: UInt32
  /// The length, shifted left by one; below it the flag.
  private let packed: UInt32

  /// - Precondition: `start` and `end` are below ``RecordReader/longestRecord`` and a block.
  @inline(__always)
  init(start: Int, end: Int, isEscaped: Bool = false) {
    first = UInt32(truncatingIfNeeded: start)
    packed = UInt32(truncatingIfNeeded: end &- start) &<< 1 | (isEscaped ? 1 : 0)
  }

  /// The first byte of the text.
  @inline(__always) package var start: Int { Int(first) }
  /// How many bytes the text has.
  @inline(__always) package var count: Int { Int(packed &>> 1) }
  /// The byte after the text.
  @inline(__always) package var end: Int { start &+ count }
  /// Whether quotes have still to be taken out of the text.
  @inline(__always) var isEscaped: Bool { packed & 1 != 0 }
}
