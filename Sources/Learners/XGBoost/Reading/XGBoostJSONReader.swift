internal import Registry

/// Reads JSON as XGBoost writes it: NaN and infinities are numbers, and files may be large, so that arrays
/// of numbers, which are nearly all of a model, are read as these.
struct XGBoostJSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var builder = XGBoostValueBuilder()
  /// Whether an array or object has just begun.
  private var isFirst = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of the whole file.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  mutating func read() throws(LearnerError) -> XGBoostValue {
    try value()
    while true {
      if let whole = builder.whole {
        skipSpace()
        guard position == bytes.count else { throw unexpected }
        return whole
      }
      try member()
    }
  }

  // MARK: Grammar

  /// Reads the next member of what is open, or its end.
  private mutating func member() throws(LearnerError) {
    let isInObject = builder.isInObject == true
    if try next() == UInt8(ascii: isInObject ? "}" : "]") {
      position += 1
      isFirst = false
      return try builder.end()
    }
    if !isFirst { try take(UInt8(ascii: ",")) }
    if isInObject {
      guard try next() == UInt8(ascii: "\"") else { throw unexpected }
      builder.name(try text())
      try take(UInt8(ascii: ":"))
    }
    try value()
  }

  /// Reads a value, of arrays and objects with others in them the beginning.
  private mutating func value() throws(LearnerError) {
    isFirst = false
    switch try next() {
    case UInt8(ascii: "{"):
      position += 1
      isFirst = true
      try builder.begin(object: true)
    case UInt8(ascii: "["):
      position += 1
      try array()
    case UInt8(ascii: "\""): try builder.add(.text(try text()))
    case UInt8(ascii: "t"): try word("true", .truth(true))
    case UInt8(ascii: "f"): try word("false", .truth(false))
    case UInt8(ascii: "n"): try word("null", .null)
    default: try builder.add(.number(try number()))
    }
  }

  /// Reads an array of numbers, or begins another one.
  private mutating func array() throws(LearnerError) {
    switch try next() {
    case UInt8(ascii: "]"):
      position += 1
      try builder.add(.numbers([]))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "N"),
      UInt8(ascii: "I"):
      try builder.add(.numbers(builder.isUnneeded ? try passedOver() : try numbers()))
    default:
      isFirst = true
      try builder.begin(object: false)
    }
  }

  private mutating func numbers() throws(LearnerError) -> [Double] {
    var numbers: [Double] = []
    while true {
      numbers.append(try number())
      if try next() == UInt8(ascii: "]") { break }
      try take(UInt8(ascii: ","))
    }
    position += 1
    return numbers
  }

  /// Goes to the end of an array of numbers that nobody asks for.
  private mutating func passedOver() throws(LearnerError) -> [Double] {
    while try next() != UInt8(ascii: "]") { position += 1 }
    position += 1
    return []
  }

  // MARK: Scalars

  private mutating func number() throws(LearnerError) -> Double {
    _ = try next()
    let start = position
    while position < bytes.count, !Self.endsNumber(bytes[position]) { position += 1 }
    // The quick way looks at eight bytes behind a number, which are nearly always there.
    if position + 8 <= bytes.count {
      if let number = DecimalNumber(bytes.span, from: start, to: position) { return number.value }
    } else if let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) {
      return number
    }
    guard bytes[start..<position].elementsEqual("NaN".utf8) else {
      throw .brokenXGBoost("what begins at byte \(start) is no number")
    }
    return .nan
  }

  private mutating func text() throws(LearnerError) -> String {
    let start = position
    var hasEscape = false
    position += 1
    while try peek() != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        hasEscape = true
        position += 1
      }
      position += 1
    }
    position += 1
    let text =
      hasEscape
      ? (try? JSONValue(parsing: Array(bytes[start..<position])))?.stringValue
      : String(validating: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
    guard let text else { throw .brokenXGBoost("what begins at byte \(start) is no text") }
    return text
  }

  private mutating func word(
    _ word: StaticString, _ value: XGBoostValue
  ) throws(LearnerError) {
    for index in 0..<word.utf8CodeUnitCount { try take((word.utf8Start + index).pointee) }
    try builder.add(value)
  }

  // MARK: Bytes

  private mutating func take(_ byte: UInt8) throws(LearnerError) {
    guard try next() == byte else { throw unexpected }
    position += 1
  }

  /// The next byte that is no space.
  private mutating func next() throws(LearnerError) -> UInt8 {
    skipSpace()
    return try peek()
  }

  private func peek() throws(LearnerError) -> UInt8 {
    guard position < bytes.count else { throw .brokenXGBoost("it ends in the middle") }
    return bytes[position]
  }

  private mutating func skipSpace() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func endsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      || isSpace(byte)
  }

  private var unexpected: LearnerError {
    .brokenXGBoost("byte \(position) does not belong there")
  }
}
