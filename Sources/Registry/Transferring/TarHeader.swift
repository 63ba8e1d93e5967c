/// The 512 bytes in front of each entry of a tar archive.
///
/// Source: POSIX.1-2017, *pax*, "ustar Interchange Format" and "pax Header Block"; the GNU forms are
/// those of the GNU tar manual, "Basic Tar Format".
struct TarHeader: Equatable {
  static let blockSize = 512

  enum Kind: Equatable {
    case file, directory
    /// Records that apply to the next entry, or to all that follow.
    case pax, globalPax
    /// GNU: the content is the name of the next entry.
    case longName
    /// Links, devices and whatever else there is.
    case other
  }

  var path: [UInt8]
  var kind: Kind
  var byteCount: Int
  var mode: UInt32

  // MARK: Writing

  /// The header as bytes, with records of a pax header before it where it does not fit.
  func bytes(modifiedAt time: Timestamp) -> [UInt8] {
    var records: [UInt8] = []
    if path.count > 100 || path.contains(where: { $0 >= 0x80 }) {
      records += Self.record("path", path)
    }
    if byteCount > Self.largestOctal {
      records += Self.record("size", Array(String(byteCount).utf8))
    }
    guard !records.isEmpty else { return block(modifiedAt: time) }
    let header = TarHeader(
      path: Array("pax-header".utf8), kind: .pax, byteCount: records.count, mode: 0o644)
    let padding = [UInt8](repeating: 0, count: Self.padding(records.count))
    return header.block(modifiedAt: time) + records + padding + block(modifiedAt: time)
  }

  private static let largestOctal = 0o77777777777

  /// How many bytes follow `byteCount` to the next block.
  static func padding(_ byteCount: Int) -> Int { (blockSize - byteCount % blockSize) % blockSize }

  /// `LENGTH key=value\n`, where the length counts itself.
  private static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let rest = Array(" \(key)=".utf8) + value + [UInt8(ascii: "\n")]
    var length = rest.count + 1
    while String(length).utf8.count + rest.count != length {
      length = String(length).utf8.count + rest.count
    }
    return Array(String(length).utf8) + rest
  }

  private func block(modifiedAt time: Timestamp) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ bytes: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in bytes.enumerated() { block[offset + index] = byte }
    }
    func putOctal(_ value: Int, at offset: Int, digits: Int) {
      let text = String(value, radix: 8)
      put(String(repeating: "0", count: max(0, digits - text.utf8.count)).utf8, at: offset)
      put(text.utf8, at: offset + max(0, digits - text.utf8.count))
    }
    put(path.prefix(100), at: 0)
    putOctal(Int(mode), at: 100, digits: 7)
    putOctal(0, at: 108, digits: 7)
    putOctal(0, at: 116, digits: 7)
    putOctal(min(byteCount, Self.largestOctal), at: 124, digits: 11)
    putOctal(min(max(0, time.secondsSinceEpoch), Self.largestOctal), at: 136, digits: 11)
    block[156] = letter
    put("ustar\u{0}00".utf8, at: 257)
    put([UInt8](repeating: 0x20, count: 8), at: 148)
    putOctal(block.reduce(0) { $0 + Int($1) }, at: 148, digits: 6)
    block[154] = 0
    return block
  }

  private var letter: UInt8 {
    switch kind {
    case .file, .other: UInt8(ascii: "0")
    case .directory: UInt8(ascii: "5")
    case .pax: UInt8(ascii: "x")
    case .globalPax: UInt8(ascii: "g")
    case .longName: UInt8(ascii: "L")
    }
  }
}

extension TarHeader {
  // MARK: Reading

  /// Reads a block that is not all zeros.
  init(_ block: [UInt8]) throws(ArchiveFlaw) {
    guard block.count == Self.blockSize else { throw .truncated }
    var sum = 8 * 0x20
    for (index, byte) in block.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
    guard try Self.number(block[148..<156]) == sum else { throw .checksum }
    let magic = block[257..<262].elementsEqual("ustar".utf8)
    guard magic else { throw .header }
    // GNU's own form ends the magic with a space, and has no prefix.
    let isPosix = block[262] == 0
    let name = Array(block[0..<100].prefix { $0 != 0 })
    let prefix = isPosix ? Array(block[345..<500].prefix { $0 != 0 }) : []
    path = prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
    byteCount = try Self.number(block[124..<136])
    mode = UInt32(truncatingIfNeeded: try Self.number(block[100..<108]) & 0o7777)
    switch block[156] {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): kind = .file
    case UInt8(ascii: "5"): kind = .directory
    case UInt8(ascii: "x"): kind = .pax
    case UInt8(ascii: "g"): kind = .globalPax
    case UInt8(ascii: "L"): kind = .longName
    default: kind = .other
    }
  }

  /// Octal digits between spaces and zeros, or GNU's binary form of large numbers.
  private static func number(_ field: ArraySlice<UInt8>) throws(ArchiveFlaw) -> Int {
    if field.first == 0x80 {
      var value = 0
      for byte in field.dropFirst() {
        guard value <= Int.max >> 9 else { throw .header }
        value = value << 8 | Int(byte)
      }
      return value
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte), value <= Int.max >> 4 else {
        throw .header
      }
      value = value << 3 | Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
