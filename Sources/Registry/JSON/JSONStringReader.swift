/// Reads one JSON string, from behind its opening quote to behind its closing one.
struct JSONStringReader {
  let bytes: [UInt8]
  private(set) var position: Int

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  mutating func read() throws(JSONError) -> String {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        guard let text = bytes.text(in: start..<position) else {
          throw JSONError(offset: start, reason: .invalidUTF8)
        }
        return text
      case UInt8(ascii: "\\"): return try readEscaped(from: start)
      case 0..<0x20: throw JSONError(offset: position, reason: .controlCharacter)
      default: position += 1
      }
    }
    throw JSONError(offset: position, reason: .unexpectedEnd)
  }

  /// The slower way, for strings that hold escapes.
  private mutating func readEscaped(from start: Int) throws(JSONError) -> String {
    var buffer = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = buffer.text(in: buffer.indices) else {
          throw JSONError(offset: start, reason: .invalidUTF8)
        }
        return text
      case UInt8(ascii: "\\"): try appendEscape(to: &buffer)
      case 0..<0x20: throw JSONError(offset: position - 1, reason: .controlCharacter)
      default: buffer.append(byte)
      }
    }
    throw JSONError(offset: position, reason: .unexpectedEnd)
  }

  private mutating func appendEscape(to buffer: inout [UInt8]) throws(JSONError) {
    let start = position - 1
    guard position < bytes.count else { throw JSONError(offset: position, reason: .unexpectedEnd) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"): buffer.append(contentsOf: try scalar(from: start).utf8)
    default: throw JSONError(offset: start, reason: .invalidEscape)
    }
  }

  private mutating func scalar(from start: Int) throws(JSONError) -> String {
    let unit = try hexUnit(from: start)
    guard (0xD800...0xDFFF).contains(unit) else { return text(ofScalar: UInt32(unit)) }
    guard unit < 0xDC00, bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    else { throw JSONError(offset: start, reason: .loneSurrogate) }
    position += 2
    let low = try hexUnit(from: start)
    guard (0xDC00...0xDFFF).contains(low) else {
      throw JSONError(offset: start, reason: .loneSurrogate)
    }
    return text(ofScalar: 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
  }

  private func text(ofScalar code: UInt32) -> String {
    Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{FFFD}"
  }

  private mutating func hexUnit(from start: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count else {
        throw JSONError(offset: position, reason: .unexpectedEnd)
      }
      guard let digit = hexDigitValue(bytes[position]) else {
        throw JSONError(offset: start, reason: .invalidEscape)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}

extension Array<UInt8> {
  /// The text that a part of these bytes spells; `nil` unless it is UTF-8.
  ///
  /// By way of a span: the initialisers of `String` are generic, and cost twice as much for a word.
  func text(in range: Range<Int>) -> String? {
    do { return String(copying: try UTF8Span(validating: span.extracting(range))) } catch {
      return nil
    }
  }
}

/// The value of an ASCII hexadecimal digit.
func hexDigitValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
