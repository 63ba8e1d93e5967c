import Testing

@testable import Registry

/// Files that somebody damaged: whatever they say, the answer is content or a fault.
@Suite struct `A damaged compressed file` {
  @Test(
    arguments: CompressionFixture.small.map(\.name) + [
      "plain.zip", "large_end.zip", "streamed.zip", "arrays.npz", "fields.npy",
    ])
  func `never stops the program, whichever bytes are changed`(name: String) throws {
    let bytes = try CompressionFixture.bytes(name)
    var random = SplitMix64(state: 20_261_121)
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    var refused = 0
    for round in 0..<40 {
      var damaged = bytes
      // At the beginning, where the headers are, as often as anywhere.
      let reach = round % 2 == 0 ? min(64, bytes.count) : bytes.count
      for _ in 0...below(4) { damaged[below(reach)] = UInt8(below(256)) }
      if round % 5 == 0 { damaged.removeLast(below(damaged.count)) }
      if round % 7 == 0 { damaged.insert(UInt8(below(256)), at: below(damaged.count + 1)) }
      if isRefused(damaged) { refused += 1 }
    }
    #expect(refused > 10)
  }

  private func isRefused(_ bytes: [UInt8]) -> Bool {
    do throws(CompressionFault) {
      switch CompressionKind.of(bytes) {
      case .zip:
        let archive = try ZipArchive(bytes)
        for entry in archive.entries { _ = try archive.content(of: entry, limit: 1 << 20) }
      case nil: _ = try NpyHeader(bytes[...]).holdsObjects
      default: _ = try Decompressor.decompress(bytes, limit: 1 << 20)
      }
      return false
    } catch { return true }
  }

  /// A deflate block whose codes are the given lengths of codes of lengths, as bits.
  private func inflate(_ bits: String) -> CompressionFault? {
    var bytes: [UInt8] = [0x78, 0x9C]
    var rest = Substring(bits.filter { $0 != " " })
    while !rest.isEmpty {
      let byte = rest.prefix(8)
      bytes.append(UInt8(String(byte.reversed()), radix: 2) ?? 0)
      rest = rest.dropFirst(8)
    }
    return Decompressor.recover(bytes, limit: 100).fault
  }

  // Bits in the order in which they are read; from the tables of RFC 1951, section 3.2.
  @Test(arguments: [
    ("1 11", CompressionFault.badHeader),
    ("1 00 00000 10000000 00000000 10000000 00000000", .badHeader),
    // A literal of code 00110000 and a repetition 2 bytes back, where there is 1.
    ("1 10 00110000 0000001 00001", .badDistance),
    // Length code 286 and distance code 30 stand for nothing.
    ("1 10 11000110", .badCode),
    ("1 10 00110000 0000001 11110", .badCode),
    // Four codes of lengths, all of them absent.
    ("1 01 00000 00000 0000 000 000 000 000", .badCode),
    // Three codes of one bit.
    ("1 01 00000 00000 0000 100 100 100 000", .badCode),
    ("1 10 00110000", .endsEarly),
  ])
  func `says what is wrong with a deflate block`(bits: String, fault: CompressionFault) {
    #expect(inflate(bits) == fault)
  }

  // A member of a length of 3 and a distance of 1 in fixed codes: RFC 1951, section 3.2.6.
  @Test func `does not repeat what stands in the member before`() throws {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let bytes = try CompressionFixture.bytes("mixed.gz") + header + [0x03, 0x02, 0, 0]
    let recovered = Decompressor.recover(bytes, limit: 1 << 20)
    #expect(recovered.fault == .badDistance)
    #expect(recovered.content == SampleContent.mixed())
  }

  @Test func `does not take memory for what it only announces`() throws {
    var bytes = try CompressionFixture.bytes("length.lzma")
    for place in 5..<12 { bytes[place] = 0xFF }
    bytes[12] = 0x3F
    let fault = Decompressor.recover(bytes, limit: .max).fault
    #expect(fault == .endsEarly)
  }
}
