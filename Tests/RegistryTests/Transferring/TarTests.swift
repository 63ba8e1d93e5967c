import Foundation
import TestSupport
import Testing

@testable import Registry

/// Blocks of an archive, put together by hand.
private enum Piece {
  static func entry(
    _ path: String, _ content: String = "", type: String = "0", link: String = "",
    magic: String = "ustar\u{0}00"
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ offset: Int) {
      for (index, byte) in text.utf8.enumerated() { block[offset + index] = byte }
    }
    put(path, 0)
    put("0000644\u{0}", 100)
    put(octal(content.utf8.count, 11), 124)
    put(octal(0, 11), 136)
    put(type, 156)
    put(link, 157)
    put(magic, 257)
    put("        ", 148)
    put(octal(block.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", 148)
    let padding = (512 - content.utf8.count % 512) % 512
    return block + Array(content.utf8) + [UInt8](repeating: 0, count: padding)
  }

  static let end = [UInt8](repeating: 0, count: 1024)

  private static func octal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: digits - text.count) + text
  }

  static func record(_ text: String) -> String {
    var length = text.utf8.count + 2
    while "\(length) \(text)\n".utf8.count != length { length += 1 }
    return "\(length) \(text)\n"
  }
}

@Suite struct `A tar archive` {
  private func read(_ bytes: [UInt8]) throws -> [(path: String, text: String)] {
    var reader = TarReader(MemorySource(bytes), path: "x.tar")
    var entries: [(path: String, text: String)] = []
    while let entry = try reader.next() {
      var content: [UInt8] = []
      while try reader.read(upTo: 7, into: &content) > 0 {}
      entries.append(
        (
          entry.parts.joined(separator: "/") + (entry.isDirectory ? "/" : ""),
          String(decoding: content, as: UTF8.self)
        ))
    }
    return entries
  }

