import Testing

@testable import Registry

@Suite struct `A compressed file` {
  private static let limit = 1 << 24

  @Test(arguments: CompressionFixture.all)
  func `has the content that other programs packed`(file: CompressionFixture) throws {
    let content = try Decompressor.decompress(try file.bytes(), limit: Self.limit)
    #expect(content == file.content())
  }

  @Test(arguments: CompressionFixture.mixed)
  func `is refused where its content is larger than the limit`(file: CompressionFixture) throws {
    let bytes = try file.bytes()
    #expect(try Decompressor.decompress(bytes, limit: 20_000).count == 20_000)
    #expect(throws: CompressionFault.tooLarge(limit: 19_999)) {
      try Decompressor.decompress(bytes, limit: 19_999)
    }
    let recovered = Decompressor.recover(bytes, limit: 6_500)
    #expect(recovered.content == Array(file.content().prefix(recovered.content.count)))
    #expect(recovered.fault == .tooLarge(limit: 6_500))
  }

  @Test(arguments: CompressionFixture.all)
  func `is refused where something follows its end`(file: CompressionFixture) throws {
    let bytes = try file.bytes()
    let count = bytes.count
    #expect(throws: CompressionFault.trailingBytes(offset: count)) {
      try Decompressor.decompress(bytes + [0x80, 0x05], limit: Self.limit)
    }
  }

  @Test(arguments: CompressionFixture.small)
  func `is refused wherever it is cut, and what comes before the cut is true`(
    file: CompressionFixture
  ) throws {
    let bytes = try file.bytes()
    let content = file.content()
    // Between the members of these a file ends as well as elsewhere.
    let pieces = ["members.gz", "streams.bz2", "streams.xz", "frames.lz4"].contains(file.name)
    var taken = 0
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 25)) {
      let recovered = Decompressor.recover(Array(bytes.prefix(length)), limit: Self.limit)
      if recovered.fault == nil { taken += 1 }
      #expect(content.starts(with: recovered.content), "cut at \(length)")
    }
    #expect(taken <= (pieces ? 8 : 0))
  }

  @Test(
    arguments: CompressionFixture.small.filter {
      // LZMA files have no checksum, and these frames say that they have none.
      !$0.name.hasSuffix("lzma") && !["none.xz", "unchecked.lz4"].contains($0.name)
    })
  func `is refused where one of its bytes is another`(file: CompressionFixture) throws {
    let bytes = try file.bytes()
    let content = file.content()
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 25)) {
      var damaged = bytes
      damaged[place] ^= 0x11
      let recovered = Decompressor.recover(damaged, limit: Self.limit)
      // Names, times and skipped frames may say anything.
      #expect(recovered.fault != nil || recovered.content == content, "at byte \(place)")
    }
  }

  @Test func `gives what came out before its checksum was found to be wrong`() throws {
    var bytes = try CompressionFixture.bytes("mixed.zlib")
    bytes[bytes.count - 1] ^= 1
    let recovered = Decompressor.recover(bytes, limit: Self.limit)
    #expect(recovered.content == SampleContent.mixed())
    #expect(recovered.fault == .wrongChecksum)
  }

  // Its first byte is another than the usual one, by which such a file is recognised.
  @Test func `of LZMA may have any properties`() throws {
    var input = ByteCursor(try CompressionFixture.bytes("other.lzma")[...])
    var output = DecodedBytes(limit: Self.limit)
    try LZMAFile.decode(&input, into: &output)
    #expect(output.content() == SampleContent.mixed())
  }

  @Test(arguments: [
    ("dictionary.zlib", "a dictionary of its own"), ("delta.xz", "a filter other than LZMA2"),
  ])
  func `is refused by name where it has what is not read here`(
    name: String, feature: String
  ) throws {
    let bytes = try CompressionFixture.bytes(name)
    #expect(throws: CompressionFault.unsupported(feature)) {
      try Decompressor.decompress(bytes, limit: Self.limit)
    }
  }

  @Test(arguments: [[], [0x80, 0x04, 0x95], Array("PK\u{3}\u{4}".utf8)] as [[UInt8]])
  func `is not what begins otherwise`(bytes: [UInt8]) {
    #expect(throws: CompressionFault.unknownKind) {
      try Decompressor.decompress(bytes, limit: Self.limit)
    }
  }
}

@Suite struct `The kind of a compressed file` {
  @Test(
    arguments: CompressionFixture.all.map(\.name) + ["plain.zip", "arrays.npz", "doubles.npy"])
  func `is known by its first bytes`(name: String) throws {
    let suffix = String(name.split(separator: ".")[1])
    let expected: [String: CompressionKind] = ["gz": .gzip, "bz2": .bzip2, "npz": .zip]
    let kind = CompressionKind.of(try CompressionFixture.bytes(name))
    #expect(kind == expected[suffix] ?? CompressionKind(rawValue: suffix))
  }

  @Test(arguments: [0x01, 0x5E, 0x9C, 0xDA])
  func `is zlib for every level of compression`(second: UInt8) {
    #expect(CompressionKind.of([0x78, second]) == .zlib)
    #expect(CompressionKind.of([0x78, second ^ 1]) == nil)
    #expect(CompressionKind.of([0x78]) == nil)
  }
}
