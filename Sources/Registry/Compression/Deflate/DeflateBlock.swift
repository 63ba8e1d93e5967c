/// The codes of one block: of literals and lengths, and of distances.
struct DeflateBlock {
  private let symbols: PrefixTable
  private let distances: PrefixTable

  /// The codes that need not be sent. Source: RFC 1951, section 3.2.6.
  static let fixed = Result { () throws(CompressionFault) in
    let lengths = [(8, 144), (9, 112), (7, 24), (8, 8)].flatMap { length, count in
      repeatElement(UInt8(length), count: count)
    }
    return try DeflateBlock(lengths[...], [UInt8](repeating: 5, count: 32)[...])
  }

  private init(
    _ symbols: ArraySlice<UInt8>, _ distances: ArraySlice<UInt8>
  ) throws(CompressionFault) {
    self.symbols = try PrefixTable(
      lengths: symbols, width: 11, mayBeSingle: true, entry: Self.symbol)
    self.distances = try PrefixTable(
      lengths: distances, width: 8, mayBeSingle: true, entry: Self.distance)
  }

  // Source: RFC 1951, section 3.2.5.
  private static func symbol(_ symbol: Int) -> PrefixTable.Entry {
    switch symbol {
    case ..<256: return .init(.literal, value: symbol)
    case 256: return .init(.endOfBlock, value: 0)
    case 257..<265: return .init(.base, value: symbol - 254)
    case 265..<285:
      let extra = (symbol - 261) / 4
      return .init(.base, value: 3 + (4 + (symbol - 261) % 4) << extra, extraBits: extra)
    case 285: return .init(.base, value: 258)
    default: return .init(.nothing, value: 0)
    }
  }

  private static func distance(_ symbol: Int) -> PrefixTable.Entry {
    switch symbol {
    case ..<4: return .init(.base, value: symbol + 1)
    case ..<30:
      let extra = symbol / 2 - 1
      return .init(.base, value: 1 + (2 + symbol % 2) << extra, extraBits: extra)
    default: return .init(.nothing, value: 0)
    }
  }
}

extension DeflateBlock {
  /// The order in which the lengths of the codes of lengths are sent.
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// Reads the codes of a block that brings its own. Source: RFC 1951, section 3.2.7.
  init(header bits: inout DeflateBits) throws(CompressionFault) {
    let symbolCount = try bits.number(5) + 257
    let distanceCount = try bits.number(5) + 1
    let lengthCount = try bits.number(4) + 4
    guard symbolCount <= 286, distanceCount <= 30 else { throw .badHeader }
    var ofLengths = [UInt8](repeating: 0, count: 19)
    for symbol in Self.lengthOrder.prefix(lengthCount) {
      ofLengths[symbol] = UInt8(try bits.number(3))
    }
    let table = try PrefixTable(lengths: ofLengths, width: 7, mayBeSingle: false) { symbol in
      PrefixTable.Entry(.literal, value: symbol)
    }
    let lengths = try Self.lengths(symbolCount + distanceCount, of: table, &bits)
    // Without a code for its end a block has none.
    guard lengths[256] > 0 else { throw .badCode }
    try self.init(lengths[..<symbolCount], lengths[symbolCount...])
  }

  private static func lengths(
    _ count: Int, of table: PrefixTable, _ bits: inout DeflateBits
  ) throws(CompressionFault) -> [UInt8] {
    var lengths: [UInt8] = []
    while lengths.count < count {
      bits.refill()
      let entry = table.entries[Int(truncatingIfNeeded: bits.buffer & 127)]
      bits.drop(entry.length)
      var (length, times) = (UInt8(entry.value), 1)
      switch entry.value {
      case 16:
        guard let last = lengths.last else { throw .badCode }
        (length, times) = (last, 3 + bits.take(2))
      case 17: (length, times) = (0, 3 + bits.take(3))
      case 18: (length, times) = (0, 11 + bits.take(7))
      default: break
      }
      guard !bits.isPastEnd else { throw .endsEarly }
      lengths += repeatElement(length, count: times)
    }
    guard lengths.count == count else { throw .badCode }
    return lengths
  }
}

extension DeflateBlock {
  /// The room that is asked for at once.
  private static let room = 1 << 16
  /// The longest repetition, and what is copied beyond it.
  private static let slack = 258 + 8

  /// Decodes the block, whose distances may reach back to the output's byte `start`.
  func decode(
    _ bits: inout DeflateBits, into output: inout DecodedBytes, from start: Int
  ) throws(CompressionFault) {
    var isDone = false
    while !isDone {
      isDone = try output.write(room: Self.room) { (memory, position) throws(CompressionFault) in
        try decode(&bits, into: memory, at: &position, from: start)
      }
    }
  }

  /// Decodes until the block ends, or until the memory may not do for the next symbol.
  private func decode(
    _ bits: inout DeflateBits, into memory: UnsafeMutableBufferPointer<UInt8>,
    at position: inout Int, from start: Int
  ) throws(CompressionFault) -> Bool {
    try symbols.entries.withUnsafeBufferPointer { (symbols) throws(CompressionFault) in
      try distances.entries.withUnsafeBufferPointer { (distances) throws(CompressionFault) in
        // Copies that stay in registers.
        var local = bits
        var next = position
        defer { (bits, position) = (local, next) }
        while next &+ Self.slack <= memory.count {
          local.refill()
          let symbol = Self.look(&local, symbols, self.symbols.width)
          if symbol.isA(.literal) {
            guard !local.isPastEnd else { throw .endsEarly }
            memory[next] = UInt8(truncatingIfNeeded: symbol.value)
            next &+= 1
            continue
          }
          guard symbol.isA(.base) else {
            guard !local.isPastEnd else { throw .endsEarly }
            guard symbol.isA(.endOfBlock) else { throw .badCode }
            return true
          }
          let length = symbol.value &+ local.take(symbol.extraBits)
          let base = Self.look(&local, distances, self.distances.width)
          let distance = base.value &+ local.take(base.extraBits)
          guard !local.isPastEnd else { throw .endsEarly }
          guard base.isA(.base) else { throw .badCode }
          guard distance <= next &- start else { throw .badDistance }
          Repetition.copy(length, distance: distance, to: next, in: memory)
          next &+= length
        }
        return false
      }
    }
  }

  @inline(__always)
  private static func look(
    _ bits: inout DeflateBits, _ table: UnsafeBufferPointer<PrefixTable.Entry>, _ width: Int
  ) -> PrefixTable.Entry {
    var entry = table[Int(truncatingIfNeeded: bits.buffer) & (1 &<< width &- 1)]
    if entry.isA(.secondTable) {
      bits.drop(entry.length)
      let mask = 1 &<< entry.extraBits &- 1
      entry = table[entry.value &+ Int(truncatingIfNeeded: bits.buffer) & mask]
    }
    bits.drop(entry.length)
    return entry
  }
}
