import Testing

@testable import Registry

@Suite struct `A paired bootstrap` {
  /// NumPy drew 20,000 times. An end of 2,000 draws is off by 0.06 standard errors in the mean, so
  /// a fourth of one is four of those.
  @Test(arguments: GateStatisticsFixture.stored.paired)
  func `finds the spread that NumPy finds by drawing rows`(
    dataset: GateStatisticsFixture.Dataset
  ) throws {
    #expect(dataset.bootstrap.count == 8)
    for (name, expected) in dataset.bootstrap {
      let metric = try #require(EvaluationMetric(rawValue: name))
      let found = try PairedBootstrap().comparison(
        of: dataset.pairs(), by: metric, thresholds: dataset.bothThresholds())
      let slack = expected.standardError / 4
      #expect(abs(found.difference.lower - expected.lower) < slack, "\(name): \(found)")
      #expect(abs(found.difference.upper - expected.upper) < slack, "\(name): \(found)")
      #expect(isClose(found.standardError, expected.standardError, relative: 0.08), "\(name)")
      #expect(isClose(found.first, try #require(dataset.metricsOfFirst[name])))
      #expect(isClose(found.second, try #require(dataset.metricsOfSecond[name])))
    }
  }

  @Test(arguments: [EvaluationMetric.averagePrecision, .f2, .logLoss])
  func `draws the same for the same seed only`(metric: EvaluationMetric) throws {
    let dataset = GateStatisticsFixture.stored.paired[1]
    let intervals = try [1, 1, 2].map { seed in
      try PairedBootstrap(seed: seed, resamples: 200).comparison(
        of: dataset.pairs(), by: metric, thresholds: dataset.bothThresholds()
      ).difference
    }
    #expect(intervals[0] == intervals[1])
    #expect(intervals[0] != intervals[2])
  }

  @Test(arguments: EvaluationMetric.allCases)
  func `of a model with itself is 0`(metric: EvaluationMetric) throws {
    let dataset = GateStatisticsFixture.stored.paired[0]
    let pairs = try PairedPredictions(
      labels: dataset.labels.map { $0 == 1 }, first: dataset.first, second: dataset.first)
    let found = try PairedBootstrap(resamples: 50).comparison(
      of: pairs, by: metric, thresholds: .init(first: 0.5, second: 0.5))
    #expect(found.difference.lower == 0)
    #expect(found.difference.upper == 0)
    #expect(found.smallestDetectableDifference == nil)
  }

  /// By hand: the first model never predicts positive, so its precision is 0 in every draw. A second
  /// that is always right makes all draws alike; one that is wrong once in eleven does not.
  @Test func `takes a precision of nothing for 0`() throws {
    let labels = (0..<20).map { $0 < 10 }
    let pairs = try PairedPredictions(
      labels: labels, first: labels.map { _ in 0 }, second: labels.map { $0 ? 1 : 0 })
    #expect(throws: EvidenceProblem.noSpread) {
      try PairedBootstrap(resamples: 50).comparison(
        of: pairs, by: .precision, thresholds: .init(first: 0.5, second: 0.5))
    }
    let second = labels.indices.map { $0 < 11 ? 1.0 : 0 }
    let found = try PairedBootstrap(resamples: 50).comparison(
      of: PairedPredictions(labels: labels, first: labels.map { _ in 0 }, second: second),
      by: .precision, thresholds: .init(first: 0.5, second: 0.5))
    #expect(found.first == 0)
    #expect(found.difference.estimate == 10.0 / 11)
    #expect(found.difference.upper <= 1)
  }

  /// Nine rows of a label are too few, ten are enough.
  @Test func `needs ten rows of each label that there is`() throws {
    for (positives, isEnough) in [(1, false), (9, false), (10, true), (31, false)] {
      let labels = (0..<40).map { $0 < positives }
      let pairs = try PairedPredictions(
        labels: labels, first: labels.indices.map { Double($0 % 4) / 4 },
        second: labels.indices.map { Double($0 % 3) / 3 })
      let thresholds = try PairedPredictions.Thresholds(first: 0.5, second: 0.5)
      let isTaken =
        (try? PairedBootstrap(resamples: 20).comparison(
          of: pairs, by: .brierScore, thresholds: thresholds)) != nil
      #expect(isTaken == isEnough, "\(positives)")
    }
  }

  @Test func `needs both labels where the metric does`() throws {
    let labels = (0..<10).map { _ in true }
    let pairs = try PairedPredictions(
      labels: labels, first: labels.indices.map { Double($0 % 2) }, second: labels.map { _ in 1 })
    let thresholds = try PairedPredictions.Thresholds(first: 0.5, second: 0.5)
    #expect(throws: EvidenceProblem.oneLabelOnly(isPositive: true)) {
      try PairedBootstrap().comparison(of: pairs, by: .balancedAccuracy, thresholds: thresholds)
    }
    let found = try PairedBootstrap().comparison(of: pairs, by: .logLoss, thresholds: thresholds)
    #expect(found.difference.estimate < 0)
  }
}

@Suite struct `A drawn binomial count` {
  /// Small expectations are counted up, larger ones drawn by rejection, high ones mirrored.
  @Test(arguments: [(20, 0.1), (1000, 0.003), (40, 0.4), (3000, 0.2), (500, 0.97), (25, 0.5)])
  func `is as frequent as the binomial distribution says`(tries: Int, probability: Double) {
    var bits = RandomBits(seed: 11)
    let draws = 40_000
    var counts = [Int](repeating: 0, count: tries + 1)
    for _ in 0..<draws { counts[bits.binomial(tries, probability)] += 1 }
    var (squares, cells) = (0.0, 0)
    for (successes, count) in counts.enumerated() {
      let expected = Double(draws) * mass(successes, tries, probability)
      guard expected >= 20 else { continue }
      squares += (Double(count) - expected) * (Double(count) - expected) / expected
      cells += 1
    }
    // χ² has mean and half its variance equal to its degrees of freedom: five deviations.
    #expect(squares < Double(cells) + 5 * (2 * Double(cells)).squareRoot())
  }

  @Test func `is certain at the ends`() {
    var bits = RandomBits(seed: 12)
    #expect(bits.binomial(9, 0) == 0)
    #expect(bits.binomial(9, 1) == 9)
    #expect(bits.binomial(0, 0.5) == 0)
  }

  private func mass(_ successes: Int, _ tries: Int, _ probability: Double) -> Double {
    let (k, n) = (Double(successes), Double(tries))
    return SpecialFunctions.exp(
      SpecialFunctions.logGamma(n + 1) - SpecialFunctions.logGamma(k + 1)
        - SpecialFunctions.logGamma(n - k + 1) + k * SpecialFunctions.log(probability)
        + (n - k) * SpecialFunctions.log(1 - probability))
  }
}
