/// Reads the arguments of a pickle's instructions, never past the end of the file.
struct PickleCursor {
  let content: [UInt8]
  private(set) var position: Int
  /// Where the instruction begins that is being read: what a fault names.
  private(set) var start: Int

  init(_ content: [UInt8], at position: Int) {
    self.content = content
    self.position = position
    start = position
  }

  func fault(_ reason: PickleFault.Reason) -> PickleFault {
    PickleFault(offset: start, reason: reason)
  }

  /// The next instruction.
  mutating func opcode() throws(PickleFault) -> PickleOpcode {
    start = position
    let byte = try byte()
    guard let opcode = PickleOpcode(rawValue: byte) else { throw fault(.unknownInstruction(byte)) }
    return opcode
  }

  mutating func byte() throws(PickleFault) -> UInt8 {
    guard position < content.count else { throw fault(.endsEarly) }
    defer { position += 1 }
    return content[position]
  }

  /// An unsigned number of so many bytes, the lowest first.
  mutating func unsigned(_ width: Int) throws(PickleFault) -> UInt64 {
    let range = try take(UInt64(width))
    return content[range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where the next so many bytes are.
  mutating func take(_ count: UInt64) throws(PickleFault) -> Range<Int> {
    guard count <= UInt64(content.count - position) else { throw fault(.endsEarly) }
    let from = position
    position += Int(count)
    return from..<position
  }

  /// Where the bytes are whose number stands before them, in so many bytes.
  mutating func counted(_ width: Int) throws(PickleFault) -> Range<Int> {
    try take(unsigned(width))
  }

  /// Where the bytes up to the end of the line are, which is passed over.
  mutating func line() throws(PickleFault) -> Range<Int> {
    guard let end = content[position...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw fault(.endsEarly)
    }
    defer { position = end + 1 }
    return position..<end
  }

  /// The bytes as ASCII or UTF-8 text; what is neither becomes U+FFFD, which no name holds.
  func text(_ range: Range<Int>) -> String { String(decoding: content[range], as: UTF8.self) }
}
