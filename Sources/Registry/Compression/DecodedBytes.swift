/// What a decoder has written so far: the content to be, and what is repeated from.
///
/// It grows with what is written and never by what a header announces, to at most twice the content.
struct DecodedBytes {
  /// The largest content that the caller takes.
  let limit: Int
  /// How many bytes were written.
  private(set) var count = 0
  /// What was written, and room.
  private var storage: [UInt8] = []

  init(limit: Int) {
    // Far from overflowing when room is added to it.
    self.limit = min(max(limit, 0), Int.max / 4)
  }

  /// What was written, to the limit.
  consuming func content() -> [UInt8] {
    storage.removeLast(storage.count - min(count, limit))
    return storage
  }

  /// What was written from an offset on.
  func written(from start: Int) -> ArraySlice<UInt8> { storage[start..<count] }

  /// Lets `body` write from `position` on, into memory that has at least `room` bytes behind it.
  ///
  /// - Parameters:
  ///   - room: How many bytes `body` may need before it asks again.
  ///   - body: Moves `position` behind what it wrote; also when it throws.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, or ``CompressionFault/tooLarge(limit:)`` after it.
  mutating func write<Result>(
    room: Int,
    _ body: (
      _ memory: UnsafeMutableBufferPointer<UInt8>, _ position: inout Int
    ) throws(CompressionFault) -> Result
  ) throws(CompressionFault) -> Result {
    let needed = count + room
    if storage.count < needed {
      let size = max(needed, min(2 * storage.count, limit + room))
      storage.append(contentsOf: repeatElement(0, count: size - storage.count))
    }
    var position = count
    defer { count = position }
    let result = try storage.withUnsafeMutableBufferPointer {
      (memory) throws(CompressionFault) in try body(memory, &position)
    }
    guard position <= limit else { throw .tooLarge(limit: limit) }
    return result
  }

  /// Writes bytes as they are.
  mutating func append(_ bytes: ArraySlice<UInt8>) throws(CompressionFault) {
    let fitting = bytes.prefix(limit - count)
    try write(room: fitting.count) { (memory, position) throws(CompressionFault) in
      _ = UnsafeMutableBufferPointer(rebasing: memory[position...]).update(fromContentsOf: fitting)
      position += fitting.count
    }
    guard fitting.count == bytes.count else { throw .tooLarge(limit: limit) }
  }
}
