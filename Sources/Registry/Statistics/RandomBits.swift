/// A sequence of random bits that a seed determines, the same on every machine.
///
/// xoshiro256**, its state filled by SplitMix64. Not for secrets.
///
/// Source: Blackman and Vigna (2021), *Scrambled linear pseudorandom number generators*, ACM
/// Transactions on Mathematical Software 47(4); code at prng.di.unimi.it.
package struct RandomBits: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// The sequence of this seed; any number is a good seed.
  package init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// - Precondition: one number at least is not 0.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, by: 45)
    return result
  }

  private static func rotated(_ value: UInt64, by count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }

  package static func == (left: Self, right: Self) -> Bool { left.state == right.state }
}

extension RandomBits {
  /// A number in 0..<bound, each equally likely.
  ///
  /// Its own, because the standard library promises no sequence.
  ///
  /// - Precondition: `bound` is positive.
  /// - Complexity: O(1) expected.
  ///
  /// Source: Lemire (2019), *Fast random integer generation in an interval*, ACM Transactions on
  /// Modeling and Computer Simulation 29(1).
  package mutating func number(below bound: Int) -> Int {
    precondition(bound > 0, "there is no number below \(bound)")
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// A number from 0 up to, but not, 1: one of the 2⁵³ multiples of 2⁻⁵³, each equally likely.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
