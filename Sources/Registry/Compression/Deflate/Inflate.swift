/// Deflate: blocks of literal bytes and of repetitions of what came before, in prefix codes.
///
/// Source: RFC 1951.
enum Inflate {
  /// Decodes one stream, to the byte in which its last block ends.
  ///
  /// - Throws: ``CompressionFault``; what came out before the fault is in `output`.
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let length = try input.rest.withUnsafeBufferPointer { (bytes) throws(CompressionFault) in
      try decode(UnsafeRawBufferPointer(bytes), into: &output)
    }
    _ = try input.take(length)
  }

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, into output: inout DecodedBytes
  ) throws(CompressionFault) -> Int {
    var bits = DeflateBits(bytes)
    let start = output.count
    var isLast = false
    while !isLast {
      isLast = try bits.number(1) == 1
      switch try bits.number(2) {
      case 0: try copyStored(&bits, into: &output)
      case 1: try DeflateBlock.fixed.get().decode(&bits, into: &output, from: start)
      case 2: try DeflateBlock(header: &bits).decode(&bits, into: &output, from: start)
      default: throw .badHeader
      }
    }
    return bits.byteOffset
  }

  // Source: RFC 1951, section 3.2.4.
  private static func copyStored(
    _ bits: inout DeflateBits, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let header = try bits.run(4)
    let length = Int(header[0]) | Int(header[1]) << 8
    guard length ^ 0xFFFF == Int(header[2]) | Int(header[3]) << 8 else { throw .badHeader }
    let run = try bits.run(length)
    try output.append(Array(run)[...])
  }
}
