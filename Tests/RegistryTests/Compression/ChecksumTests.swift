import Testing

@testable import Registry

/// Against the check values that the descriptions of the sums publish.
@Suite struct `A checksum` {
  private let digits = Array("123456789".utf8)[...]

  // The catalogue of parametrised CRC algorithms: CRC-32/ISO-HDLC, CRC-64/XZ and CRC-32/BZIP2.
  @Test func `of CRC has the published check values`() {
    #expect(CyclicRedundancyCheck.crc32.checksum(of: digits) == 0xCBF4_3926)
    #expect(CyclicRedundancyCheck.crc64.checksum(of: digits) == 0x995D_C9BB_DF19_39FA)
    #expect(Bzip2Checksum.checksum(of: digits) == 0xFC89_1918)
  }

  // `zlib.adler32` of Python: of the text, and of 10,000 bytes of 255, whose sums overflow.
  @Test func `of Adler has the values of zlib`() {
    #expect(Adler32.checksum(of: Array("Wikipedia".utf8)[...]) == 0x11E6_0398)
    #expect(Adler32.checksum(of: [UInt8](repeating: 255, count: 10_000)[...]) == 0xB623_EB2B)
  }

  // `xxhsum -H0` of xxHash 0.8.
  @Test(arguments: [
    ("", 0x02CC_5D05), ("a", 0x550D_7456), ("abc", 0x32D1_53FF),
    ("Nobody inspects the spammish repetition", 0xE229_3B2F),
  ])
  func `of LZ4 has the published values`(text: String, hash: UInt32) {
    #expect(XXHash32.checksum(of: Array(text.utf8)[...]) == hash)
  }
}
