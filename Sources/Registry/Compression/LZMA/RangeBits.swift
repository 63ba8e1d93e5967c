/// The bits of a range coder, each with a probability that learns from it.
///
/// Past the last byte come zeros; whoever uses bits asks ``isPastEnd`` before it believes them.
///
/// Source: *LZMA specification*, of the LZMA SDK 9.35, section "Range Decoder".
struct RangeBits {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var range = UInt32.max
  private var code: UInt32 = 0

  /// - Throws: ``CompressionFault/endsEarly``, or ``CompressionFault/badHeader`` where the first
  ///   byte is not zero.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(CompressionFault) {
    self.bytes = bytes
    guard bytes.count >= 5 else { throw .endsEarly }
    guard bytes[0] == 0 else { throw .badHeader }
    for _ in 0..<5 { code = code << 8 | UInt32(nextByte()) }
    guard code < range else { throw .badHeader }
  }

  /// How many bytes were asked for.
  var byteOffset: Int { next }
  /// Whether bytes were asked for that are not there.
  var isPastEnd: Bool { @inline(__always) get { next > bytes.count } }

  @inline(__always)
  private mutating func nextByte() -> UInt8 {
    defer { next &+= 1 }
    return next < bytes.count ? bytes[next] : 0
  }

  @inline(__always)
  private mutating func refill() {
    guard range < 1 << 24 else { return }
    range &<<= 8
    code = code &<< 8 | UInt32(nextByte())
  }

  /// Whether nothing is left over where the encoder stopped.
  mutating func isFinished() -> Bool {
    refill()
    return code == 0
  }

  /// One bit in a context, 0 or 1.
  @inline(__always)
  mutating func bit(_ probability: UnsafeMutablePointer<UInt16>) -> Int {
    refill()
    let chance = UInt32(probability.pointee)
    let bound = (range &>> 11) &* chance
    if code < bound {
      range = bound
      probability.pointee = UInt16(truncatingIfNeeded: chance &+ (2048 &- chance) &>> 5)
      return 0
    }
    range &-= bound
    code &-= bound
    probability.pointee = UInt16(truncatingIfNeeded: chance &- chance &>> 5)
    return 1
  }

  /// A number of so many bits, the highest first, each in the context of those before it.
  @inline(__always)
  mutating func number(_ bits: Int, _ contexts: UnsafeMutablePointer<UInt16>) -> Int {
    var tree = 1
    for _ in 0..<bits { tree = tree &<< 1 | bit(contexts + tree) }
    return tree &- 1 &<< bits
  }

  /// The same with the lowest bit first.
  @inline(__always)
  mutating func reversedNumber(_ bits: Int, _ contexts: UnsafeMutablePointer<UInt16>) -> Int {
    var tree = 1
    var number = 0
    for index in 0..<bits {
      let bit = bit(contexts + tree)
      tree = tree &<< 1 | bit
      number |= bit &<< index
    }
    return number
  }

  /// A number of so many bits, the highest first, each as likely 0 as 1.
  @inline(__always)
  mutating func evenNumber(_ bits: Int) -> Int {
    var number = 0
    for _ in 0..<bits {
      refill()
      range &>>= 1
      let isOne = code >= range
      if isOne { code &-= range }
      number = number &<< 1 | (isOne ? 1 : 0)
    }
    return number
  }
}
