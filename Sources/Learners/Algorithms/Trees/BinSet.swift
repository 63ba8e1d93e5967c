/// A set of bins, which are numbers in 0...255.
struct BinSet: Sendable, Hashable {
  private var bits = SIMD4<UInt64>.zero

  /// These bins, each in 0...255.
  init(_ bins: some Sequence<Int>) {
    for bin in bins { insert(bin) }
  }

  /// The bins from 0 through one.
  init(through last: Int) {
    for word in 0...last >> 6 { bits[word] = .max }
    bits[last >> 6] >>= UInt64(63 - last & 63)
  }

  /// Whether a bin is in the set.
  func contains(_ bin: Int) -> Bool { bits[bin >> 6] >> UInt64(bin & 63) & 1 == 1 }

  /// Does something with the bits of the bins, 64 in each of four words.
  func withUnsafeWords<Answer>(_ work: (UnsafeBufferPointer<UInt64>) -> Answer) -> Answer {
    withUnsafeBytes(of: bits) { $0.withMemoryRebound(to: UInt64.self, work) }
  }

  /// Puts a bin into the set.
  mutating func insert(_ bin: Int) { bits[bin >> 6] |= 1 << UInt64(bin & 63) }
}
