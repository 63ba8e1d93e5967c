/// Decodes symbols into memory that lasts for a while.
///
/// All that changes is in one value, so that it stays in registers.
struct LZMASymbols {
  private(set) var bits: RangeBits
  private(set) var history: LZMAHistory
  private(set) var position: Int
  private let contexts: UnsafeMutablePointer<UInt16>
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private let start: Int
  private let positionMask: Int
  private let literalMask: Int
  private let literalShift: Int

  /// The longest repetition, and what is copied beyond it.
  private static let slack = 273 + Repetition.overshoot

  init(
    _ bits: RangeBits, _ history: LZMAHistory, _ contexts: UnsafeMutablePointer<UInt16>,
    _ properties: LZMAProperties, memory: UnsafeMutableBufferPointer<UInt8>, start: Int,
    position: Int
  ) {
    (self.bits, self.history, self.position) = (bits, history, position)
    (self.contexts, self.memory, self.start) = (contexts, memory, start)
    positionMask = 1 << properties.positionBits - 1
    literalMask = 1 << properties.literalPositionBits - 1
    literalShift = properties.literalContextBits
  }

  /// Decodes until a marker, until `end`, or until the memory may not do for the next symbol.
  mutating func decode(
    to end: Int, dictionarySize: Int
  ) throws(CompressionFault) -> LZMADecoder.Stop {
    while position &+ Self.slack <= memory.count {
      guard position < end else { return .length }
      let place = (position &- start) & positionMask
      let context = history.state &* 16 &+ place
      if bits.bit(contexts + (LZMAContexts.isMatch &+ context)) == 0 {
        let literal = literal()
        guard !bits.isPastEnd else { throw .endsEarly }
        memory[position] = literal
        position &+= 1
        continue
      }
      let length = length(at: place)
      guard !bits.isPastEnd else { throw .endsEarly }
      let distance = history.distances.0
      if distance == 0xFFFF_FFFF { return .marker }
      guard distance < min(position &- start, dictionarySize) else { throw .badDistance }
      guard length <= end &- position else { throw .wrongLength }
      Repetition.copy(length, distance: distance &+ 1, to: position, in: memory)
      position &+= length
    }
    return .room
  }

  @inline(__always)
  private mutating func literal() -> UInt8 {
    let place = position &- start
    let before = place > 0 ? Int(memory[position &- 1]) : 0
    let context = (place & literalMask) &<< literalShift &+ before &>> (8 &- literalShift)
    let tree = contexts + (LZMAContexts.literals &+ 0x300 &* context)
    var symbol = 1
    if history.state >= 7, history.distances.0 < place {
      // What would have come, had the repetition gone on: its bits are contexts while they agree.
      var expected = Int(memory[position &- history.distances.0 &- 1])
      var mask = 0x100
      while symbol < 0x100 {
        expected &<<= 1
        let other = expected & mask
        let bit = bits.bit(tree + (mask &+ other &+ symbol))
        symbol = symbol &<< 1 | bit
        mask = bit == 1 ? other : mask & ~other
      }
    } else {
      while symbol < 0x100 { symbol = symbol &<< 1 | bits.bit(tree + symbol) }
    }
    let state = history.state
    history.state = state < 4 ? 0 : state < 10 ? state &- 3 : state &- 6
    return UInt8(truncatingIfNeeded: symbol)
  }

  /// The length of a repetition, whose distance is the latest of the history then.
  @inline(__always)
  private mutating func length(at place: Int) -> Int {
    let state = history.state
    guard bits.bit(contexts + (LZMAContexts.isRepeat &+ state)) == 1 else {
      history.state = state < 7 ? 7 : 10
      let length = length(LZMAContexts.matchLengths, at: place)
      let (first, second, third, _) = history.distances
      history.distances = (distance(length), first, second, third)
      return length
    }
    history.state = state < 7 ? 8 : 11
    guard bits.bit(contexts + (LZMAContexts.isOlder &+ state)) == 1 else {
      guard bits.bit(contexts + (LZMAContexts.isLong &+ state &* 16 &+ place)) == 1 else {
        history.state = state < 7 ? 9 : 11
        return 1
      }
      return length(LZMAContexts.repeatLengths, at: place)
    }
    takeOlderDistance(state)
    return length(LZMAContexts.repeatLengths, at: place)
  }

  @inline(__always)
  private mutating func takeOlderDistance(_ state: Int) {
    let (first, second, third, fourth) = history.distances
    if bits.bit(contexts + (LZMAContexts.isThirdOrFourth &+ state)) == 0 {
      history.distances = (second, first, third, fourth)
    } else if bits.bit(contexts + (LZMAContexts.isFourth &+ state)) == 0 {
      history.distances = (third, first, second, fourth)
    } else {
      history.distances = (fourth, first, second, third)
    }
  }

  private mutating func length(_ base: Int, at place: Int) -> Int {
    let base = contexts + base
    if bits.bit(base) == 0 {
      return 2 &+ bits.number(3, base + (LZMAContexts.shortLengths &+ place &* 8))
    }
    if bits.bit(base + 1) == 0 {
      return 10 &+ bits.number(3, base + (LZMAContexts.middleLengths &+ place &* 8))
    }
    return 18 &+ bits.number(8, base + LZMAContexts.longLengths)
  }

  /// The distance of a repetition of this length, less 1; all ones mark the end.
  private mutating func distance(_ length: Int) -> Int {
    let slot = bits.number(6, contexts + (LZMAContexts.slots &+ min(length &- 2, 3) &* 64))
    guard slot >= 4 else { return slot }
    let extra = slot &>> 1 &- 1
    let high = (2 | slot & 1) &<< extra
    guard slot >= 14 else {
      return high
        &+ bits.reversedNumber(extra, contexts + (LZMAContexts.distances &+ high &- slot))
    }
    let middle = bits.evenNumber(extra &- 4) &<< 4
    return high &+ middle &+ bits.reversedNumber(4, contexts + LZMAContexts.alignment)
  }
}
