/// Writes JSON in the shape of Python's `json.dumps`: indented by two, or on one line.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isIndented: Bool

  private init(isIndented: Bool) { self.isIndented = isIndented }

  static func bytes(_ value: JSONValue, indented: Bool) -> [UInt8] {
    var writer = JSONWriter(isIndented: indented)
    writer.write(value, level: 0)
    return writer.bytes
  }

  private mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: text("null")
    case .bool(let value): text(value ? "true" : "false")
    case .number(let number): text(number.literal)
    case .string(let string): write(string)
    case .array(let elements):
      write(elements, "[", "]", level: level) { $0.write($1, level: level + 1) }
    case .object(let object):
      write(object.members, "{", "}", level: level) { writer, member in
        writer.write(member.key)
        writer.text(": ")
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, level: Int,
    each: (inout JSONWriter, Element) -> Void
  ) {
    text(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { text(isIndented ? "," : ", ") }
      newLine(level + 1)
      each(&self, element)
    }
    if !elements.isEmpty { newLine(level) }
    text(close)
  }

  private mutating func newLine(_ level: Int) {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text("\\\"")
      case UInt8(ascii: "\\"): text("\\\\")
      case 0x0A: text("\\n")
      case 0x0D: text("\\r")
      case 0x09: text("\\t")
      case 0..<0x20, 0x7F: escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    text("\\u00")
    bytes.append(contentsOf: [hexDigit(byte >> 4), hexDigit(byte & 15)])
  }

  private mutating func text(_ string: String) { bytes.append(contentsOf: string.utf8) }
}

/// The lowercase ASCII hexadecimal digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
