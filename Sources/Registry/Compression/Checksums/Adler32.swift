/// The checksum of zlib: a sum of bytes, and a sum of those sums.
///
/// Source: RFC 1950, section 8.2.
enum Adler32 {
  private static let modulus: UInt32 = 65_521
  /// After so many bytes the sums still fit into 32 bits.
  private static let stretch = 5_552

  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { bytes in
      var sum: UInt32 = 1
      var sums: UInt32 = 0
      var next = 0
      while next < bytes.count {
        let end = min(next + stretch, bytes.count)
        while next < end {
          sum &+= UInt32(bytes[next])
          sums &+= sum
          next &+= 1
        }
        sum %= modulus
        sums %= modulus
      }
      return sums << 16 | sum
    }
  }
}
