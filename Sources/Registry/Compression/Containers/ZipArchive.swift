/// The entries of a zip archive, such as `.npz`, `.pt`, `.keras` and `.skops` files are.
///
/// Programs differ in which parts of an archive they believe. This one reads only what all of them
/// read alike: a directory at the end, with nothing between it and what closes it, entries that
/// share neither bytes nor names, and headers that agree with it.
///
/// Source: *APPNOTE, .ZIP File Format Specification* 6.3.10.
package struct ZipArchive: Sendable {
  /// In the order of the directory.
  package let entries: [ZipEntry]
  /// Whether there are bytes between the entries that belong to none.
  package private(set) var hasHiddenBytes = false
  private let bytes: [UInt8]

  /// Reads the directory, and the header of each entry.
  ///
  /// - Throws: ``CompressionFault``. Contents are neither unpacked nor checked.
  /// - Complexity: O(*n* log *n*) in the number of entries.
  package init(_ bytes: [UInt8]) throws(CompressionFault) {
    self.bytes = bytes
    let directory = try ZipDirectory(bytes)
    var input = ByteCursor(bytes[directory.range])
    var entries: [ZipEntry] = []
    while !input.isAtEnd { entries.append(try ZipEntry(&input)) }
    guard entries.count == directory.count else { throw .badDirectory }
    self.entries = entries
    try checkNames()
    try checkPlaces(before: directory.range.lowerBound)
  }

  private func checkNames() throws(CompressionFault) {
    var names: Set<[UInt8]> = []
    for entry in entries where !names.insert(entry.nameBytes).inserted {
      throw .sharing(entry: entry.name)
    }
  }

  /// Entries that share bytes unpack to far more than the archive has.
  private mutating func checkPlaces(before end: Int) throws(CompressionFault) {
    var previous = 0
    var room = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= previous else { throw .sharing(entry: entry.name) }
      let content = try content(of: entry, before: end)
      noteBytes(previous..<entry.offset, besides: room)
      previous = content.endIndex
      room = entry.hasDescriptor ? Self.largestDescriptor : 0
    }
    noteBytes(previous..<end, besides: room)
  }

  /// A signature, a checksum, and two sizes of 64 bits.
  private static let largestDescriptor = 24

  /// Zeros between entries only align them.
  private mutating func noteBytes(_ range: Range<Int>, besides room: Int) {
    guard range.count > room, bytes[range].contains(where: { $0 != 0 }) else { return }
    hasHiddenBytes = true
  }

  /// The bytes that the content is packed in, behind a header that agrees with the directory.
  ///
  /// Source: section 4.3.7.
  private func content(
    of entry: ZipEntry, before end: Int
  ) throws(CompressionFault) -> ArraySlice<UInt8> {
    guard entry.offset <= end else { throw .endsEarly }
    var input = ByteCursor(bytes[entry.offset..<end])
    guard try input.number() == 0x0403_4B50 as UInt32 else { throw .badHeader }
    _ = try input.take(2)
    var agrees = try input.number() == entry.flags
    agrees = try input.number() == entry.method && agrees
    _ = try input.take(4)
    let checksum = try input.number(UInt32.self)
    let packed = try input.number(UInt32.self)
    let size = try input.number(UInt32.self)
    let nameLength = try input.length(UInt16.self)
    let extraLength = try input.length(UInt16.self)
    agrees = try input.take(nameLength).elementsEqual(entry.nameBytes) && agrees
    var large = try ZipLargeNumbers(try input.take(extraLength))
    let said = (try large.value(size), try large.value(packed), checksum)
    // With a descriptor they may be left out here.
    let isLeftOut = entry.hasDescriptor && said == (0, 0, 0)
    agrees = agrees && (isLeftOut || said == (entry.size, entry.packedSize, entry.checksum))
    guard agrees else { throw .contradiction(entry: entry.name) }
    return try input.take(entry.packedSize)
  }

  /// What comes out of one of ``entries`` before a fault, and the fault.
  package func recover(
    _ entry: ZipEntry, limit: Int
  ) -> (content: [UInt8], fault: CompressionFault?) {
    var output = DecodedBytes(limit: limit)
    do throws(CompressionFault) {
      try unpack(entry, into: &output)
    } catch {
      return (output.content(), error)
    }
    return (output.content(), nil)
  }

  private func unpack(
    _ entry: ZipEntry, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    var input = ByteCursor(try content(of: entry, before: bytes.count))
    switch entry.method {
    case 0: try output.append(try input.take(entry.packedSize))
    case 8: try Inflate.decode(&input, into: &output)
    case 12: try Bzip2File.decode(&input, into: &output)
    case 14: try LZMAFile.decodeEntry(&input, length: entry.size, into: &output)
    default: throw .unsupported("an entry packed by method \(entry.method)")
    }
    guard input.isAtEnd else { throw .trailingBytes(offset: entry.offset) }
    guard output.count == entry.size else { throw .wrongLength }
    let checksum = CyclicRedundancyCheck.crc32.checksum(of: output.written(from: 0))
    guard checksum == entry.checksum else { throw .wrongChecksum }
  }
}
