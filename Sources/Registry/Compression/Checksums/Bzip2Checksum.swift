/// The CRC-32 of bzip2: the polynomial of gzip's, with the highest bit first.
///
/// Source: the code of bzip2 1.0.8, `crctable.c`.
enum Bzip2Checksum {
  private static let table = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte) << 24) { word, _ in
      word << 1 ^ (word >> 31 == 1 ? 0x04C1_1DB7 : 0)
    }
  }

  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    let table = table
    return ~bytes.reduce(UInt32.max) { $0 << 8 ^ table[Int($0 >> 24 ^ UInt32($1))] }
  }
}
