extension RandomBits {
  /// How often something with this probability happens in so many tries.
  ///
  /// - Precondition: `probability` is in 0...1, `tries` not negative.
  /// - Complexity: O(1) expected.
  mutating func binomial(_ tries: Int, _ probability: Double) -> Int {
    guard probability <= 0.5 else { return tries - binomial(tries, 1 - probability) }
    guard tries > 0, probability > 0 else { return 0 }
    return Double(tries) * probability < 10
      ? counted(tries, probability) : transformed(tries, probability)
  }

  /// Adds up probabilities from 0 on until the drawn one is reached.
  private mutating func counted(_ tries: Int, _ probability: Double) -> Int {
    let odds = probability / (1 - probability)
    var rest = fraction()
    var term = SpecialFunctions.exp(Double(tries) * SpecialFunctions.log(1 - probability))
    var successes = 0
    while rest >= term, successes < tries {
      rest -= term
      successes += 1
      term *= odds * Double(tries - successes + 1) / Double(successes)
    }
    return successes
  }

  /// Source: Hörmann (1993), *The generation of binomial random variates*, Journal of Statistical
  /// Computation and Simulation 46, algorithm BTRS: transformed rejection with squeeze.
  private mutating func transformed(_ tries: Int, _ probability: Double) -> Int {
    let count = Double(tries)
    let deviation = (count * probability * (1 - probability)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let alpha = (2.83 + 5.1 / b) * deviation
    let mode = ((count + 1) * probability).rounded(.down)
    while true {
      let u = fraction() - 0.5
      let v = fraction()
      let fromEnd = 0.5 - u.magnitude
      let k = ((2 * a / fromEnd + b) * u + count * probability + 0.5).rounded(.down)
      guard k >= 0, k <= count else { continue }
      if fromEnd >= 0.07, v <= 0.92 - 4.2 / b { return Int(k) }
      let height = SpecialFunctions.log(v * alpha / (a / (fromEnd * fromEnd) + b))
      let logOdds = SpecialFunctions.log(probability / (1 - probability))
      let relative = Self.logTerm(mode, count) - Self.logTerm(k, count) + (k - mode) * logOdds
      if height <= relative { return Int(k) }
    }
  }

  /// log(k! (n − k)!)
  private static func logTerm(_ k: Double, _ count: Double) -> Double {
    SpecialFunctions.logGamma(k + 1) + SpecialFunctions.logGamma(count - k + 1)
  }
}
