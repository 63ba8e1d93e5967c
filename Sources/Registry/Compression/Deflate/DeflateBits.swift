/// The bits of a deflate stream, the lowest of each byte first.
///
/// Past the last byte come zeros, which are counted: whoever uses bits asks ``isPastEnd`` before it
/// believes them.
struct DeflateBits {
  private let bytes: UnsafeRawBufferPointer
  private var next = 0
  /// The next bits, from the lowest on.
  private(set) var buffer: UInt64 = 0
  /// How many bits of `buffer` are counted as read from the bytes.
  private var count = 0
  /// How many zero bytes were made up.
  private var missing = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether bits were used that are not there.
  var isPastEnd: Bool { @inline(__always) get { missing > 0 && missing &* 8 > count } }

  /// How many bytes were begun.
  var byteOffset: Int { next + missing - count / 8 }

  /// Makes at least 56 bits ready.
  @inline(__always)
  mutating func refill() {
    guard next &+ 8 <= bytes.count else { return refillAtEnd() }
    let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
    // The bits above `count` may be there already: the same ones are put over them.
    buffer |= eight &<< UInt64(truncatingIfNeeded: count)
    next &+= (63 &- count) &>> 3
    count |= 56
  }

  private mutating func refillAtEnd() {
    while count < 56 {
      if next < bytes.count {
        buffer |= UInt64(bytes[next]) << UInt64(count)
        next += 1
      } else {
        missing += 1
      }
      count += 8
    }
  }

  /// Passes over at most as many bits as are ready.
  @inline(__always)
  mutating func drop(_ bits: Int) {
    buffer &>>= UInt64(truncatingIfNeeded: bits)
    count &-= bits
  }

  /// The next bits, of which at least as many are ready.
  @inline(__always)
  mutating func take(_ bits: Int) -> Int {
    defer { drop(bits) }
    return Int(truncatingIfNeeded: buffer & (1 &<< UInt64(truncatingIfNeeded: bits) &- 1))
  }

  /// A number in a header, of at most 16 bits.
  mutating func number(_ bits: Int) throws(CompressionFault) -> Int {
    refill()
    let number = take(bits)
    guard !isPastEnd else { throw .endsEarly }
    return number
  }

  /// As many whole bytes, after the bits that are left of a byte.
  mutating func run(_ length: Int) throws(CompressionFault) -> UnsafeRawBufferPointer {
    let start = byteOffset
    guard start <= bytes.count, length <= bytes.count - start else { throw .endsEarly }
    (next, buffer, count, missing) = (start + length, 0, 0, 0)
    return UnsafeRawBufferPointer(rebasing: bytes[start..<next])
  }
}
