internal import Registry

/// A sequence of random bits that a seed determines, the same on every machine.
///
/// xoshiro256**, its state filled by SplitMix64. Not for secrets.
///
/// Source: Blackman and Vigna (2021), *Scrambled linear pseudorandom number generators*, ACM
/// Transactions on Mathematical Software 47(4); code at prng.di.unimi.it.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var bits: RandomBits

  /// The sequence of this seed; any number is a good seed.
  public init(seed: UInt64) { bits = RandomBits(seed: seed) }

  /// The next 64 bits.
  public mutating func next() -> UInt64 { bits.next() }

  /// A number in 0..<bound, each equally likely.
  ///
  /// Its own, because the standard library promises no sequence.
  ///
  /// - Precondition: `bound` is positive.
  /// - Complexity: O(1) expected.
  ///
  /// Source: Lemire (2019), *Fast random integer generation in an interval*, ACM Transactions on
  /// Modeling and Computer Simulation 29(1).
  public mutating func number(below bound: Int) -> Int { bits.number(below: bound) }

  /// A number from 0 up to, but not, 1: one of the 2⁵³ multiples of 2⁻⁵³, each equally likely.
  mutating func fraction() -> Double { bits.fraction() }

  /// Puts the elements into an order in which each order is equally likely.
  ///
  /// - Complexity: O(*n*), where *n* is the number of elements.
  ///
  /// Source: Fisher and Yates, as Knuth (1997), *The Art of Computer Programming*, volume 2,
  /// 3rd edition, algorithm 3.4.2P has it.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in elements.indices.dropFirst().reversed() {
      elements.swapAt(last, number(below: last + 1))
    }
  }
}
