/// A cyclic redundancy check of 32 or 64 bits, its lowest bit first.
///
/// Eight bytes are looked up at once, each in a table of its own.
///
/// Source: Kounavis and Berry (2008), *Novel table lookup-based algorithms for high-performance CRC
/// generation*, IEEE Transactions on Computers 57(11).
struct CyclicRedundancyCheck<Word: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// Of each byte, with no zero bytes behind it, then with one, to seven: 8 × 256.
  private let tables: [Word]

  init(polynomial: Word) {
    var tables = (0..<256).map { byte in
      (0..<8).reduce(Word(byte)) { word, _ in word >> 1 ^ (word & 1 == 1 ? polynomial : 0) }
    }
    for index in 256..<2048 {
      let word = tables[index - 256]
      tables.append(word >> 8 ^ tables[Int(word & 0xFF)])
    }
    self.tables = tables
  }

  /// The check of all `bytes`.
  func checksum(of bytes: ArraySlice<UInt8>) -> Word {
    bytes.withUnsafeBytes { bytes in
      tables.withUnsafeBufferPointer { tables in
        var word = Word.max
        var next = 0
        while next &+ 8 <= bytes.count {
          let eight =
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
            ^ UInt64(truncatingIfNeeded: word)
          word = 0
          for index in 0..<8 {
            let byte = Int(truncatingIfNeeded: eight &>> UInt64(8 &* index) & 0xFF)
            word ^= tables[(7 &- index) &* 256 &+ byte]
          }
          next &+= 8
        }
        for byte in bytes[next...] {
          word = word >> 8 ^ tables[Int(truncatingIfNeeded: word & 0xFF ^ Word(byte))]
        }
        return ~word
      }
    }
  }
}

extension CyclicRedundancyCheck<UInt32> {
  /// Of gzip, zip and xz. Source: RFC 1952, section 8.
  static let crc32 = CyclicRedundancyCheck(polynomial: 0xEDB8_8320)
}

extension CyclicRedundancyCheck<UInt64> {
  /// Of xz. Source: ECMA-182, as in *The .xz File Format* 1.2.1, section 6.
  static let crc64 = CyclicRedundancyCheck(polynomial: 0xC96C_5795_D787_0F42)
}
