/// The exact test whether a coin is even.
enum BinomialTest {
  /// The probability of at most `fewer` of one side in `count` throws, doubled and at most 1.
  ///
  /// - Precondition: `fewer` is at most half of `count`, and neither is negative.
  static func evenTwoSided(_ fewer: Int, of count: Int) -> Double {
    guard 2 * fewer < count else { return 1 }
    let (fewest, throwsMade) = (Double(fewer), Double(count))
    var term = SpecialFunctions.exp(
      SpecialFunctions.logGamma(throwsMade + 1) - SpecialFunctions.logGamma(fewest + 1)
        - SpecialFunctions.logGamma(throwsMade - fewest + 1)
        - throwsMade * SpecialFunctions.log(2))
    var sum = term
    // From the largest term down, until nothing is added any more.
    var successes = fewest
    while successes > 0, term > sum * .ulpOfOne {
      term *= successes / (throwsMade - successes + 1)
      successes -= 1
      sum += term
    }
    return min(1, 2 * sum)
  }
}
