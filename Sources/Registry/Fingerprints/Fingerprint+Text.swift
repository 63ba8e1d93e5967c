extension Fingerprint {
  private static let heading = "registry-fingerprint 1 "
  /// What the last line begins with, before the digest of all lines above it.
  private static let ending = "sha256 "

  /// The lines of the file; `nil` when a path cannot stand in one.
  var text: [UInt8]? {
    var text = Array("\(Self.heading)\(manifestDigest)\n".utf8)
    for entry in entries {
      guard entry.path.utf8.allSatisfy({ $0 >= 0x20 }) else { return nil }
      let state = entry.state
      let kind = state.isDirectory ? "d" : "f"
      let line =
        "\(kind) \(state.inode) \(state.byteCount) \(state.modified) \(state.changed) \(entry.path)\n"
      text += line.utf8
    }
    return text + Array("\(Self.ending)\(SHA256.digest(of: text))\n".utf8)
  }

  /// Reads what ``text`` writes; `nil` for anything else, such as a part of it.
  init?(_ text: [UInt8]) {
    var reader = FingerprintReader(bytes: text)
    guard reader.skip(Self.heading), let digits = reader.text(upTo: "\n"),
      let digest = SHA256Digest(digits)
    else { return nil }
    var entries: [Entry] = []
    while !reader.isAt(Self.ending) {
      let isDirectory = reader.skip("d ")
      guard isDirectory || reader.skip("f "), let inode = reader.number(),
        let byteCount = reader.number(), let modified = reader.number(),
        let changed = reader.number(), let path = reader.text(upTo: "\n")
      else { return nil }
      entries.append(
        Entry(
          path: path,
          state: FileState(
            isDirectory: isDirectory, inode: inode, byteCount: Int64(truncatingIfNeeded: byteCount),
            modified: Int64(truncatingIfNeeded: modified),
            changed: Int64(truncatingIfNeeded: changed))))
    }
    let digestOfLines = SHA256.digest(of: text[..<reader.position])
    guard reader.text(upTo: "\n") == "\(Self.ending)\(digestOfLines)", reader.isAtEnd else {
      return nil
    }
    manifestDigest = digest
    self.entries = entries
  }
}

/// Reads the words of a fingerprint.
private struct FingerprintReader {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  func isAt(_ word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

  mutating func skip(_ word: String) -> Bool {
    guard isAt(word) else { return false }
    position += word.utf8.count
    return true
  }

  /// A number and the space behind it.
  mutating func number() -> UInt64? {
    var number: UInt64 = 0
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: " ") {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      // Too large a number comes out as another one, which matches nothing.
      number = number &* 10 &+ UInt64(digit)
      position += 1
    }
    guard position > start, skip(" ") else { return nil }
    return number
  }

  /// What stands before a byte, which is skipped.
  mutating func text(upTo end: Unicode.Scalar) -> String? {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: end) { position += 1 }
    guard position < bytes.count else { return nil }
    position += 1
    return String(validating: bytes[start..<position - 1], as: UTF8.self)
  }
}
