/// A format that content is compressed or packed in, known by its first bytes.
package enum CompressionKind: String, Sendable, CaseIterable {
  case zlib, gzip, bzip2, xz, lzma, lz4, zip

  /// What begins with these bytes; `nil` for anything else.
  ///
  /// No pickle begins as zlib does: no instruction has the number of an `x`.
  package static func of(_ bytes: some Collection<UInt8>) -> CompressionKind? {
    let first = Array(bytes.prefix(6))
    if let kind = allCases.first(where: { kind in
      kind.magics.contains { first.starts(with: $0) }
    }) {
      return kind
    }
    guard first.count > 1, first[0] == 0x78, (0x7800 + Int(first[1])) % 31 == 0 else { return nil }
    return .zlib
  }

  private var magics: [[UInt8]] {
    switch self {
    case .zlib: []
    case .gzip: [[0x1F, 0x8B]]
    case .bzip2: [Array("BZh".utf8)]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]]
    // The usual parameters, and a dictionary of whole 256 bytes: a pickle does not begin like this.
    case .lzma: [[0x5D, 0x00]]
    case .lz4: [[0x04, 0x22, 0x4D, 0x18]]
    // An entry, or the end of an archive that has none.
    case .zip: [Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8)]
    }
  }
}
