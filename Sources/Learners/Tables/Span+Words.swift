/// Eight bytes at a time ("SIMD within a register").
///
/// Source: Mycroft's zero-byte test, in Warren (2012), *Hacker's Delight*, 2nd edition, section 6-1.
extension Span<UInt8> {
  /// The eight bytes from `index` on, the first in the lowest bits.
  ///
  /// - Precondition: `index + 8 <= count`, which is checked.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    // Unsafe in name only here: the bounds are checked, and every bit pattern is a UInt64.
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The first `count` bytes from `index` on, at most eight; the bits above them are zero.
  ///
  /// - Precondition: `index + 8 <= self.count`, which is checked.
  @inline(__always)
  func word(at index: Int, count: Int) -> UInt64 {
    count >= 8 ? word(at: index) : word(at: index) & ~(UInt64.max &<< UInt64(count &* 8))
  }
}

extension UInt64 {
  /// This byte, eight times.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Bit 7 of each byte that is zero; bytes above the first zero byte may be marked wrongly.
  @inline(__always)
  var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }

  /// The index of the lowest byte that is marked in a mask of bits 7.
  @inline(__always)
  var firstMarkedByte: Int { trailingZeroBitCount &>> 3 }
}
