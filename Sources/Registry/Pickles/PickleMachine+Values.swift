extension PickleMachine {
  // MARK: Numbers

  /// A number of any length in two's complement, the lowest byte first.
  mutating func pushLong(_ range: Range<Int>) throws(PickleFault) {
    guard range.count <= 8 else { return try push(.otherNumber(range)) }
    let bytes = cursor.content[range]
    let sign: Int64 = (bytes.last ?? 0) >= 0x80 ? -1 : 0
    let value = bytes.reversed().reduce(sign) { $0 << 8 | Int64($1) }
    try push(.integer(value))
  }

  /// A decimal number, which a trailing `L` may mark as long; `00` and `01` are truth values.
  mutating func pushNumber(_ range: Range<Int>) throws(PickleFault) {
    let text = cursor.text(range)
    let mayBeBool = cursor.content[cursor.start] == PickleOpcode.integerText.rawValue
    if mayBeBool, text == "00" || text == "01" {
      return try push(PickleReference(text == "01" ? 2 : 1))
    }
    let digits = text.hasSuffix("L") ? String(text.dropLast()) : text
    try push(Int64(digits).map { .integer($0) } ?? .otherNumber(range))
  }

  mutating func pushFloat(_ range: Range<Int>) throws(PickleFault) {
    try push(Double(cursor.text(range)).map { .float($0) } ?? .otherNumber(range))
  }

  /// The number of a memo as text, as Python's `int` takes it: between spaces, with underscores between
  /// digits, and of any length. C ends a text at its first zero.
  mutating func lineNumber() throws(PickleFault) -> Int {
    let line = cursor.content[try cursor.line()].prefix { $0 != 0 }
    let parts = Self.unsigned(line.trimmingSpace)
      .split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isNumber else { throw cursor.fault(.badText) }
    let digits = String(
      decoding: parts.joined().drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
    return digits.isEmpty ? 0 : Int(digits) ?? farNumber(digits)
  }

  /// Without the sign that a number may have: of the negative ones there is only 0.
  private static func unsigned(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    switch number.first {
    case UInt8(ascii: "+"): number.dropFirst()
    case UInt8(ascii: "-") where number.dropFirst().allSatisfy({ $0 == 0x30 || $0 == 0x5F }):
      number.dropFirst()
    default: number
    }
  }

  // MARK: Texts

  /// A text of Python 2: one byte a character.
  func latinText(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: cursor.content[range].map { Unicode.Scalar($0) })
    return text
  }

  /// A text between quotes, with the escapes of Python's bytes.
  func unquoted(_ range: Range<Int>) throws(PickleFault) -> String {
    let quoted = cursor.content[range].trimmingSpace
    guard quoted.count >= 2, let quote = quoted.first, quote == quoted.last,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { throw cursor.fault(.badText) }
    return try PythonEscapes(quoted.dropFirst().dropLast(), of: .bytes).text(orFault: cursor)
  }

  /// A text in which only `\u` and `\U` are escapes, unless a backslash stands before theirs.
  func unescaped(_ range: Range<Int>) throws(PickleFault) -> String {
    try PythonEscapes(cursor.content[range], of: .rawText).text(orFault: cursor)
  }

  // MARK: Tuples and pairs

  mutating func pushTuple(_ count: Int) throws(PickleFault) {
    var items: [PickleReference] = []
    for _ in 0..<count { items.append(try pop()) }
    try push(.tuple(items.reversed()))
  }

  func paired(_ items: [PickleReference]) throws(PickleFault) -> [PicklePair] {
    guard items.count.isMultiple(of: 2) else { throw cursor.fault(.keyWithoutValue) }
    return stride(from: 0, to: items.count, by: 2).map {
      PicklePair(key: items[$0], value: items[$0 + 1])
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces at either end.
  fileprivate var trimmingSpace: Self {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    return drop(while: isSpace).reversed().drop(while: isSpace).reversed()[...]
  }
}
