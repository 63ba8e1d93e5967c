import Testing

@testable import Registry

/// The compressed files of `Tests/Fixtures/Compression`, which `make_fixtures.py` there made with
/// Python, lz4 and xz, and what is in them.
struct CompressionFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let content: @Sendable () -> [UInt8]

  var testDescription: String { name }

  func bytes() throws -> [UInt8] { try Self.bytes(name) }

  static func bytes(_ name: String, here: String = #filePath) throws -> [UInt8] {
    let tests = here.split(separator: "/").dropLast(3).joined(separator: "/")
    let source = try FileSource(path: "/\(tests)/Fixtures/Compression/\(name)")
    var bytes: [UInt8] = []
    while try source.read(upTo: 1 << 16, into: &bytes) > 0 {}
    return bytes
  }

  private static func of(
    _ names: [String], _ content: @escaping @Sendable () -> [UInt8]
  ) -> [CompressionFixture] {
    names.map { CompressionFixture(name: $0, content: content) }
  }

  static let mixed = of(
    [
      "mixed.zlib", "stored.zlib", "mixed.gz", "members.gz", "mixed.bz2", "streams.bz2",
      "mixed.lzma", "length_and_marker.lzma", "none.xz", "crc32.xz", "crc64.xz",
      "sha256.xz", "streams.xz", "blocks.xz", "mixed.lz4", "checks.lz4", "unchecked.lz4",
      "frames.lz4", "sized.lz4",
    ], SampleContent.mixed)

  /// Those that are unpacked quickly, to be unpacked many times.
  static let small =
    mixed + of(["empty.zlib", "empty.bz2", "empty.xz", "empty.lz4"]) { [] }
    + of(["fixed.zlib", "huffman.zlib", "length.lzma"], SampleContent.rows)
    + of(["noise.xz"]) { SampleContent.noise(3000) }

  static let all =
    small
    + of(["long.zlib"]) { Array(SampleContent.long().prefix(100_000)) }
    + of(["blocks.bz2", "linked.lz4"]) { Array(SampleContent.long().prefix(300_000)) }
    + of(["long.xz"], SampleContent.long)
}

/// What the script compresses, computed the same way.
enum SampleContent {
  /// The high bytes of Knuth's generator.
  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
  }

  static func rows(_ count: Int) -> [UInt8] {
    let words = ["yes", "no", "maybe"]
    let lines = noise(count / 8).enumerated().map { "\($0),\($1),\(words[Int($1) % 3])\n" }
    return Array(lines.joined().utf8.prefix(count))
  }

  @Sendable static func rows() -> [UInt8] { rows(4000) }

  @Sendable static func mixed() -> [UInt8] {
    rows(12_000) + noise(3000) + [UInt8](repeating: 0, count: 5000)
  }

  @Sendable static func long() -> [UInt8] {
    let once = rows(60_000)
    return (0..<45).flatMap { _ in once }
  }
}
