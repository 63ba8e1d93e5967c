/// Random numbers that are the same for the same seed, on every machine and with every release of
/// the toolchain: what a seed means is part of this library's promises.
///
/// xoshiro256**, its state filled by SplitMix64.
///
/// Source: D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM TOMS 47(4),
/// 2021; reference code at https://prng.di.unimi.it
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator whose numbers follow from the seed.
  public init(seed: UInt64) {
    var filler = seed
    func fill() -> UInt64 {
      filler &+= 0x9e37_79b9_7f4a_7c15
      var word = filler
      word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
      word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
      return word ^ (word >> 31)
    }
    state = (fill(), fill(), fill(), fill())
  }

  public mutating func next() -> UInt64 {
    let scrambled = state.1 &* 5
    let result = (scrambled << 7 | scrambled >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// A whole number below `bound`, each as likely as the others.
  ///
  /// Source: D. Lemire, *Fast random integer generation in an interval*, ACM TOMACS 29(1), 2019.
  ///
  /// - Precondition: `bound` is above 0.
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "nothing is below 0")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Puts `values` into an order of which each is as likely as the others (Fisher and Yates).
  ///
  /// Not the standard library's `shuffled`, whose use of the numbers may change between releases.
  public mutating func shuffle<Element>(_ values: inout [Element]) {
    guard values.count > 1 else { return }
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, next(below: last + 1))
    }
  }
}
