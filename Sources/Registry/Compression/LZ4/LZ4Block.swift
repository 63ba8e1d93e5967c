/// A block of literal bytes and repetitions.
///
/// Source: *LZ4 Block Format Description*, of 2022-07-31.
struct LZ4Block {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private var next = 0

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, into memory: UnsafeMutableBufferPointer<UInt8>
  ) {
    (self.bytes, self.memory) = (bytes, memory)
  }

  /// Decodes a whole block, whose repetitions may reach back to the output's byte `start`, and of
  /// which at most `most` bytes may come.
  static func decode(
    _ block: ArraySlice<UInt8>, into output: inout DecodedBytes, from start: Int, most: Int
  ) throws(CompressionFault) {
    // No byte stands for more than 255: a short block needs less than the most.
    let room = min(most, block.count * 255)
    try output.write(room: room + Repetition.overshoot) {
      (memory, position) throws(CompressionFault) in
      let end = position + room
      try block.withUnsafeBufferPointer { (bytes) throws(CompressionFault) in
        var block = LZ4Block(bytes, into: memory)
        try block.decode(to: &position, from: start, end: end)
      }
    }
  }

  private mutating func decode(
    to position: inout Int, from start: Int, end: Int
  ) throws(CompressionFault) {
    while true {
      let token = try byte()
      let literals = try length(Int(token &>> 4))
      guard literals <= bytes.count &- next else { throw .endsEarly }
      guard literals <= end &- position else { throw .wrongLength }
      copyLiterals(literals, to: &position)
      // The last literals have no repetition behind them.
      if next == bytes.count { return }
      let distance = Int(try byte()) | Int(try byte()) &<< 8
      let repeated = try length(Int(token & 15)) &+ 4
      guard repeated <= end &- position else { throw .wrongLength }
      guard distance > 0, distance <= position &- start else { throw .badDistance }
      Repetition.copy(repeated, distance: distance, to: position, in: memory)
      position &+= repeated
    }
  }

  @inline(__always)
  private mutating func copyLiterals(_ count: Int, to position: inout Int) {
    guard count > 0, let source = bytes.baseAddress, let target = memory.baseAddress else { return }
    (target + position).update(from: source + next, count: count)
    next &+= count
    position &+= count
  }

  @inline(__always)
  private mutating func byte() throws(CompressionFault) -> UInt8 {
    guard next < bytes.count else { throw .endsEarly }
    defer { next &+= 1 }
    return bytes[next]
  }

  /// Four bits, and after 15 as many bytes as are 255 and one more.
  @inline(__always)
  private mutating func length(_ first: Int) throws(CompressionFault) -> Int {
    var length = first
    guard first == 15 else { return length }
    while true {
      let byte = try byte()
      length &+= Int(byte)
      if byte < 255 { return length }
    }
  }
}
