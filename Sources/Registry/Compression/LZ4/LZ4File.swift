/// Frames of LZ4 blocks, one behind the other.
///
/// Source: *LZ4 Frame Format Description* 1.6.3.
enum LZ4File {
  private static let magic: UInt32 = 0x184D_2204
  /// Frames that are passed over have one of 16 magic numbers.
  private static let skippable: UInt32 = 0x184D_2A50

  /// Decodes all frames.
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    while true {
      var peek = input
      guard let first = try? peek.number(UInt32.self) else { return }
      if first == magic {
        input = peek
        try decodeFrame(&input, into: &output)
      } else if first & ~15 == skippable {
        input = peek
        _ = try input.take(try input.length(UInt32.self))
      } else {
        return
      }
    }
  }

  private static func decodeFrame(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let header = try LZ4FrameHeader(&input)
    let start = output.count
    while true {
      let size = try input.number(UInt32.self)
      guard size > 0 else { break }
      try decodeBlock(size, header, &input, into: &output, from: start)
    }
    let content = output.written(from: start)
    if let size = header.contentSize, size != UInt64(content.count) { throw .wrongLength }
    if header.hasContentChecksum { try readChecksum(&input, of: content) }
  }

  private static func decodeBlock(
    _ size: UInt32, _ header: LZ4FrameHeader, _ input: inout ByteCursor,
    into output: inout DecodedBytes, from start: Int
  ) throws(CompressionFault) {
    let length = Int(size & 0x7FFF_FFFF)
    guard length <= header.largestBlock else { throw .badHeader }
    let block = try input.take(length)
    if header.hasBlockChecksums { try readChecksum(&input, of: block) }
    if size & 0x8000_0000 != 0 {
      try output.append(block)
    } else {
      let first = header.hasLinkedBlocks ? start : output.count
      try LZ4Block.decode(block, into: &output, from: first, most: header.largestBlock)
    }
  }

  private static func readChecksum(
    _ input: inout ByteCursor, of bytes: ArraySlice<UInt8>
  ) throws(CompressionFault) {
    guard try input.number() == XXHash32.checksum(of: bytes) else { throw .wrongChecksum }
  }
}

/// How a frame was written.
private struct LZ4FrameHeader {
  let hasLinkedBlocks: Bool
  let hasBlockChecksums: Bool
  let hasContentChecksum: Bool
  /// How many bytes a block may come to.
  let largestBlock: Int
  let contentSize: UInt64?

  init(_ input: inout ByteCursor) throws(CompressionFault) {
    let start = input.offset
    let flags = try input.byte()
    let sizes = try input.byte()
    guard flags >> 6 == 1, flags & 2 == 0, sizes & 0x8F == 0, sizes >> 4 >= 4 else {
      throw .badHeader
    }
    guard flags & 1 == 0 else { throw .unsupported("a dictionary of its own") }
    hasLinkedBlocks = flags & 0x20 == 0
    hasBlockChecksums = flags & 0x10 != 0
    hasContentChecksum = flags & 4 != 0
    largestBlock = 1 << (8 + 2 * Int(sizes >> 4))
    contentSize = flags & 8 != 0 ? try input.number() : nil
    let checksum = XXHash32.checksum(of: input.bytes(since: start))
    guard try input.byte() == UInt8(truncatingIfNeeded: checksum >> 8) else {
      throw .wrongChecksum
    }
  }
}
