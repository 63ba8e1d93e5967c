/// What a sorted block was before it was sorted, with its runs.
///
/// Source: the code of bzip2 1.0.8, `decompress.c`.
struct Bzip2Text {
  /// By place: the byte there, and above its 8 bits the place of the one that follows it.
  private var links: [UInt32]
  private var link: UInt32
  private var remaining: Int
  /// How often the last byte came in a row; after four, the next is how often it comes again.
  private var run = 0
  private var last: UInt8 = 0

  init(_ block: Bzip2Block) {
    var starts = [Int](repeating: 0, count: 256)
    for byte in block.column { starts[Int(byte)] += 1 }
    var sum = 0
    for byte in 0..<256 { (starts[byte], sum) = (sum, sum + starts[byte]) }
    links = block.column.map { UInt32($0) }
    for (place, byte) in block.column.enumerated() {
      links[starts[Int(byte)]] |= UInt32(place) << 8
      starts[Int(byte)] += 1
    }
    link = links[block.row] >> 8
    remaining = block.column.count
  }

  /// The room that is asked for at once.
  private static let room = 1 << 16
  private static let longestRun = 255

  mutating func write(into output: inout DecodedBytes) throws(CompressionFault) {
    while remaining > 0 {
      try output.write(room: Self.room) { memory, position in
        links.withUnsafeBufferPointer { links in
          while remaining > 0, position + Self.longestRun <= memory.count {
            let entry = links[Int(link)]
            link = entry &>> 8
            remaining &-= 1
            write(UInt8(truncatingIfNeeded: entry), to: memory, at: &position)
          }
        }
      }
    }
  }

  @inline(__always)
  private mutating func write(
    _ byte: UInt8, to memory: UnsafeMutableBufferPointer<UInt8>, at position: inout Int
  ) {
    if run == 4 {
      for _ in 0..<byte {
        memory[position] = last
        position &+= 1
      }
      run = 0
    } else {
      run = run > 0 && byte == last ? run &+ 1 : 1
      last = byte
      memory[position] = byte
      position &+= 1
    }
  }
}
