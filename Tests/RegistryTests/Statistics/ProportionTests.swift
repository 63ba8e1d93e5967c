import Testing

@testable import Registry

@Suite struct `A proportion` {
  @Test func `has Wilson's interval, as SciPy computes it and Newcombe prints it`() throws {
    for example in GateStatisticsFixture.stored.wilson {
      let found = try Proportion(example.arguments[0], of: example.arguments[1]).interval()
      #expect(example.agrees(with: found), "\(example.arguments): \(found)")
      #expect(found.method == .wilson)
    }
  }

  @Test func `of different rows is compared as Newcombe's table has it`() throws {
    for example in GateStatisticsFixture.stored.newcombe {
      let shares = try example.arguments.map { pair in try Proportion(pair[0], of: pair[1]) }
      let found = Proportion.comparison(shares[0], shares[1])
      #expect(example.agrees(with: found.difference), "\(example.arguments): \(found)")
      #expect(found.difference.estimate == shares[1].share - shares[0].share)
      #expect(found.rows == min(shares[0].count, shares[1].count))
    }
  }

  /// By hand: 0.5 · 0.5 / 100 twice is 0.005, whose root is 0.0707.
  @Test func `of different rows has the standard error of both`() throws {
    let half = try Proportion(50, of: 100)
    let found = Proportion.comparison(half, half)
    #expect(isClose(found.standardError, 0.005.squareRoot()))
    #expect(found.pValue == nil)
  }

  @Test func `is found behind a share that a file rounded`() throws {
    #expect(try Proportion(share: 0.408, of: 120) == Proportion(49, of: 120))
    #expect(try Proportion(share: 1, of: 7).interval().upper == 1)
    #expect(try Proportion(share: 0, of: 7).interval().lower == 0)
  }

  @Test func `is not made of impossible counts`() {
    #expect(throws: EvidenceProblem.noRows) { try Proportion(0, of: 0) }
    for (successes, count) in [(-1, 5), (6, 5), (0, -1), (1, .max)] {
      #expect(throws: EvidenceProblem.impossibleCounts) { try Proportion(successes, of: count) }
    }
    for share in [-0.1, 1.1, .nan, .infinity] {
      #expect(throws: EvidenceProblem.impossibleCounts) { try Proportion(share: share, of: 10) }
    }
  }
}