  @Test func `is read entry by entry, in the forms that are in use`() throws {
    let long = String(repeating: "long/", count: 40) + "name"
    let entries = try read(
      Piece.entry("./", type: "5") + Piece.entry("a/", type: "5") + Piece.entry("./a/b", "bytes")
        + Piece.entry("pax_global_header", Piece.record("comment=x"), type: "g")
        + Piece.entry("x", Piece.record("path=\(long)") + Piece.record("mtime=1.5"), type: "x")
        + Piece.entry("short", "pax")
        + Piece.entry("././@LongLink", long + "2\u{0}", type: "L", magic: "ustar  \u{0}")
        + Piece.entry("short", "gnu", magic: "ustar  \u{0}")
        + Piece.entry("size", Piece.record("size=3"), type: "x") + Piece.entry("c", "abc")
        + Piece.end)
    #expect(
      entries.map(\.path) == ["/", "a/", "a/b", long, long + "2", "c"])
    #expect(entries.map(\.text) == ["", "", "bytes", "pax", "gnu", "abc"])
  }

  @Test(arguments: [
    (Piece.entry("l", type: "2", link: "/etc/passwd"), ArchiveFlaw.notAFile),
    (Piece.entry("l", type: "1", link: "a"), .notAFile),
    (Piece.entry("d", type: "3"), .notAFile), (Piece.entry("p", type: "6"), .notAFile),
    (Piece.entry("s", type: "S"), .notAFile),
    (Piece.entry("/etc/passwd", "x"), .unsafePath), (Piece.entry("../x", "x"), .unsafePath),
    (Piece.entry("a/../x", "x"), .unsafePath), (Piece.entry("a//x", "x"), .unsafePath),
    (Piece.entry("a/./x", "x"), .unsafePath), (Piece.entry("a\u{1B}[2J", "x"), .unsafePath),
    (Piece.entry("a/", "x"), .unsafePath), (Piece.entry("", "x"), .unsafePath),
    (Piece.entry("x", Piece.record("path=../y"), type: "x") + Piece.entry("a"), .unsafePath),
    (Piece.entry("x", Piece.record("size=-1"), type: "x") + Piece.entry("a"), .extendedHeader),
    (Piece.entry("x", "7 nonsense", type: "x") + Piece.entry("a"), .extendedHeader),
    (Piece.entry("x", "99999999999999999999 a=b\n", type: "x"), .extendedHeader),
    (Piece.entry("x", Piece.record("GNU.sparse.major=1"), type: "x"), .extendedHeader),
    (Piece.entry("x", Piece.record("path=a"), type: "g"), .extendedHeader),
    (Piece.entry("x", Piece.record("path=a") + Piece.record("path=b"), type: "x"), .extendedHeader),
    (Piece.entry("a", "x", magic: "tar"), .header), (Piece.entry("a/", "x", type: "5"), .header),
    (Piece.entry("x", Piece.record("path=a"), type: "x"), .truncated),
  ])
  func `is refused when it could be read otherwise`(bytes: [UInt8], flaw: ArchiveFlaw) {
    #expect(throws: RegistryError.damagedArchive(path: "x.tar", flaw)) {
      try read(bytes + Piece.end)
    }
  }

  @Test func `is refused without its end, with something behind it, or with a wrong checksum`() {
    let entry = Piece.entry("a", "x")
    func flaw(_ flaw: ArchiveFlaw, _ bytes: [UInt8]) {
      #expect(throws: RegistryError.damagedArchive(path: "x.tar", flaw)) { try read(bytes) }
    }
    flaw(.truncated, [])
    flaw(.truncated, entry)
    flaw(.truncated, entry + Piece.end[..<512])
    flaw(.trailing, entry + Piece.end + entry)
    flaw(.trailing, entry + Piece.end[..<512] + entry)
    var wrong = entry
    wrong[0] = UInt8(ascii: "b")
    flaw(.checksum, wrong + Piece.end)
  }

  @Test func `holds sizes and paths that do not fit its header in records before it`() throws {
    let path = Array((String(repeating: "d/", count: 60) + "ü").utf8)
    let header = TarHeader(path: path, kind: .file, byteCount: 9_000_000_000, mode: 0o444)
    let bytes = header.bytes(modifiedAt: Timestamp(secondsSinceEpoch: 1))
    #expect(bytes.count == 3 * 512)
    var reader = TarReader(MemorySource(bytes), path: "x.tar")
    let entry = try #require(try reader.next())
    #expect(entry.byteCount == 9_000_000_000)
    #expect(entry.parts.joined(separator: "/") == String(decoding: path, as: UTF8.self))
  }
}

@Suite struct `An archive that is to be imported` {
  private func refusal(_ pieces: [UInt8]) throws -> RegistryError? {
    let directory = try TemporaryDirectory()
    let registry = ModelRegistry(at: directory.file("target"))
    let error = #expect(throws: RegistryError.self) {
      try registry.importArchive(MemorySource(pieces + Piece.end), path: "x.tar")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
    return error
  }

  @Test func `holds no path twice`() throws {
    let alias = Piece.entry("champion.json", "{\"version\": \"v1.0.0\"}")
    #expect(try refusal(alias + alias) == .damagedArchive(path: "x.tar", .duplicate))
    #expect(
      try refusal(Piece.entry("v1.0.0/", type: "5") + Piece.entry("./v1.0.0", type: "5"))
        == .damagedArchive(path: "x.tar", .duplicate))
    #expect(
      try refusal(Piece.entry("v1.0.0/a/b", "x") + Piece.entry("v1.0.0/a", "x"))
        == .damagedArchive(path: "x.tar", .duplicate))
  }

  @Test func `holds a registry`() throws {
    #expect(try refusal([]) == .noRegistry(path: "x.tar"))
    #expect(try refusal(Piece.entry("readme.txt", "x")) == .noRegistry(path: "x.tar"))
  }

  @Test func `is verified as a whole: what is damaged is named by its path in it`() throws {
    #expect(
      try refusal(Piece.entry("v1.0.0/manifest.json", "{"))?.message.hasPrefix(
        "'x.tar' cannot be imported: 'v1.0.0/manifest.json' is not strict JSON") == true)
    #expect(
      try refusal(Piece.entry("champion.json", "{\"version\": \"v1.0.0\"}"))
        == .unfitImport(path: "x.tar", finding: "'champion.json' names v1.0.0, which is not there"))
  }
}
