/// Finds where the fields of one record begin and end.
///
/// Quotes as RFC 4180 has them, and beyond it as pandas reads: a quote counts only at the start of
/// a field, where spaces may stand before it; text after the closing quote belongs to the field.
/// A record ends with LF, CRLF or a lone CR.
struct RecordCutter: Sendable {
  let separator: UInt8

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
  /// - Parameters:
  ///   - bytes: at least eight zero bytes follow `end`.
  ///   - isLast: nothing comes after `end`; the last byte is then a line break.
  ///   - fields: where the ranges go, from `base` on; those beyond `room` are counted only.
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
      let field: FieldRange
      let stop: Int
      let first = firstByte(of: bytes, at: position)
      if bytes[first] == Self.quote {
        let quoted = quotedField(bytes, opened: first, to: end)
        guard let quoted else { return .incomplete(quote: first) }
        (field, stop) = (quoted.field, quoted.stop)
        if quoted.hasBreaks { lines += Self.lineBreaks(bytes, from: first, to: stop) }
        isEscaped = isEscaped || field.isEscaped
      } else {
        stop = fieldEnd(bytes, from: position, to: end)
        field = FieldRange(start: position, end: stop)
      }
      guard stop < end else { return .incomplete(quote: nil) }
      if count < room { fields[base &+ count] = field }
      count &+= 1
      position = stop &+ 1
      if bytes[stop] == separator { continue }
      if bytes[stop] == Self.carriageReturn {
        guard position < end || isLast else { return .incomplete(quote: nil) }
        if bytes[position] == Self.lineFeed { position += 1 }
      }
      return .record(fields: count, next: position, lines: lines, isEscaped: isEscaped)
    }
  }

  /// The first byte from `position` on that is no space.
  @inline(__always)
  private func firstByte(of bytes: Span<UInt8>, at position: Int) -> Int {
    var first = position
    while bytes[first] == Self.space { first &+= 1 }
    return first
  }

  /// The first separator or line break from `start` on, or `end`.
  @inline(__always)
  private func fieldEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let separators = UInt64.repeating(separator)
    var position = start
    while position < end {
      let word = bytes.word(at: position)
      let found =
        (word ^ separators).zeroBytes | (word ^ .repeating(Self.lineFeed)).zeroBytes
        | (word ^ .repeating(Self.carriageReturn)).zeroBytes
      if found != 0 { return position &+ found.firstMarkedByte }
      position &+= 8
    }
    return end
  }

  /// The field whose quotes open at `opened`, or `nil` when they do not close before `end`.
  @inline(__always)
  private func quotedField(
    _ bytes: Span<UInt8>, opened: Int, to end: Int
  ) -> (field: FieldRange, stop: Int, hasBreaks: Bool)? {
    let start = opened &+ 1
    var position = start
    var isEscaped = false
    var hasBreaks = false
    while position < end {
      let word = bytes.word(at: position)
      let quotes = (word ^ .repeating(Self.quote)).zeroBytes
      let breaks =
        (word ^ .repeating(Self.lineFeed)).zeroBytes
        | (word ^ .repeating(Self.carriageReturn)).zeroBytes
      hasBreaks = hasBreaks || breaks != 0
      guard quotes != 0 else {
        position &+= 8
        continue
      }
      let close = position &+ quotes.firstMarkedByte
      let after = bytes[close &+ 1]
      if after == separator || after == Self.lineFeed || after == Self.carriageReturn {
        let field = FieldRange(start: start, end: close, isQuoted: true, isEscaped: isEscaped)
        return (field, close &+ 1, hasBreaks)
      }
      isEscaped = true
      if after == Self.quote {
        position = close &+ 2
        continue
      }
      let stop = fieldEnd(bytes, from: close &+ 1, to: end)
      return (FieldRange(start: start, end: stop, isQuoted: true, isEscaped: true), stop, hasBreaks)
    }
    return nil
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
