/// Reads numbers, their lowest byte first, and runs of bytes, and never past the end.
struct ByteCursor {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// How many bytes were read.
  var offset: Int { next - bytes.startIndex }
  /// What was not read yet.
  var rest: ArraySlice<UInt8> { bytes[next...] }
  var isAtEnd: Bool { next == bytes.endIndex }

  /// The bytes read since the cursor stood at `offset`.
  func bytes(since offset: Int) -> ArraySlice<UInt8> { bytes[(bytes.startIndex + offset)..<next] }

  mutating func take(_ count: Int) throws(CompressionFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - next else { throw .endsEarly }
    defer { next += count }
    return bytes[next..<(next + count)]
  }

  mutating func byte() throws(CompressionFault) -> UInt8 {
    guard next < bytes.endIndex else { throw .endsEarly }
    defer { next += 1 }
    return bytes[next]
  }

  mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type = Number.self
  ) throws(CompressionFault) -> Number {
    let run = try take(Number.bitWidth / 8)
    return run.reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }

  /// A length that must fit into memory.
  mutating func length<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type
  ) throws(CompressionFault) -> Int {
    guard let length = Int(exactly: try number(Number.self)) else { throw .endsEarly }
    return length
  }

  /// Passes over the bytes up to and including the next zero.
  mutating func skipText() throws(CompressionFault) {
    guard let end = rest.firstIndex(of: 0) else { throw .endsEarly }
    next = end + 1
  }
}
