/// The sizes of a block of an .xz stream, as the index lists them.
struct XZBlock {
  /// Without the padding behind it.
  let packedSize: Int
  let size: Int

  /// Decodes the block whose header begins at the input's byte `start`, of which the first byte,
  /// `size`, was read.
  ///
  /// Source: *The .xz File Format* 1.2.1, section 3.
  static func decode(
    _ input: inout ByteCursor, from start: Int, size: UInt8, _ check: XZCheck,
    into output: inout DecodedBytes
  ) throws(CompressionFault) -> XZBlock {
    let header = try Header(&input, from: start, size: size)
    let packedStart = input.offset
    let contentStart = output.count
    try LZMA2Stream.decode(&input, into: &output, dictionarySize: header.dictionarySize)
    let packedEnd = input.offset
    let content = output.written(from: contentStart)
    guard header.packedSize.map({ $0 == packedEnd - packedStart }) ?? true,
      header.size.map({ $0 == content.count }) ?? true
    else { throw .wrongLength }
    try XZFile.skipPadding(&input, since: packedStart)
    let checkStart = input.offset
    try check.read(&input, of: content)
    return XZBlock(
      packedSize: packedEnd - start + input.offset - checkStart, size: content.count)
  }

  private struct Header {
    private(set) var packedSize: Int?
    private(set) var size: Int?
    let dictionarySize: Int

    // Source: section 3.1.
    init(_ input: inout ByteCursor, from start: Int, size: UInt8) throws(CompressionFault) {
      let end = start + Int(size) * 4
      let flags = try input.byte()
      guard flags & 0x3C == 0 else { throw .badHeader }
      if flags & 0x40 != 0 { packedSize = try input.variableLength() }
      if flags & 0x80 != 0 { self.size = try input.variableLength() }
      guard flags & 3 == 0, try input.variableLength() == 0x21 else {
        throw .unsupported("a filter other than LZMA2")
      }
      guard try input.variableLength() == 1 else { throw .badHeader }
      dictionarySize = try Self.dictionarySize(try input.byte())
      guard input.offset <= end else { throw .badHeader }
      guard try input.take(end - input.offset).allSatisfy({ $0 == 0 }) else { throw .badHeader }
      try XZFile.readChecksum(&input, since: start)
    }

    // Source: section 5.3.1.
    private static func dictionarySize(_ bits: UInt8) throws(CompressionFault) -> Int {
      guard bits <= 40 else { throw .badHeader }
      return bits == 40 ? 0xFFFF_FFFF : (2 | Int(bits & 1)) << (Int(bits) / 2 + 11)
    }
  }
}
