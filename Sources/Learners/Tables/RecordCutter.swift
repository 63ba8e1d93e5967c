/// Finds where the fields of one record begin and end.
///
/// Quotes as RFC 4180 has them, and beyond it as pandas reads: a quote counts only at the start of
/// a field; text after the closing quote belongs to the field. A record ends with LF, CRLF or a lone CR.
struct RecordCutter: Sendable {
  let separator: UInt8
  /// Whether spaces in front of a field are no part of it, so that a quote may follow them. Where they are
  /// part of it, a field of spaces alone is empty all the same.
  let skipsInitialSpace: Bool

  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let tab: UInt8 = 0x09

  /// What was found from one position on.
  enum Cut: Equatable {
    /// A record with this many fields, which ends before `next` and spans `lines` lines.
    case record(fields: Int, next: Int, lines: Int, isEscaped: Bool)
    /// A line with nothing on it but spaces.
    case blank(next: Int)
    /// The bytes end before the record does, within the quotes that opened at `quote`, if any.
    case incomplete(quote: Int?)
  }

  /// Cuts the record that starts at `start`.
  ///
  /// At least eight zero bytes have to follow `end`. With `isLast` nothing comes after `end`, and
  /// the byte before it is a line break. The ranges of the fields go into `fields` from `base` on;
  /// those beyond `room` are counted only.
  @inline(__always)
  func cut(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isLast: Bool,
    into fields: inout MutableSpan<FieldRange>, at base: Int, room: Int
  ) -> Cut {
    if bytes[start] <= Self.space, let blank = blankLine(bytes, from: start, to: end, isLast) {
      return blank
    }
    var position = start
    var count = 0
    var lines = 1
    var isEscaped = false
    while true {
      var field = FieldRange(start: position, end: position)
      let stop: Stop
      let text = firstByte(of: bytes, at: position)
      let first = skipsInitialSpace ? text : (index: position, byte: bytes[position])
      if first.byte == Self.quote {
        let quoted = quotedField(bytes, opened: first.index, to: end, &field)
        stop = quoted.stop
        guard stop.index < end else {
          return .incomplete(quote: quoted.isOpen ? first.index : nil)
        }
        if quoted.hasBreaks {
          lines += Self.lineBreaks(bytes, from: first.index, to: stop.index)
        }
        isEscaped = isEscaped || field.isEscaped
      } else {
        stop = fieldEnd(bytes, from: position, to: end)
        guard stop.index < end else { return .incomplete(quote: nil) }
        let start = text.index < stop.index ? first.index : stop.index
        field = FieldRange(start: start, end: stop.index)
      }
      if count < room { fields[base &+ count] = field }
      count &+= 1
      position = stop.index &+ 1
      if stop.byte == separator { continue }
      if stop.byte == Self.carriageReturn {
        guard position < end || isLast else { return .incomplete(quote: nil) }
        if bytes[position] == Self.lineFeed { position += 1 }
      }
      return .record(fields: count, next: position, lines: lines, isEscaped: isEscaped)
    }
  }

  /// A byte and where it is.
  private typealias Stop = (index: Int, byte: UInt8)

  /// The first byte from `position` on that is no space.
  @inline(__always)
  private func firstByte(of bytes: Span<UInt8>, at position: Int) -> Stop {
    var first: Stop = (position, bytes[position])
    while first.byte == Self.space { first = (first.index &+ 1, bytes[first.index &+ 1]) }
    return first
  }

  /// Bit 7 of each byte that may be a line break: of those below 0x0E. Real texts have few others.
  @inline(__always)
  private func controls(_ word: UInt64) -> UInt64 {
    (word &- .repeating(0x0E)) & ~word & .repeating(0x80)
  }

  /// The first separator or line break from `start` on, or `end`.
  @inline(__always)
  private func fieldEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Stop {
    var position = start
    while position < end {
      let word = bytes.word(at: position)
      let found = (word ^ .repeating(separator)).zeroBytes | controls(word)
      guard found != 0 else {
        position &+= 8
        continue
      }
      let bit = UInt64(truncatingIfNeeded: found.trailingZeroBitCount & 0x38)
      let byte = UInt8(truncatingIfNeeded: word &>> bit)
      position &+= Int(truncatingIfNeeded: bit &>> 3)
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn {
        return (position, byte)
      }
      position &+= 1
    }
    return (end, 0)
  }

  /// Finds the end of the field whose quotes open at `opened`.
  ///
  /// - Returns: the separator or line break after it, or `end` when that does not come before.
  @inline(__always)
  private func quotedField(
    _ bytes: Span<UInt8>, opened: Int, to end: Int, _ field: inout FieldRange
  ) -> (stop: Stop, hasBreaks: Bool, isOpen: Bool) {
    let start = opened &+ 1
    var position = start
    var isEscaped = false
    var breaks: UInt64 = 0
    while position < end {
      let word = bytes.word(at: position)
      let quotes = (word ^ .repeating(Self.quote)).zeroBytes
      guard quotes != 0 else {
        breaks |= controls(word)
        position &+= 8
        continue
      }
      // Only the bytes before the quote.
      breaks |= controls(word) & (quotes &- 1) & ~quotes
      let close = position &+ quotes.firstMarkedByte
      let after = bytes[close &+ 1]
      if after == separator || after == Self.lineFeed || after == Self.carriageReturn {
        field = FieldRange(start: start, end: close, isEscaped: isEscaped)
        return ((close &+ 1, after), breaks != 0, false)
      }
      isEscaped = true
      guard after == Self.quote else {
        let stop = fieldEnd(bytes, from: close &+ 1, to: end)
        field = FieldRange(start: start, end: stop.index, isEscaped: true)
        return (stop, breaks != 0, false)
      }
      position = close &+ 2
    }
    return ((end, 0), false, true)
  }

  /// The line from `start` on when it is blank.
  private func blankLine(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ isLast: Bool
  ) -> Cut? {
    var position = start
    while bytes[position] == Self.space || (bytes[position] == Self.tab && separator != Self.tab) {
      position += 1
    }
    guard position < end else { return .incomplete(quote: nil) }
    if bytes[position] == Self.lineFeed { return .blank(next: position + 1) }
    guard bytes[position] == Self.carriageReturn else { return nil }
    position += 1
    guard position < end || isLast else { return .incomplete(quote: nil) }
    return .blank(next: bytes[position] == Self.lineFeed ? position + 1 : position)
  }

  /// How many lines end between `start` and `end`; CRLF is one end.
  static func lineBreaks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var breaks = 0
    for index in start..<end {
      if bytes[index] == lineFeed {
        breaks += 1
      } else if bytes[index] == carriageReturn {
        if index + 1 == end || bytes[index + 1] != lineFeed { breaks += 1 }
      }
    }
    return breaks
  }
}

extension RecordCutter {
  /// Like ``cut(_:from:to:isLast:into:at:room:)``, but keeps no fields.
  func count(_ bytes: Span<UInt8>, from start: Int, to end: Int, isLast: Bool) -> Cut {
    var none: [FieldRange] = []
    var fields = none.mutableSpan
    return cut(bytes, from: start, to: end, isLast: isLast, into: &fields, at: 0, room: 0)
  }
}
