/// The bits of a bzip2 stream, the highest of each byte first.
///
/// Past the last byte come zeros, which are counted: whoever uses bits asks ``isPastEnd`` before it
/// believes them.
struct Bzip2Bits {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0
  /// The next bits, from the highest on.
  private var buffer: UInt64 = 0
  private var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether bits were used that are not there.
  var isPastEnd: Bool { @inline(__always) get { next &- count &>> 3 > bytes.count } }
  /// How many bytes were begun.
  var byteOffset: Int { next - count >> 3 }

  /// Makes at least 32 bits ready.
  @inline(__always)
  private mutating func refill() {
    while count < 32 {
      let byte = next < bytes.count ? UInt64(bytes[next]) : 0
      buffer |= byte &<< UInt64(truncatingIfNeeded: 56 &- count)
      next &+= 1
      count &+= 8
    }
  }

  /// The next bits, at most 32, which are not passed over.
  @inline(__always)
  mutating func peek(_ bits: Int) -> Int {
    refill()
    return Int(truncatingIfNeeded: buffer &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  /// Passes over at most as many bits as were looked at.
  @inline(__always)
  mutating func drop(_ bits: Int) {
    buffer &<<= UInt64(truncatingIfNeeded: bits)
    count &-= bits
  }

  /// A number in a header, of at most 32 bits.
  mutating func number(_ bits: Int) throws(CompressionFault) -> Int {
    let number = peek(bits)
    drop(bits)
    guard !isPastEnd else { throw .endsEarly }
    return number
  }
}
