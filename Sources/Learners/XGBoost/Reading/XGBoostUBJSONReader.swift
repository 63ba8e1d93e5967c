/// Reads UBJSON as XGBoost writes it: big-endian, with arrays of numbers of one type.
///
/// Source: the specification of Universal Binary JSON, draft 12.
struct XGBoostUBJSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var builder = XGBoostValueBuilder()
  /// How many members are to come of each array and object that is open; `nil` where a bracket ends it.
  private var counts: [Int?] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of the whole file.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  mutating func read() throws(LearnerError) -> XGBoostValue {
    try value()
    while true {
      if let whole = builder.whole {
        guard position == bytes.count else {
          throw .brokenXGBoost("there are bytes behind its end, from \(position) on")
        }
        return whole
      }
      try member()
    }
  }

  // MARK: Grammar

  /// Reads the next member of what is open, or its end.
  private mutating func member() throws(LearnerError) {
    let isInObject = builder.isInObject == true
    if try endsHere(isInObject) {
      counts.removeLast()
      return try builder.end()
    }
    if isInObject { builder.name(try text()) }
    try value()
  }

  /// Whether nothing more comes in the innermost array or object; its bracket is read.
  private mutating func endsHere(_ isInObject: Bool) throws(LearnerError) -> Bool {
    if let count = counts.last ?? nil {
      counts[counts.count - 1] = count - 1
      return count == 0
    }
    guard try peek() == UInt8(ascii: isInObject ? "}" : "]") else { return false }
    position += 1
    return true
  }

  /// Reads a value, of arrays and objects with others in them the beginning.
  private mutating func value() throws(LearnerError) {
    let marker = try byte()
    switch marker {
    case UInt8(ascii: "{"): try begin(object: true)
    case UInt8(ascii: "["): try begin(object: false)
    case UInt8(ascii: "S"): try builder.add(.text(try text()))
    case UInt8(ascii: "T"): try builder.add(.truth(true))
    case UInt8(ascii: "F"): try builder.add(.truth(false))
    case UInt8(ascii: "Z"): try builder.add(.null)
    default:
      let type = try type(marker)
      try builder.add(.number(type.number(bytes, at: try pass(type.size))))
    }
  }

  private mutating func begin(object isObject: Bool) throws(LearnerError) {
    if try peek() == UInt8(ascii: "$") {
      guard !isObject else { throw .brokenXGBoost("an object of one type at byte \(position)") }
      position += 1
      return try builder.add(.numbers(try numbers()))
    }
    try builder.begin(object: isObject)
    if try peek() == UInt8(ascii: "#") {
      position += 1
      // Each member is a byte at least.
      counts.append(try count(ofSize: 1))
    } else {
      counts.append(nil)
    }
  }

  /// Reads an array of numbers of one type, from that type on.
  private mutating func numbers() throws(LearnerError) -> [Double] {
    let type = try type(try byte())
    guard try byte() == UInt8(ascii: "#") else {
      throw .brokenXGBoost("an array of one type has no length at byte \(position)")
    }
    let count = try count(ofSize: type.size)
    let start = try pass(count * type.size)
    if builder.isUnneeded { return [] }
    return (0..<count).map { type.number(bytes, at: start + $0 * type.size) }
  }

  // MARK: Scalars

  private mutating func type(_ marker: UInt8) throws(LearnerError) -> UBJSONNumberType {
    guard let type = UBJSONNumberType(rawValue: marker) else {
      throw .brokenXGBoost("byte \(position - 1) does not belong there")
    }
    return type
  }

  /// A text without its marker: a length and so many bytes.
  private mutating func text() throws(LearnerError) -> String {
    let count = try count(ofSize: 1)
    let start = try pass(count)
    guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
      throw .brokenXGBoost("what begins at byte \(start) is no text")
    }
    return text
  }

  /// A number of things of `size` bytes, for which there is room.
  private mutating func count(ofSize size: Int) throws(LearnerError) -> Int {
    let type = try type(try byte())
    let number = type.number(bytes, at: try pass(type.size))
    guard let count = Int(exactly: number), count >= 0, count <= (bytes.count - position) / size
    else { throw .brokenXGBoost("the length at byte \(position) is more than the file has") }
    return count
  }

  // MARK: Bytes

  private func peek() throws(LearnerError) -> UInt8 {
    guard position < bytes.count else { throw .brokenXGBoost("it ends in the middle") }
    return bytes[position]
  }

  private mutating func byte() throws(LearnerError) -> UInt8 { bytes[try pass(1)] }

  /// Goes so many bytes on; answers where they begin.
  private mutating func pass(_ count: Int) throws(LearnerError) -> Int {
    guard count <= bytes.count - position else { throw .brokenXGBoost("it ends in the middle") }
    defer { position += count }
    return position
  }
}
