import Testing

@testable import Registry

@Suite struct `The normal distribution` {
  @Test func `has SciPy's quantiles`() {
    for pair in GateStatisticsFixture.stored.normalQuantiles {
      let found = NormalDistribution.quantile(pair[0])
      #expect(isClose(found, pair[1], relative: 1e-14), "\(pair[0]): \(found), not \(pair[1])")
    }
  }

  @Test func `has SciPy's probabilities, far out in the tails, too`() {
    // Above 0 what is left of 1 has lost its digits.
    for pair in GateStatisticsFixture.stored.normalCumulative where pair[0] <= 0 {
      for x in [pair[0], -pair[0]] {
        let found = NormalDistribution.twoSided(x)
        #expect(isClose(found, 2 * pair[1], relative: 1e-12), "\(x): \(found), not \(2 * pair[1])")
      }
    }
  }

  @Test func `reaches to infinity`() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }
}

@Suite struct `A confidence level` {
  @Test(arguments: [0, 1, -0.5, 95, .nan])
  func `is above 0 and below 1`(value: Double) { #expect(ConfidenceLevel(value) == nil) }

  /// Two-sided, from the usual tables.
  @Test func `says how far an interval reaches`() throws {
    #expect(ConfidenceLevel.usual.standardErrors.rounded(toPlaces: 4) == "1.9600")
    #expect(try #require(ConfidenceLevel(0.9)).standardErrors.rounded(toPlaces: 4) == "1.6449")
    #expect(try #require(ConfidenceLevel(0.99)).standardErrors.rounded(toPlaces: 4) == "2.5758")
  }
}
