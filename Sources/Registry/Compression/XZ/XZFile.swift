/// Streams of blocks of LZMA2 with their checks and an index, one behind the other.
///
/// Source: *The .xz File Format* 1.2.1.
enum XZFile {
  private static let magic: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]

  /// Decodes all streams, with the zeros that may pad them.
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    repeat {
      try decodeStream(&input, into: &output)
      while input.rest.starts(with: [0, 0, 0, 0]) { _ = try input.take(4) }
    } while input.rest.starts(with: magic)
  }

  private static func decodeStream(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    guard try input.take(6).elementsEqual(magic) else { throw .badHeader }
    let flags = try streamFlags(&input)
    let check = try XZCheck(flags: flags)
    var blocks: [XZBlock] = []
    while true {
      let start = input.offset
      let size = try input.byte()
      guard size > 0 else { break }
      blocks.append(try XZBlock.decode(&input, from: start, size: size, check, into: &output))
    }
    let indexSize = try readIndex(of: blocks, &input)
    try readFooter(&input, flags: flags, indexSize: indexSize)
  }

  /// Two bytes and their checksum. Source: section 2.1.1.2.
  private static func streamFlags(_ input: inout ByteCursor) throws(CompressionFault) -> UInt16 {
    let start = input.offset
    let flags = try input.number(UInt16.self)
    try readChecksum(&input, since: start)
    return flags
  }

  /// The CRC-32 of what was read since the input's byte `start`.
  static func readChecksum(
    _ input: inout ByteCursor, since start: Int
  ) throws(CompressionFault) {
    let checksum = CyclicRedundancyCheck.crc32.checksum(of: input.bytes(since: start))
    guard try input.number(UInt32.self) == checksum else { throw .wrongChecksum }
  }

  /// Reads the index behind its first byte, which must list the blocks as they were.
  ///
  /// - Returns: Its size in bytes. Source: section 4.
  private static func readIndex(
    of blocks: [XZBlock], _ input: inout ByteCursor
  ) throws(CompressionFault) -> Int {
    let start = input.offset - 1
    guard try input.variableLength() == blocks.count else { throw .badDirectory }
    for block in blocks {
      guard try input.variableLength() == block.packedSize,
        try input.variableLength() == block.size
      else { throw .badDirectory }
    }
    try skipPadding(&input, since: start)
    try readChecksum(&input, since: start)
    return input.offset - start
  }

  /// The zeros that make a multiple of four bytes of what was read since the input's byte `start`.
  static func skipPadding(
    _ input: inout ByteCursor, since start: Int
  ) throws(CompressionFault) {
    while (input.offset - start) % 4 > 0 {
      guard try input.byte() == 0 else { throw .badHeader }
    }
  }

  // Source: section 2.1.2.
  private static func readFooter(
    _ input: inout ByteCursor, flags: UInt16, indexSize: Int
  ) throws(CompressionFault) {
    let checksum = try input.number(UInt32.self)
    let start = input.offset
    let size = (Int(try input.number(UInt32.self)) + 1) * 4
    let again = try input.number(UInt16.self)
    guard CyclicRedundancyCheck.crc32.checksum(of: input.bytes(since: start)) == checksum else {
      throw .wrongChecksum
    }
    guard size == indexSize, again == flags, try input.take(2).elementsEqual("YZ".utf8) else {
      throw .badHeader
    }
  }
}

extension ByteCursor {
  /// A number of at most 63 bits, seven in each byte, the lowest first.
  ///
  /// Source: *The .xz File Format* 1.2.1, section 1.2.
  mutating func variableLength() throws(CompressionFault) -> Int {
    var number = 0
    for shift in stride(from: 0, to: 63, by: 7) {
      let byte = try byte()
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        guard byte > 0 || shift == 0 else { throw .badHeader }
        return number
      }
    }
    throw .badHeader
  }
}
