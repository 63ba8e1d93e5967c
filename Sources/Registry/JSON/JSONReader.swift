/// Reads JSON strictly (RFC 8259): what two readers could understand differently is refused.
///
/// Refused are duplicate keys, trailing commas, NaN, a byte order mark, invalid UTF-8, lone
/// surrogates, more than 64 levels and more than 16 MiB. The reader is ours because the
/// toolchain's decoders accept several of these, and because it starts in no time.
struct JSONReader {
  static let maximumDepth = 64
  static let maximumBytes = 16 << 20

  private let bytes: [UInt8]
  private var position = 0
  /// Where the value of each member of the outermost object begins.
  private(set) var topLevelOffsets: [(key: String, offset: Int)] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that `bytes` spell.
  ///
  /// - Complexity: O(*n*) in the number of bytes, for objects of up to a few thousand members.
  static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try read(bytes).value
  }

  /// The value, and where each member's value of the outermost object begins.
  static func read(
    _ bytes: [UInt8]
  ) throws(JSONError) -> (value: JSONValue, offsets: [(key: String, offset: Int)]) {
    var reader = JSONReader(bytes)
    let value = try reader.document()
    return (value, reader.topLevelOffsets)
  }

  // MARK: Grammar

  private mutating func document() throws(JSONError) -> JSONValue {
    guard bytes.count <= Self.maximumBytes else { throw error(.tooLarge, at: Self.maximumBytes) }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw error(.byteOrderMark, at: 0) }
    skipSpace()
    guard position < bytes.count else { throw error(.empty, at: 0) }
    let value = try self.value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw error(.trailingBytes) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "N"), UInt8(ascii: "I"): throw error(.notANumber)
    default: throw error(.unexpectedByte)
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    guard depth < Self.maximumDepth else { throw error(.tooDeep) }
    position += 1
    skipSpace()
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return JSONObject()
    }
    var members: [JSONObject.Member] = []
    var keys = ByteKeySet()
    // Records have about so many; growing step by step would take as long as reading them.
    members.reserveCapacity(12)
    if depth == 0 { topLevelOffsets.reserveCapacity(12) }
    while true {
      skipSpace()
      let keyStart = position
      guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
      let key = try string()
      guard keys.insert(key) else { throw error(.duplicateKey, at: keyStart) }
      skipSpace()
      guard try peek() == UInt8(ascii: ":") else { throw error(.unexpectedByte) }
      position += 1
      skipSpace()
      if depth == 0 { topLevelOffsets.append((key, position)) }
      members.append(JSONObject.Member(key: key, value: try value(depth: depth + 1)))
      if try !continues(until: UInt8(ascii: "}")) { return JSONObject(distinctMembers: members) }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    guard depth < Self.maximumDepth else { throw error(.tooDeep) }
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      if try !continues(until: UInt8(ascii: "]")) { return elements }
    }
  }

  /// After an element: `true` past a comma, `false` past the closing bracket.
  private mutating func continues(until close: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    let byte = try peek()
    guard byte == close || byte == UInt8(ascii: ",") else { throw error(.unexpectedByte) }
    let comma = position
    position += 1
    guard byte != close else { return false }
    skipSpace()
    guard try peek() != close else { throw error(.trailingComma, at: comma) }
    return true
  }

  private mutating func word(
    _ spelling: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for index in 0..<spelling.utf8CodeUnitCount {
      guard try peek() == (spelling.utf8Start + index).pointee else { throw error(.unexpectedByte) }
      position += 1
    }
    return value
  }

  private mutating func number() throws(JSONError) -> JSONNumber {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "I") {
      throw error(.notANumber, at: start)
    }
    guard digits() > 0 else { throw error(.invalidNumber, at: start) }
    let hasLeadingZero = bytes[firstDigit] == UInt8(ascii: "0") && position - firstDigit > 1
    guard !hasLeadingZero else { throw error(.invalidNumber, at: start) }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { throw error(.invalidNumber, at: start) }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard digits() > 0 else { throw error(.invalidNumber, at: start) }
    }
    // Never nil: digits, signs, points and exponents are ASCII.
    return JSONNumber(checkedLiteral: bytes.text(in: start..<position) ?? "0")
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    return position - start
  }

  private mutating func string() throws(JSONError) -> String {
    var reader = JSONStringReader(bytes: bytes, position: position + 1)
    let text = try reader.read()
    position = reader.position
    return text
  }

  // MARK: Bytes

  private func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    JSONError(offset: offset ?? position, reason: reason)
  }
}
