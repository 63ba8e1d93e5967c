import Testing

@testable import Registry

@Suite struct `A tar archive to look into` {
  // The entries are those that `tar_files` in make_fixtures.py writes.
  @Test(arguments: ["gnu.tar", "pax.tar"])
  func `has the files that Python packed`(name: String) throws {
    let bytes = try CompressionFixture.bytes(name)
    #expect(TarArchive.isTar(bytes))
    let archive = TarArchive(bytes)
    #expect(archive.fault == nil)
    let contents = archive.entries.map { Array(bytes[$0.range]) }
    #expect(contents == [SampleContent.rows(), SampleContent.mixed(), []])
    #expect(archive.entries.map { $0.name.prefix(8) } == ["rows.csv", "d/d/d/d/", "empty"])
  }

  @Test func `is none where the first header has another checksum`() throws {
    var bytes = try CompressionFixture.bytes("gnu.tar")
    bytes[0] ^= 1
    #expect(!TarArchive.isTar(bytes))
    #expect(!TarArchive.isTar(Array(bytes.prefix(511))))
  }

  /// An archive of one file, whose header is changed before its checksum is written.
  private func archive(
    of content: [UInt8], _ change: (inout [UInt8]) -> Void = { _ in }
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<5, with: Array("m.pkl".utf8))
    let size = String(content.count, radix: 8)
    header.replaceSubrange(124..<(124 + size.utf8.count), with: Array(size.utf8))
    header.replaceSubrange(257..<264, with: Array("ustar\u{0}0".utf8))
    change(&header)
    header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
    let sum = Array(String(header.reduce(0) { $0 + Int($1) }, radix: 8).utf8)
    header.replaceSubrange(148..<(148 + sum.count), with: sum)
    let padding = [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    return header + content + padding + [UInt8](repeating: 0, count: 1024)
  }

  @Test func `has its pickles looked into`() {
    let report = ScanReport(scanning: archive(of: Array("cos\ngetcwd\n)R.".utf8)))
    #expect(report.verdict == .dangerous)
    #expect(report.formats == ["tar", "pickle"])
    #expect(report.findings.map(\.line) == ["imports and calls 'os.getcwd' (byte 0 in 'm.pkl')"])
    #expect(ScanReport(scanning: archive(of: Array("N.".utf8))).verdict == .clean)
  }

  @Test(arguments: [
    (156, UInt8(ascii: "S"), "it has an entry of an unusual kind, which is not read here"),
    (156, UInt8(ascii: "5"), "it has an entry of an unusual kind, which is not read here"),
    (124, UInt8(ascii: "9"), "a header says what none may say"),
    (124, 0xFF, "a header says what none may say"),
  ])
  func `is for a person to look at where programs may disagree`(
    offset: Int, byte: UInt8, reason: String
  ) {
    let changed = archive(of: Array("N.      ".utf8)) { $0[offset] = byte }
    let report = ScanReport(scanning: archive(of: []).prefix(512) + changed)
    #expect(report.verdict == .review)
    #expect(report.findings.map(\.message) == ["cannot be read: \(reason)"])
  }

  @Test(arguments: ["12 size=1024\n", "10 a=bcd\r\n12 size=1024\n", "12 size=\u{301}24\n"])
  func `is for a person to look at where POSIX gives an entry another size`(record: String) {
    let report = ScanReport(
      scanning: archive(of: Array(record.utf8)) { $0[156] = UInt8(ascii: "x") })
    #expect(
      report.findings.map(\.message)
        == ["cannot be read: it has an entry with two sizes, which is not read here"])
  }

  @Test func `is for a person to look at where something follows its end`() {
    let report = ScanReport(scanning: archive(of: []) + archive(of: Array("N.".utf8)))
    #expect(
      report.findings.map(\.message)
        == ["cannot be read: bytes follow the end, from byte 1536 on"])
  }

  @Test func `is for a person to look at where it ends early`() {
    let report = ScanReport(scanning: Array(archive(of: Array("N.".utf8)).prefix(513)))
    #expect(
      report.findings.map(\.message) == ["cannot be read: more is announced than there is"])
  }

  @Test func `takes a size in eight bits a digit`() {
    let bytes = archive(of: Array("N.".utf8)) {
      $0.replaceSubrange(124..<136, with: [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    }
    #expect(TarArchive(bytes).entries.map(\.range) == [512..<514])
  }
}
