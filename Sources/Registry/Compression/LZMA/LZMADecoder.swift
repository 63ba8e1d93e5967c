/// What LZMA remembers from one symbol to the next.
///
/// Source: *LZMA specification*, of the LZMA SDK 9.35.
struct LZMADecoder {
  let properties: LZMAProperties
  /// How far back a repetition may reach.
  let dictionarySize: Int
  private var probabilities: [UInt16]
  private var history = LZMAHistory()

  init(_ properties: LZMAProperties, dictionarySize: Int) {
    self.properties = properties
    self.dictionarySize = dictionarySize
    probabilities = [UInt16](
      repeating: LZMAContexts.even, count: LZMAContexts.count(properties))
  }

  enum Stop { case room, length, marker }

  /// The room that is asked for at once.
  private static let room = 1 << 16

  /// Decodes symbols.
  ///
  /// - Parameters:
  ///   - bits: Read from.
  ///   - output: Written to.
  ///   - start: The byte of the output that repetitions may reach back to.
  ///   - end: The length of the output at which to stop; `nil` to stop at a marker alone.
  /// - Returns: Whether a marker was seen.
  /// - Throws: ``CompressionFault``, also for a repetition that reaches beyond `end`.
  mutating func decode(
    _ bits: inout RangeBits, into output: inout DecodedBytes, from start: Int, to end: Int?
  ) throws(CompressionFault) -> Bool {
    while true {
      let stop = try output.write(room: Self.room) { (memory, position) throws(CompressionFault) in
        try decode(&bits, into: memory, at: &position, from: start, to: end ?? .max)
      }
      if stop != .room { return stop == .marker }
    }
  }

  private mutating func decode(
    _ bits: inout RangeBits, into memory: UnsafeMutableBufferPointer<UInt8>,
    at position: inout Int, from start: Int, to end: Int
  ) throws(CompressionFault) -> Stop {
    let (properties, size) = (properties, dictionarySize)
    var history = history
    defer { self.history = history }
    return try probabilities.withUnsafeMutableBufferPointer {
      (probabilities) throws(CompressionFault) in
      guard let contexts = probabilities.baseAddress else { return .length }
      var symbols = LZMASymbols(
        bits, history, contexts, properties, memory: memory, start: start, position: position)
      defer { (bits, history, position) = (symbols.bits, symbols.history, symbols.position) }
      return try symbols.decode(to: end, dictionarySize: size)
    }
  }
}

/// What the last symbols were.
struct LZMAHistory {
  /// 0 to 6 after a literal, 7 to 11 after a repetition.
  var state = 0
  /// The last four distances, less 1; the latest first.
  var distances: (Int, Int, Int, Int) = (0, 0, 0, 0)
}
