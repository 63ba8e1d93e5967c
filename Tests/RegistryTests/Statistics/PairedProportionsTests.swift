import Testing

@testable import Registry

@Suite struct `Paired proportions` {
  private func made(_ counts: [Int]) throws -> PairedProportions {
    try PairedProportions(
      both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
  }

  @Test func `are tested as SciPy's binomial test does`() throws {
    for example in GateStatisticsFixture.stored.mcnemar {
      let found = try made(example.counts).comparison()
      let pValue = try #require(found.pValue)
      #expect(isClose(pValue, example.pValue, relative: 1e-9), "\(example.counts): \(pValue)")
      #expect(isClose(found.standardError, example.standardError))
      #expect(isClose(found.difference.lower, example.lower), "\(example.counts)")
      #expect(isClose(found.difference.upper, example.upper), "\(example.counts)")
    }
  }

  /// Agresti (1990): approval fell from 944 of 1600 to 880, a difference of 0.04 with a standard
  /// error of 0.0095.
  @Test func `are those of Agresti's example`() throws {
    let found = try made([794, 150, 86, 570]).comparison()
    #expect(found.first == 944.0 / 1600)
    #expect(found.second == 880.0 / 1600)
    #expect(found.difference.estimate == -0.04)
    #expect(found.standardError.rounded(toPlaces: 4) == "0.0095")
    #expect(found.rows == 1600)
  }

  @Test func `have the interval that Fagerland, Lydersen and Laake print`() throws {
    for example in GateStatisticsFixture.stored.newcombePaired {
      let found = try made(example.arguments[0]).comparison()
      #expect(example.agrees(with: found.difference), "\(found)")
    }
  }

  @Test func `that never differ have no difference, and an interval all the same`() throws {
    let found = try made([30, 0, 0, 10]).comparison()
    #expect(found.pValue == 1)
    #expect(found.difference.estimate == 0)
    #expect(found.difference.lower < 0 && found.difference.upper > 0)
    #expect(found.smallestDetectableDifference == nil)
  }

  @Test func `are tested in time that does not grow with the rows`() throws {
    // Equal counts, of a billion differing rows.
    #expect(try made([0, 500_000_000, 500_000_000, 0]).mcNemarPValue == 1)
    let nearly = try made([0, 500_000_000, 500_050_000, 0]).mcNemarPValue
    // The normal approximation, z = 50,000 / √1,000,050,000, with half a row for continuity.
    let z = 49_999 / 1_000_050_000.0.squareRoot()
    #expect(isClose(nearly, NormalDistribution.twoSided(z), relative: 1e-4))
  }

  @Test func `are not made of impossible counts`() {
    #expect(throws: EvidenceProblem.noRows) { try made([0, 0, 0, 0]) }
    #expect(throws: EvidenceProblem.impossibleCounts) { try made([1, -1, 0, 0]) }
    #expect(throws: EvidenceProblem.impossibleCounts) { try made([1, .max, .max, 0]) }
  }
}
