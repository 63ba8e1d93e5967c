/// Reads an archive entry by entry, strictly: what another reader could take otherwise is refused.
struct TarReader<Source: ByteSource> {
  /// A file or a directory.
  struct Entry {
    /// Between the slashes of its path: each part has a name, and none leads up.
    let parts: [String]
    let isDirectory: Bool
    let byteCount: Int
  }

  private var source: Source
  private let path: String
  private var buffer: [UInt8] = []
  /// What of the last entry was not read yet, and what follows it to the next block.
  private var rest = 0
  private var padding = 0

  init(_ source: Source, path: String) {
    self.source = source
    self.path = path
  }

  private func flaw(_ flaw: ArchiveFlaw) -> RegistryError { .damagedArchive(path: path, flaw) }

  /// The next entry; `nil` at the end.
  mutating func next() throws(RegistryError) -> Entry? {
    var longName: [UInt8]?
    var records: [String: [UInt8]] = [:]
    while true {
      try skipRest()
      let block = try exactly(TarHeader.blockSize)
      guard block.contains(where: { $0 != 0 }) else {
        guard longName == nil, records.isEmpty else { throw flaw(.truncated) }
        try checkEnd()
        return nil
      }
      let header: TarHeader
      do { header = try TarHeader(block) } catch { throw flaw(error) }
      switch header.kind {
      case .longName:
        longName = Array(try content(header).prefix { $0 != 0 })
      case .pax:
        // One before an entry, as POSIX has it, of which only what is used is kept.
        guard records.isEmpty else { throw flaw(.extendedHeader) }
        records = try self.records(content(header)).filter { $0.key == "path" || $0.key == "size" }
      case .globalPax:
        // Of what says something of all entries, nothing may say what they are.
        let global = try self.records(content(header))
        guard global["path"] == nil, global["size"] == nil else { throw flaw(.extendedHeader) }
      case .other: throw flaw(.notAFile)
      case .file, .directory:
        return try entry(header, path: records["path"] ?? longName, size: records["size"])
      }
    }
  }

  private mutating func entry(
    _ header: TarHeader, path: [UInt8]?, size: [UInt8]?
  ) throws(RegistryError) -> Entry {
    var byteCount = header.byteCount
    if let size {
      guard let text = String(validating: size, as: UTF8.self), let number = Int(text), number >= 0
      else { throw flaw(.extendedHeader) }
      byteCount = number
    }
    guard header.kind == .file || byteCount == 0 else { throw flaw(.header) }
    rest = byteCount
    padding = TarHeader.padding(byteCount)
    let parts = try parts(path ?? header.path, isDirectory: header.kind == .directory)
    return Entry(parts: parts, isDirectory: header.kind == .directory, byteCount: byteCount)
  }

  /// The parts of a path; `./` at its beginning and, for a directory, `/` at its end are no parts.
  private func parts(_ path: [UInt8], isDirectory: Bool) throws(RegistryError) -> [String] {
    guard let text = String(validating: path, as: UTF8.self), !text.isEmpty,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw flaw(.unsafePath) }
    var parts = PathText.parts(text)
    if isDirectory, parts.count > 1, parts.last == "" { parts.removeLast() }
    if parts.first == "." { parts.removeFirst() }
    guard parts.count <= Self.maximumDepth,
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
    else { throw flaw(.unsafePath) }
    return parts
  }

  private static var maximumDepth: Int { 64 }
  /// How large an extended header may be.
  private static var maximumHeaderBytes: Int { 1 << 20 }

  // MARK: Bytes

  /// Appends at most `limit` bytes of the entry that was read last; 0 means its end.
  mutating func read(upTo limit: Int, into bytes: inout [UInt8]) throws(RegistryError) -> Int {
    guard rest > 0 else { return 0 }
    if buffer.isEmpty { _ = try source.read(upTo: 256 << 10, into: &buffer) }
    let count = min(limit, rest, buffer.count)
    guard count > 0 else { throw flaw(.truncated) }
    bytes += buffer[..<count]
    buffer.removeFirst(count)
    rest -= count
    return count
  }

  private mutating func skipRest() throws(RegistryError) {
    var bytes: [UInt8] = []
    while try read(upTo: 256 << 10, into: &bytes) > 0 { bytes.removeAll(keepingCapacity: true) }
    guard padding > 0 else { return }
    let count = padding
    padding = 0
    _ = try exactly(count)
  }

  private mutating func exactly(_ count: Int) throws(RegistryError) -> [UInt8] {
    var bytes: [UInt8] = []
    rest = count
    while try read(upTo: count, into: &bytes) > 0 {}
    return bytes
  }

  private mutating func content(_ header: TarHeader) throws(RegistryError) -> [UInt8] {
    guard header.byteCount <= Self.maximumHeaderBytes else { throw flaw(.extendedHeader) }
    let bytes = try exactly(header.byteCount)
    padding = TarHeader.padding(header.byteCount)
    return bytes
  }

  /// A second block of zeros, and nothing but zeros behind it.
  private mutating func checkEnd() throws(RegistryError) {
    guard try exactly(TarHeader.blockSize).allSatisfy({ $0 == 0 }) else { throw flaw(.trailing) }
    repeat {
      guard buffer.allSatisfy({ $0 == 0 }) else { throw flaw(.trailing) }
      buffer.removeAll(keepingCapacity: true)
    } while try source.read(upTo: 256 << 10, into: &buffer) > 0
  }

  /// `LENGTH key=value\n`, one after the other.
  private func records(_ bytes: [UInt8]) throws(RegistryError) -> [String: [UInt8]] {
    var records: [String: [UInt8]] = [:]
    var rest = bytes[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0 != 0x20 }
      guard let text = String(validating: digits, as: UTF8.self), let length = Int(text),
        length > digits.count + 1, length <= rest.count
      else { throw flaw(.extendedHeader) }
      let record = rest.prefix(length).dropFirst(digits.count + 1)
      rest = rest.dropFirst(length)
      guard record.last == UInt8(ascii: "\n"),
        let equals = record.firstIndex(of: UInt8(ascii: "=")),
        let key = String(validating: record[..<equals], as: UTF8.self)
      else { throw flaw(.extendedHeader) }
      // Holes are told in records of their own: the bytes would not be the file's.
      guard !key.hasPrefix("GNU.sparse"), records[key] == nil else { throw flaw(.extendedHeader) }
      records[key] = Array(record[(equals + 1)...].dropLast())
    }
    return records
  }
}
