/// Reads the literals that NumPy writes into headers, and no others.
///
/// Strings have no escapes, numbers are whole, a dictionary has at most ``mostKeys``, and containers nest at
/// most ``deepest`` times; they are kept on a list, so that no input exhausts the stack.
struct PythonLiteralReader {
  private static let deepest = 32
  private static let mostKeys = 16

  private var rest: ArraySlice<UInt8>
  private var open: [Container] = []

  /// A bracket that was not closed yet, with what stands behind it.
  private struct Container {
    let closing: UInt8
    var values: [PythonLiteral] = []
    var keys: [PythonLiteral] = []
    /// Whether a comma must come before the next value.
    var needsComma = false
    var hasComma = false
  }

  private init(_ text: ArraySlice<UInt8>) { rest = text }

  /// The value that all of `text` is, with white space around it.
  ///
  /// - Throws: ``CompressionFault/badHeader``.
  static func value(_ text: ArraySlice<UInt8>) throws(CompressionFault) -> PythonLiteral {
    var reader = PythonLiteralReader(text)
    return try reader.value()
  }

  private mutating func value() throws(CompressionFault) -> PythonLiteral {
    while let byte = nextByte() {
      guard let value = try step(byte) else { continue }
      guard !open.isEmpty else {
        guard nextByte() == nil else { throw .badHeader }
        return value
      }
      try add(value)
    }
    throw .badHeader
  }

  /// The next byte that is no white space.
  private mutating func nextByte() -> UInt8? {
    rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return rest.popFirst()
  }

  /// Takes one bracket, comma, colon or plain value; returns a value that is whole.
  private mutating func step(_ byte: UInt8) throws(CompressionFault) -> PythonLiteral? {
    switch byte {
    case UInt8(ascii: "("): try begin(UInt8(ascii: ")"))
    case UInt8(ascii: "["): try begin(UInt8(ascii: "]"))
    case UInt8(ascii: "{"): try begin(UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return try end(byte)
    case UInt8(ascii: ","): try takeComma()
    case UInt8(ascii: ":"): try takeColon()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try string(until: byte)
    default: return try word(byte)
    }
    return nil
  }

  private mutating func begin(_ closing: UInt8) throws(CompressionFault) {
    guard open.count < Self.deepest, open.last?.needsComma != true else { throw .badHeader }
    open.append(Container(closing: closing))
  }

  private mutating func add(_ value: PythonLiteral) throws(CompressionFault) {
    guard var container = open.popLast(), !container.needsComma else { throw .badHeader }
    container.values.append(value)
    container.needsComma = true
    open.append(container)
  }

  private mutating func takeComma() throws(CompressionFault) {
    guard var container = open.popLast(), container.needsComma,
      container.closing != UInt8(ascii: "}") || container.values.count == container.keys.count
    else { throw .badHeader }
    container.needsComma = false
    container.hasComma = true
    open.append(container)
  }

  private mutating func takeColon() throws(CompressionFault) {
    guard var container = open.popLast(), container.closing == UInt8(ascii: "}"),
      container.needsComma, container.values.count == container.keys.count + 1,
      container.keys.count < Self.mostKeys,
      let key = container.values.popLast(), !container.keys.contains(key)
    else { throw .badHeader }
    container.keys.append(key)
    container.needsComma = false
    open.append(container)
  }

  private mutating func end(_ closing: UInt8) throws(CompressionFault) -> PythonLiteral {
    guard let container = open.popLast(), container.closing == closing else { throw .badHeader }
    switch closing {
    case UInt8(ascii: "]"): return .list(container.values)
    case UInt8(ascii: ")"):
      // Without a comma, brackets around one value are only brackets.
      if container.values.count == 1, !container.hasComma { return container.values[0] }
      return .tuple(container.values)
    default:
      guard container.keys.count == container.values.count else { throw .badHeader }
      return .dictionary(
        zip(container.keys, container.values).map { PythonLiteral.Item(key: $0, value: $1) })
    }
  }

  private mutating func string(until quote: UInt8) throws(CompressionFault) -> PythonLiteral {
    guard let end = rest.firstIndex(of: quote) else { throw .badHeader }
    let text = rest[..<end]
    guard !text.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else {
      throw .badHeader
    }
    rest = rest[(end + 1)...]
    return .string(String(decoding: text, as: UTF8.self))
  }

  private mutating func word(_ first: UInt8) throws(CompressionFault) -> PythonLiteral {
    let tail = rest.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    rest = rest[tail.endIndex...]
    let word = String(decoding: [first] + tail, as: UTF8.self)
    switch word {
    case "None": return .none
    case "True": return .boolean(true)
    case "False": return .boolean(false)
    default: break
    }
    // Python 2 wrote long numbers with an L behind them.
    let digits = word.hasSuffix("L") ? word.dropLast() : word[...]
    guard digits != "-", let number = Int(digits), digits.first != "+" else { throw .badHeader }
    return .integer(number)
  }
}
