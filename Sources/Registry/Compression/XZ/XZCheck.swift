/// How an .xz stream checks the content of its blocks.
enum XZCheck {
  case none, crc32, crc64, sha256

  /// Source: *The .xz File Format* 1.2.1, section 2.1.1.2.
  init(flags: UInt16) throws(CompressionFault) {
    switch flags {
    case 0x0000: self = .none
    case 0x0100: self = .crc32
    case 0x0400: self = .crc64
    case 0x0A00: self = .sha256
    case let flags where flags & 0xF0FF == 0: throw .unsupported("an unknown check")
    default: throw .badHeader
    }
  }

  /// Reads the check of `content`.
  func read(_ input: inout ByteCursor, of content: ArraySlice<UInt8>) throws(CompressionFault) {
    let fits =
      switch self {
      case .none: true
      case .crc32: try input.number() == CyclicRedundancyCheck.crc32.checksum(of: content)
      case .crc64: try input.number() == CyclicRedundancyCheck.crc64.checksum(of: content)
      case .sha256: SHA256Digest(bytes: try input.take(32)) == SHA256.digest(of: content)
      }
    guard fits else { throw .wrongChecksum }
  }
}
