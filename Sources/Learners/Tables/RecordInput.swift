internal import Registry

/// Fills the bytes of a block from a source, and knows which of them are not cut yet.
struct RecordInput {
  private var source: any ByteSource
  /// The first byte that is not cut yet.
  var position = 0
  /// The byte after the last one; eight zero bytes follow it.
  private(set) var end = 0
  /// Whether the source has nothing more to give.
  private(set) var isLast = false

  /// How many bytes are asked for at a time.
  static let chunk = 1 << 16
  private static let padding = 8

  init(_ source: any ByteSource) { self.source = source }

  /// How many bytes are not cut yet.
  var unread: Int { end - position }

  /// Drops what is cut, then reads until at least `wanted` bytes are not cut, or to the end.
  ///
  /// A last line that lacks its line feed gets one.
  mutating func fill(_ bytes: inout [UInt8], atLeast wanted: Int) throws(LearnerError) {
    bytes.removeLast(min(Self.padding, bytes.count))
    bytes.removeFirst(position)
    (position, end) = (0, unread)
    while unread < wanted, !isLast {
      let got: Int
      do throws(RegistryError) {
        got = try source.read(upTo: max(Self.chunk, wanted - unread), into: &bytes)
      } catch { throw .registry(error) }
      end += got
      isLast = got == 0
    }
    if isLast, let last = bytes.last, last != RecordCutter.lineFeed,
      last != RecordCutter.carriageReturn
    {
      bytes.append(RecordCutter.lineFeed)
      end += 1
    }
    bytes.append(contentsOf: repeatElement(0, count: Self.padding))
  }

  /// Skips the three bytes that say UTF-8, and refuses the two that say UTF-16.
  mutating func skipByteOrderMark(
    _ bytes: inout [UInt8], named name: String
  ) throws(LearnerError) {
    try fill(&bytes, atLeast: 3)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .notUTF8Table(name, encoding: "UTF-16")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }
}

extension RecordInput {
  /// Reads on because the record that starts on `line` is not whole yet; `quote` is where the
  /// quotes opened that have not closed.
  mutating func more(
    _ bytes: inout [UInt8], quote: Int?, line: Int, limit: Int, named name: String
  ) throws(LearnerError) {
    if unread > limit {
      throw .malformedTable(name, line: line, .recordTooLong(limit: limit))
    }
    guard isLast else {
      // Twice as much each time, so that a long record is not cut again and again.
      let wanted = unread < Self.chunk ? unread + 1 : 2 * unread
      try fill(&bytes, atLeast: max(unread + 1, min(wanted, limit + 1)))
      return
    }
    let span = bytes.span
    let found = TextCheck.firstFault(span, from: position, to: end)
    let fault = found ?? (.unclosedQuote, quote ?? position)
    let breaks = RecordCutter.lineBreaks(span, from: position, to: fault.offset)
    throw .malformedTable(name, line: line + breaks, fault.fault)
  }
}
