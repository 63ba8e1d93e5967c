extension Fingerprint {
  private static let heading = "registry-fingerprint 1 "
  /// What the last line begins with, before the checksum of all lines above it.
  private static let ending = "checksum "

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
    return text + Array("\(Self.ending)\(Self.checksum(text))\n".utf8)
  }

  /// Reads what ``text`` writes; `nil` for anything else, such as a part of it.
  init?(_ text: [UInt8]) {
    var reader = FingerprintReader(bytes: text)
    guard reader.skip(Self.heading), let digits = reader.restOfLine(),
      let digest = SHA256Digest(digits)
    else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(8)
    while reader.byte != UInt8(ascii: "c") {
      let isDirectory = reader.skip("d ")
      guard isDirectory || reader.skip("f "), let inode = reader.number(),
        let byteCount = reader.number(), let modified = reader.number(),
        let changed = reader.number(), let path = reader.restOfLine()
      else { return nil }
      let state = FileState(
        isDirectory: isDirectory, inode: inode, byteCount: Int64(truncatingIfNeeded: byteCount),
        modified: Int64(truncatingIfNeeded: modified), changed: Int64(truncatingIfNeeded: changed))
      entries.append(Entry(path: path, state: state))
    }
    let expected = Self.checksum(text[..<reader.position])
    guard reader.restOfLine() == "\(Self.ending)\(expected)", reader.isAtEnd else { return nil }
    manifestDigest = digest
    self.entries = entries
  }

  /// FNV-1a of 64 bits, in decimal digits: sees every change of one byte, at two instructions a byte.
  ///
  /// Source: Fowler, Noll, Vo and Eastlake (2024), *The FNV Non-Cryptographic Hash Algorithm*.
  private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// Reads the words of a fingerprint.
private struct FingerprintReader {
  let bytes: [UInt8]
  private(set) var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  /// The next byte; `nil` at the end.
  var byte: UInt8? { isAtEnd ? nil : bytes[position] }

  mutating func skip(_ word: String) -> Bool {
    var end = position
    for expected in word.utf8 {
      guard end < bytes.count, bytes[end] == expected else { return false }
      end += 1
    }
    position = end
    return true
  }

  /// A number and the space behind it.
  mutating func number() -> UInt64? {
    var number: UInt64 = 0
    let start = position
    while let byte, byte != UInt8(ascii: " ") {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      // Too large a number comes out as another one, which matches nothing.
      number = number &* 10 &+ UInt64(digit)
      position += 1
    }
    guard position > start, byte != nil else { return nil }
    position += 1
    return number
  }

  /// What stands before the line break, which is skipped.
  mutating func restOfLine() -> String? {
    let start = position
    while let byte, byte != UInt8(ascii: "\n") { position += 1 }
    guard !isAtEnd else { return nil }
    position += 1
    return bytes.text(in: start..<position - 1)
  }
}
