/// Finds the fields of one record in a buffer.
struct CSVScanner {
  var separator: UInt8

  /// Where a field lies in the buffer, without its quotes and without the spaces around it.
  struct Field {
    var start: Int
    var end: Int
    var isQuoted = false
    /// Whether quotes are doubled in it, or text follows the closing one.
    var hasQuotesInside = false
  }

  enum Outcome: Equatable {
    /// The record ends before `end`, and `lineCount` lines have ended with it.
    case record(end: Int, lineCount: Int)
    /// The record goes on behind the buffer.
    case needsMore
    /// No record is left.
    case end
    /// The file ends inside quotes.
    case unclosedQuote
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  /// Finds the record that begins at `start`.
  func scan(
    _ buffer: [UInt8], from start: Int, isAtEnd: Bool, into fields: inout [Field]
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    return buffer.withUnsafeBufferPointer { scan($0, from: start, isAtEnd: isAtEnd, &fields) }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool, _ fields: inout [Field]
  ) -> Outcome {
    guard start < bytes.count else { return isAtEnd ? .end : .needsMore }
    var position = start
    var lineCount = 1
    while true {
      while position < bytes.count, isPadding(bytes[position]) { position += 1 }
      var field = Field(start: position, end: position)
      if position < bytes.count, bytes[position] == Self.quote {
        guard let close = scanQuoted(bytes, from: position + 1, &field, &lineCount) else {
          return isAtEnd ? .unclosedQuote : .needsMore
        }
        position = close
      }
      position = skipToEnd(bytes, from: position)
      if field.isQuoted {
        let rest = trimmedEnd(bytes, from: field.end + 1, to: position)
        if rest > field.end + 1 {
          // Text behind the closing quote belongs to the field, as pandas has it.
          field.hasQuotesInside = true
          field.end = rest
        }
      } else {
        field.end = trimmedEnd(bytes, from: field.start, to: position)
      }
      fields.append(field)
      guard position < bytes.count else {
        return isAtEnd ? .record(end: position, lineCount: lineCount) : .needsMore
      }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == Self.carriageReturn {
        guard position < bytes.count || isAtEnd else { return .needsMore }
        if position < bytes.count, bytes[position] == Self.newline { position += 1 }
      }
      return .record(end: position, lineCount: lineCount)
    }
  }

  /// From behind an opening quote to behind the closing one; `nil` when there is none.
  private func scanQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ field: inout Field,
    _ lineCount: inout Int
  ) -> Int? {
    field.isQuoted = true
    field.start = start
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
          field.end = position
          return position + 1
        }
        field.hasQuotesInside = true
        position += 1
      } else if byte == Self.newline
        || (byte == Self.carriageReturn
          && !(position + 1 < bytes.count && bytes[position + 1] == Self.newline))
      {
        lineCount += 1
      }
      position += 1
    }
    return nil
  }

  @inline(__always)
  private func skipToEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Self.newline || byte == Self.carriageReturn { break }
      position += 1
    }
    return position
  }

  private func trimmedEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var end = end
    while end > start, isPadding(bytes[end - 1]) { end -= 1 }
    return end
  }

  @inline(__always)
  private func isPadding(_ byte: UInt8) -> Bool {
    byte == Self.space || (byte == Self.tab && separator != Self.tab)
  }

  /// Takes the quotes out of a field that has some inside, in place: the text only gets shorter.
  static func unquote(_ field: inout Field, in buffer: inout [UInt8]) {
    var read = field.start
    var write = field.start
    var isInside = true
    while read < field.end {
      if isInside && buffer[read] == quote {
        if read + 1 < field.end && buffer[read + 1] == quote {
          read += 1
        } else {
          // The closing quote: what follows is taken as it is.
          isInside = false
          read += 1
          continue
        }
      }
      buffer[write] = buffer[read]
      write += 1
      read += 1
    }
    field.end = write
    field.hasQuotesInside = false
  }
}
