/// The checksum of LZ4 frames.
///
/// Source: *xxHash fast digest algorithm* 0.1.1, section "XXH32", with a seed of 0.
enum XXHash32 {
  private static let primes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F, 0x1656_67B1
  )

  static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { bytes in
      var next = 0
      func word() -> UInt32 {
        defer { next &+= 4 }
        return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt32.self))
      }
      var hash = primes.4
      if bytes.count >= 16 {
        var lanes: (UInt32, UInt32, UInt32, UInt32) = (
          primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0
        )
        while next &+ 16 <= bytes.count {
          lanes.0 = mix(lanes.0, word())
          lanes.1 = mix(lanes.1, word())
          lanes.2 = mix(lanes.2, word())
          lanes.3 = mix(lanes.3, word())
        }
        hash = rotate(lanes.0, 1) &+ rotate(lanes.1, 7) &+ rotate(lanes.2, 12)
        hash &+= rotate(lanes.3, 18)
      }
      hash &+= UInt32(truncatingIfNeeded: bytes.count)
      while next &+ 4 <= bytes.count {
        hash = rotate(hash &+ word() &* primes.2, 17) &* primes.3
      }
      for byte in bytes[next...] {
        hash = rotate(hash &+ UInt32(byte) &* primes.4, 11) &* primes.0
      }
      return avalanche(hash)
    }
  }

  @inline(__always)
  private static func mix(_ lane: UInt32, _ word: UInt32) -> UInt32 {
    rotate(lane &+ word &* primes.1, 13) &* primes.0
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &<< bits | word &>> (32 &- bits)
  }

  private static func avalanche(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash = (hash ^ hash >> 15) &* primes.1
    hash = (hash ^ hash >> 13) &* primes.2
    return hash ^ hash >> 16
  }
}
