/// Where the directory of a zip archive lies, and how many entries it lists.
///
/// Source: *APPNOTE* 6.3.10, sections 4.3.14 to 4.3.16.
struct ZipDirectory {
  let range: Range<Int>
  let count: Int

  private static let endSignature: [UInt8] = Array("PK\u{5}\u{6}".utf8)
  private static let endSize = 22
  private static let locatorSize = 20
  private static let largeEndSize = 56

  /// Finds the last end of a directory, which must close the file but for its comment.
  init(_ bytes: [UInt8]) throws(CompressionFault) {
    let first = max(0, bytes.count - Self.endSize - 0xFFFF)
    guard
      let end = stride(from: bytes.count - Self.endSize, through: first, by: -1).first(where: {
        bytes[$0...].starts(with: Self.endSignature)
      })
    else { throw .badDirectory }
    var input = ByteCursor(bytes[(end + 4)...])
    let disks = try input.number(UInt32.self)
    let here = try input.number(UInt16.self)
    let all = try input.number(UInt16.self)
    let size = try input.number(UInt32.self)
    let offset = try input.number(UInt32.self)
    let comment = try input.length(UInt16.self)
    guard disks == 0, here == all else { throw .unsupported("an archive in several files") }
    guard comment == input.rest.count else { throw .badDirectory }
    if let large = try Self.large(bytes, before: end) {
      self = large
    } else {
      self = try ZipDirectory(Int(offset), Int(size), count: Int(all), before: end)
    }
  }

  private init(_ offset: Int, _ size: Int, count: Int, before end: Int) throws(CompressionFault) {
    // Nothing may lie in between: programs that count from the end would read something else.
    guard offset <= end, size == end - offset else { throw .badDirectory }
    (range, self.count) = (offset..<end, count)
  }

  /// The end with numbers of 64 bits, if the archive has one.
  private static func large(_ bytes: [UInt8], before end: Int) throws(CompressionFault)
    -> ZipDirectory?
  {
    guard end >= locatorSize + largeEndSize else { return nil }
    var locator = ByteCursor(bytes[(end - locatorSize)..<end])
    guard try locator.number() == 0x0706_4B50 as UInt32 else { return nil }
    _ = try locator.take(4)
    let start = try locator.length(UInt64.self)
    guard start == end - locatorSize - largeEndSize else { throw .badDirectory }
    var input = ByteCursor(bytes[start..<end])
    guard try input.number() == 0x0606_4B50 as UInt32 else { throw .badDirectory }
    _ = try input.take(20)
    let here = try input.length(UInt64.self)
    let all = try input.length(UInt64.self)
    let size = try input.length(UInt64.self)
    let offset = try input.length(UInt64.self)
    guard here == all else { throw .unsupported("an archive in several files") }
    return try ZipDirectory(offset, size, count: all, before: start)
  }
}
