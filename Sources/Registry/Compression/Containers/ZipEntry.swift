/// What the directory of a zip archive says of one entry.
package struct ZipEntry: Sendable, Equatable {
  /// The name as it stands there, with bytes that are not UTF-8 replaced; nothing is written under
  /// it.
  package let name: String
  /// How long the content is said to be, in bytes.
  package let size: Int
  let packedSize: Int
  let checksum: UInt32
  let method: UInt16
  let flags: UInt16
  /// Where its own header begins in the archive.
  let offset: Int
  let nameBytes: [UInt8]

  /// Whether the sizes and the checksum stand behind the content and not before it.
  var hasDescriptor: Bool { flags & 8 != 0 }

  private static let signature: UInt32 = 0x0201_4B50

  /// Source: *APPNOTE* 6.3.10, section 4.3.12.
  init(_ input: inout ByteCursor) throws(CompressionFault) {
    guard try input.number() == Self.signature else { throw .badDirectory }
    _ = try input.take(4)
    flags = try input.number()
    method = try input.number()
    _ = try input.take(4)
    checksum = try input.number()
    let packed = try input.number(UInt32.self)
    let size = try input.number(UInt32.self)
    let nameLength = try input.length(UInt16.self)
    let extraLength = try input.length(UInt16.self)
    let commentLength = try input.length(UInt16.self)
    let disk = try input.number(UInt16.self)
    _ = try input.take(6)
    let offset = try input.number(UInt32.self)
    nameBytes = Array(try input.take(nameLength))
    name = String(decoding: nameBytes, as: UTF8.self)
    var large = try ZipLargeNumbers(try input.take(extraLength))
    self.size = try large.value(size)
    packedSize = try large.value(packed)
    self.offset = try large.value(offset)
    _ = try input.take(commentLength)
    guard disk == 0 else { throw .unsupported("an archive in several files") }
    guard flags & 0x2041 == 0 else { throw .unsupported("an encrypted entry") }
  }
}

/// The numbers of an entry that need more than 32 bits: they stand in an extra field.
///
/// Source: *APPNOTE* 6.3.10, section 4.5.3.
struct ZipLargeNumbers {
  private var field = ByteCursor([])

  init(_ extra: ArraySlice<UInt8>) throws(CompressionFault) {
    var input = ByteCursor(extra)
    // Padding of less than a field's header is common.
    while input.rest.count >= 4 {
      let kind = try input.number(UInt16.self)
      let content = try input.take(try input.length(UInt16.self))
      if kind == 1 { field = ByteCursor(content) }
    }
  }

  /// What stands in the entry, or, if that is all ones, the next number of the field.
  mutating func value(_ number: UInt32) throws(CompressionFault) -> Int {
    number == .max ? try field.length(UInt64.self) : Int(number)
  }
}
