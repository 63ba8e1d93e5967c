/// Cuts a text of comma-separated values into records, as RFC 4180 has them: LF or CRLF at the end
/// of a record, quotes around a field that holds commas, line breaks or doubled quotes. A byte order
/// mark and blank lines are skipped.
struct RecordScanner {
  /// A field in the text.
  struct Field {
    /// Where it stands, the quotes around it left out.
    let range: Range<Int>
    /// Whether quotes in it are doubled.
    var hasDoubledQuotes = false
  }

  /// The fields of the record that ``next()`` found.
  private(set) var fields: [Field] = []
  /// The line that the record starts on, counted from 1.
  private(set) var line = 0
  private let bytes: [UInt8]
  private var position: Int
  private var nextLine = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// How long the text is.
  var byteCount: Int { bytes.count }

  /// Finds the next record; `false` at the end of the text.
  mutating func next() throws(PredictionsFault) -> Bool {
    while position < bytes.count, skipLineBreak() {}
    line = position < bytes.count ? nextLine : max(line, 1)
    guard position < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    repeat { fields.append(try field()) } while skip(UInt8(ascii: ","))
    _ = skipLineBreak()
    return true
  }

  /// The text of a field; `nil` when it is not UTF-8.
  func text(_ index: Int) -> String? {
    let field = fields[index]
    guard field.hasDoubledQuotes else {
      return Self.text(bytes.span.extracting(field.range))
    }
    var content: [UInt8] = []
    var isSecond = false
    for byte in bytes[field.range] {
      isSecond = byte == Self.quote && !isSecond
      if byte != Self.quote || isSecond { content.append(byte) }
    }
    return Self.text(content.span)
  }

  private static func text(_ bytes: Span<UInt8>) -> String? {
    guard let text = try? UTF8Span(validating: bytes) else { return nil }
    return String(copying: text)
  }

  private static let quote = UInt8(ascii: "\"")

  /// A field, up to the comma or the line break behind it.
  private mutating func field() throws(PredictionsFault) -> Field {
    guard position < bytes.count, bytes[position] == Self.quote else {
      let start = position
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: ",") || byte <= UInt8(ascii: "\r") && isAtLineBreak { break }
        position += 1
      }
      return Field(range: start..<position)
    }
    position += 1
    let field = try quoted()
    guard position == bytes.count || bytes[position] == UInt8(ascii: ",") || isAtLineBreak else {
      throw .textAfterQuote
    }
    return field
  }

  /// The rest of a field whose quote was opened, its closing quote included.
  private mutating func quoted() throws(PredictionsFault) -> Field {
    let start = position
    var hasDoubledQuotes = false
    while position < bytes.count {
      switch bytes[position] {
      case Self.quote where position + 1 < bytes.count && bytes[position + 1] == Self.quote:
        hasDoubledQuotes = true
        position += 1
      case Self.quote:
        position += 1
        return Field(range: start..<position - 1, hasDoubledQuotes: hasDoubledQuotes)
      case UInt8(ascii: "\n"): nextLine += 1
      default: break
      }
      position += 1
    }
    throw .unclosedQuote
  }

  private var isAtLineBreak: Bool {
    let byte = bytes[position]
    if byte == UInt8(ascii: "\n") { return true }
    return byte == UInt8(ascii: "\r") && position + 1 < bytes.count
      && bytes[position + 1] == UInt8(ascii: "\n")
  }

  private mutating func skipLineBreak() -> Bool {
    guard position < bytes.count, isAtLineBreak else { return false }
    position += bytes[position] == UInt8(ascii: "\n") ? 1 : 2
    nextLine += 1
    return true
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
