/// The files in a tar archive, as whoever unpacks it finds them.
///
/// Programs differ in which headers they believe. What one of them would read otherwise ends the archive here:
/// a size in a header of POSIX, a sparse file, a size where there is no content.
///
/// Sources: POSIX.1-2017, *pax*, "ustar Interchange Format"; CPython, Lib/tarfile.py.
struct TarArchive {
  /// The files, in the order of the archive, up to a fault.
  private(set) var entries: [Entry] = []
  /// Why the rest could not be read; ``CompressionFault/trailingBytes(offset:)`` for what is behind the end.
  private(set) var fault: CompressionFault?

  /// One file.
  struct Entry {
    let name: String
    let range: Range<Int>
  }

  /// Whether a content begins with a header whose checksum is right.
  static func isTar(_ bytes: [UInt8]) -> Bool {
    (try? TarHeader(Array(bytes.prefix(TarHeader.blockSize)))) != nil
  }

  /// Lists the files of what ``isTar(_:)`` is true of.
  init(_ bytes: [UInt8]) {
    var input = ByteCursor(bytes[...])
    do throws(CompressionFault) { try read(&input) } catch { fault = error }
  }

  private mutating func read(_ input: inout ByteCursor) throws(CompressionFault) {
    while !input.isAtEnd {
      let block = try input.take(TarHeader.blockSize)
      guard block.contains(where: { $0 != 0 }) else {
        guard let rest = input.rest.firstIndex(where: { $0 != 0 }) else { return }
        throw .trailingBytes(offset: rest)
      }
      guard let header = try? TarHeader(Array(block)) else { throw .badHeader }
      let content = try input.take(header.byteCount)
      _ = try input.take(min(TarHeader.padding(header.byteCount), input.rest.count))
      try add(header, content)
    }
  }

  private mutating func add(
    _ header: TarHeader, _ content: ArraySlice<UInt8>
  ) throws(CompressionFault) {
    switch header.kind {
    case .file:
      let name = String(decoding: header.path, as: UTF8.self)
      entries.append(Entry(name: name, range: content.indices))
    case .longName: break
    case .pax, .globalPax:
      guard !Self.saysSize(content) else { throw .unsupported("an entry with two sizes") }
    case .directory, .other:
      guard content.isEmpty else { throw .unsupported("an entry of an unusual kind") }
    }
  }

  /// Whether a header of POSIX says how long the next entry is, or that it is sparse.
  private static func saysSize(_ content: ArraySlice<UInt8>) -> Bool {
    // By bytes: a line break is one character with what stands before or after it.
    content.split(separator: UInt8(ascii: "\n")).contains { line in
      let record = line.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        .drop { $0 == UInt8(ascii: " ") }
      return record.starts(with: Array("size=".utf8))
        || record.starts(with: Array("GNU.sparse".utf8))
    }
  }
}
