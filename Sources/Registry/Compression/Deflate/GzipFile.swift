/// Deflate streams, each with a header, a checksum and a length, one behind the other.
///
/// Source: RFC 1952.
enum GzipFile {
  private static let magic: [UInt8] = [0x1F, 0x8B]

  /// Decodes all members. Zeros may follow the last one, as tapes have them and `gzip` allows.
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    repeat {
      try decodeMember(&input, into: &output)
    } while input.rest.starts(with: magic)
    _ = try input.take(input.rest.prefix { $0 == 0 }.count)
  }

  private static func decodeMember(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let start = output.count
    try skipHeader(&input)
    try Inflate.decode(&input, into: &output)
    let content = output.written(from: start)
    let checksum = CyclicRedundancyCheck.crc32.checksum(of: content)
    guard try input.number(UInt32.self) == checksum else { throw .wrongChecksum }
    guard try input.number(UInt32.self) == UInt32(truncatingIfNeeded: content.count) else {
      throw .wrongLength
    }
  }

  // Source: RFC 1952, section 2.3.
  private static func skipHeader(_ input: inout ByteCursor) throws(CompressionFault) {
    let start = input.offset
    guard try input.take(2).elementsEqual(magic) else { throw .badHeader }
    let method = try input.byte()
    let flags = try input.byte()
    guard method == 8, flags & 0xE0 == 0 else { throw .badHeader }
    _ = try input.take(6)
    if flags & 0x04 != 0 { _ = try input.take(try input.length(UInt16.self)) }
    if flags & 0x08 != 0 { try input.skipText() }
    if flags & 0x10 != 0 { try input.skipText() }
    if flags & 0x02 != 0 {
      let header = CyclicRedundancyCheck.crc32.checksum(of: input.bytes(since: start))
      guard try input.number(UInt16.self) == UInt16(truncatingIfNeeded: header) else {
        throw .wrongChecksum
      }
    }
  }
}
