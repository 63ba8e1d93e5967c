/// Streams of sorted blocks with their checksums, one behind the other.
///
/// Source: the code of bzip2 1.0.8, `decompress.c`.
enum Bzip2File {
  private static let blockMark = 0x3141_5926_5359
  private static let endMark = 0x1772_4538_5090

  /// Decodes all streams.
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    repeat {
      guard try input.take(3).elementsEqual("BZh".utf8) else { throw .badHeader }
      let level = Int(try input.byte()) - 0x30
      guard (1...9).contains(level) else { throw .badHeader }
      let length = try input.rest.withUnsafeBufferPointer { (bytes) throws(CompressionFault) in
        try decodeBlocks(bytes, largest: level * 100_000, into: &output)
      }
      _ = try input.take(length)
    } while input.rest.starts(with: "BZh".utf8)
  }

  private static func decodeBlocks(
    _ bytes: UnsafeBufferPointer<UInt8>, largest: Int, into output: inout DecodedBytes
  ) throws(CompressionFault) -> Int {
    var bits = Bzip2Bits(bytes)
    var combined: UInt32 = 0
    while true {
      let mark = try bits.number(24) << 24 | (try bits.number(24))
      let checksum = UInt32(try bits.number(32))
      if mark == endMark {
        guard checksum == combined else { throw .wrongChecksum }
        return bits.byteOffset
      }
      guard mark == blockMark else { throw .badHeader }
      let start = output.count
      var text = Bzip2Text(try Bzip2Block(&bits, most: largest))
      try text.write(into: &output)
      guard Bzip2Checksum.checksum(of: output.written(from: start)) == checksum else {
        throw .wrongChecksum
      }
      combined = (combined << 1 | combined >> 31) ^ checksum
    }
  }
}
