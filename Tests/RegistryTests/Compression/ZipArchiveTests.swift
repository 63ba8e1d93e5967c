import Testing

@testable import Registry

@Suite struct `A zip archive` {
  private static let limit = 1 << 20

  // The entries are those that `zipped` in make_fixtures.py writes.
  @Test(arguments: [
    "plain.zip", "large_numbers.zip", "streamed.zip", "streamed_large.zip", "large_end.zip",
  ])
  func `has the entries that Python packed`(name: String) throws {
    let archive = try ZipArchive(try CompressionFixture.bytes(name))
    #expect(archive.entries.map(\.name) == ["stored.txt", "folder/packed.bin", "empty"])
    #expect(archive.entries.map(\.size) == [4000, 20_000, 0])
    #expect(try archive.content(of: "stored.txt", limit: Self.limit) == SampleContent.rows())
    #expect(
      try archive.content(of: "folder/packed.bin", limit: Self.limit) == SampleContent.mixed())
    #expect(try archive.content(of: "empty", limit: Self.limit).isEmpty)
  }

  @Test func `holds the arrays that NumPy saved`() throws {
    let archive = try ZipArchive(try CompressionFixture.bytes("arrays.npz"))
    #expect(archive.entries.map(\.name) == ["weights.npy", "names.npy"])
    let array = try archive.content(of: "weights.npy", limit: Self.limit)
    let alone = try CompressionFixture.bytes("doubles.npy")
    #expect(array == alone)
  }

  @Test func `may have no entry`() throws {
    let bytes = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
    #expect(try ZipArchive(bytes).entries.isEmpty)
  }

  @Test func `is refused where a content is larger than the limit`() throws {
    let archive = try ZipArchive(try CompressionFixture.bytes("plain.zip"))
    for name in ["stored.txt", "folder/packed.bin"] {
      #expect(throws: CompressionFault.tooLarge(limit: 3999)) {
        try archive.content(of: name, limit: 3999)
      }
    }
  }

  @Test func `says which packing is not read`() throws {
    var places = try Places()
    places.bytes[places.header(0) + 8] = 99
    places.bytes[places.line(0) + 10] = 99
    let archive = try ZipArchive(places.bytes)
    #expect(throws: CompressionFault.unsupported("an entry packed by method 99")) {
      try archive.content(of: "stored.txt", limit: Self.limit)
    }
  }

  @Test(arguments: ["bzip2.zip", "lzma.zip"])
  func `may be packed as bzip2 and lzma pack`(name: String) throws {
    let archive = try ZipArchive(try CompressionFixture.bytes(name))
    #expect(try archive.content(of: "packed", limit: Self.limit) == SampleContent.rows())
    #expect(throws: CompressionFault.tooLarge(limit: 3999)) {
      try archive.content(of: "packed", limit: 3999)
    }
  }

  @Test(arguments: [
    "plain.zip", "large_numbers.zip", "streamed.zip", "streamed_large.zip", "arrays.npz",
  ])
  func `has no bytes but those of its entries`(name: String) throws {
    #expect(try !ZipArchive(try CompressionFixture.bytes(name)).hasHiddenBytes)
  }

  @Test func `tells of bytes that the directory leaves out`() throws {
    var places = try Places()
    // The directory names the last entry alone, and the header of the first stays where it is.
    let (line, end) = (places.line(2), places.end)
    let directory = Array(places.bytes[line..<end])
    let start = places.line(0)
    places.bytes = Array(places.bytes[..<start]) + directory + Array(places.bytes[end...])
    let newEnd = places.end
    places.bytes.replaceSubrange(
      (newEnd + 8)..<(newEnd + 16), with: [1, 0, 1, 0, UInt8(directory.count), 0, 0, 0])
    let archive = try ZipArchive(places.bytes)
    #expect(archive.entries.map(\.name) == ["empty"])
    #expect(archive.hasHiddenBytes)
    let report = ScanReport(scanning: places.bytes)
    #expect(report.findings.contains { $0.fact == .hiddenBytes && $0.verdict == .review })
  }

  /// Places in `plain.zip`: of the header of an entry, of its line in the directory, and of the end.
  private struct Places {
    var bytes: [UInt8]

    init() throws { bytes = try CompressionFixture.bytes("plain.zip") }

    func find(_ signature: String, _ number: Int) -> Int {
      let starts = bytes.indices.filter { bytes[$0...].starts(with: signature.utf8) }
      return starts[number]
    }

    func header(_ entry: Int) -> Int { find("PK\u{3}\u{4}", entry) }
    func line(_ entry: Int) -> Int { find("PK\u{1}\u{2}", entry) }
    var end: Int { find("PK\u{5}\u{6}", 0) }

    func fault() -> CompressionFault? {
      do throws(CompressionFault) {
        let archive = try ZipArchive(bytes)
        for entry in archive.entries { _ = try archive.content(of: entry, limit: 1 << 20) }
        return nil
      } catch { return error }
    }
  }

  // The offsets are those of APPNOTE 6.3.10, sections 4.3.7 and 4.3.12.
  @Test(arguments: [6, 8, 14, 18, 22, 30])
  func `is refused where a header and the directory disagree`(header: Int) throws {
    for entry in 0..<2 {
      let name = entry == 0 ? "stored.txt" : "folder/packed.bin"
      var places = try Places()
      places.bytes[places.header(entry) + header] ^= 2
      #expect(places.fault() == .contradiction(entry: name))
    }
  }

  @Test func `is refused where two entries are the same bytes`() throws {
    var places = try Places()
    // The offsets of the first two: the second line names the first entry's place.
    let (first, second) = (places.line(0) + 42, places.line(1) + 42)
    for index in 0..<4 { places.bytes[second + index] = places.bytes[first + index] }
    #expect(places.fault() == .sharing(entry: "folder/packed.bin"))
  }

  @Test func `is refused where two entries have one name`() throws {
    let archive = try CompressionFixture.bytes("twice.zip")
    #expect(throws: CompressionFault.sharing(entry: "weights")) { try ZipArchive(archive) }
  }

  @Test func `is refused where its directory is not where the end says`() throws {
    for offset in [8, 10, 12, 16] {
      var places = try Places()
      places.bytes[places.end + offset] ^= 1
      #expect(places.fault() != nil, "\(offset)")
    }
    var fewer = try Places()
    for offset in [8, 10] { fewer.bytes[fewer.end + offset] ^= 1 }
    #expect(fewer.fault() == .badDirectory)
    var beyond = try Places()
    beyond.bytes[beyond.line(2) + 45] = 0x7F
    #expect(beyond.fault() == .endsEarly)
    let plain = try Places()
    for bytes in [[0] + plain.bytes, plain.bytes + [0], Array(plain.bytes.dropLast())] {
      #expect(throws: CompressionFault.badDirectory) { try ZipArchive(bytes) }
    }
  }

  @Test func `is refused where a content is not the one that was packed`() throws {
    var places = try Places()
    places.bytes[places.header(0) + 40 + 7] ^= 1
    #expect(places.fault() == .wrongChecksum)
  }
}

extension ZipArchive {
  /// The content of the first entry of a name.
  fileprivate func content(of name: String, limit: Int) throws -> [UInt8] {
    try content(of: try #require(entries.first { $0.name == name }), limit: limit)
  }

  /// The whole content of an entry.
  func content(of entry: ZipEntry, limit: Int) throws(CompressionFault) -> [UInt8] {
    let (content, fault) = recover(entry, limit: limit)
    if let fault { throw fault }
    return content
  }
}
