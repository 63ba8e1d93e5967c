import Testing

@testable import Learners

@Suite struct `A sigmoid calibration` {
  @Test(arguments: EvaluationFixture.stored.sigmoid)
  func `is what scikit-learn fits`(fixture: EvaluationFixture.Sigmoid) throws {
    let found = try ProbabilityCalibration(
      fitting: .sigmoid, scores: fixture.scores, labels: fixture.labels, weights: fixture.weights)
    guard case .sigmoid(let slope, let intercept) = found else {
      Issue.record("another kind of calibration")
      return
    }
    // L-BFGS stops a little before the best curve.
    #expect(agree([slope, intercept], [fixture.slope, fixture.intercept], relative: 1e-4))
  }

  /// By hand: 1 / (1 + e⁻⁰) and the curve's value three log-odds up.
  @Test func `is a logistic curve of the score`() {
    let calibration = ProbabilityCalibration.sigmoid(slope: 2, intercept: -1)
    #expect(calibration.probability(ofScore: 0.5) == 0.5)
    #expect(
      agree([calibration.probability(ofScore: 2)], [0.9525741268224334], relative: 1e-15))
  }

  /// By hand: targets of (1 + 1) / (1 + 2) and 1 / (3 + 2) for one positive and three others.
  @Test(
    arguments: [
      [0.5, 0.5, 0.5, 0.5], [1, 2, 3, -4], [0, 0, 0, .leastNonzeroMagnitude],
      [0, 0, 0, 8 * Double.leastNonzeroMagnitude],
    ])
  func `is flat where scores are no guide to the labels`(scores: [Double]) throws {
    let calibration = try #require(
      try ProbabilityCalibration(fitting: .sigmoid, scores: scores, labels: [0, 0, 0, 1]))
    for score in scores {
      let found = calibration.probability(ofScore: score)
      #expect(agree([found], [(3.0 / 5 + 2.0 / 3) / 4], relative: 1e-14))
    }
  }

  @Test func `does not depend on the unit of the scores`() throws {
    let fixture = EvaluationFixture.stored.sigmoid[0]
    let plain = try #require(
      try ProbabilityCalibration(
        fitting: .sigmoid, scores: fixture.scores, labels: fixture.labels))
    let large = try #require(
      try ProbabilityCalibration(
        fitting: .sigmoid, scores: fixture.scores.map { 1e100 * $0 }, labels: fixture.labels))
    for score in fixture.scores {
      let found = large.probability(ofScore: 1e100 * score)
      #expect(agree([found], [plain.probability(ofScore: score)], relative: 1e-9))
    }
  }
}

@Suite struct `An isotonic calibration` {
  @Test(arguments: EvaluationFixture.stored.isotonic)
  func `is what scikit-learn fits`(fixture: EvaluationFixture.Isotonic) throws {
    let found = try #require(
      try ProbabilityCalibration(
        fitting: .isotonic, scores: fixture.scores, labels: fixture.labels,
        weights: fixture.weights))
    guard case .isotonic(let scores, let probabilities) = found else {
      Issue.record("another kind of calibration")
      return
    }
    #expect(scores == fixture.thresholds)
    #expect(agree(probabilities, fixture.values, relative: 1e-14))
    let answers = fixture.queries.map { found.probability(ofScore: $0) }
    #expect(agree(answers, fixture.answers, relative: 1e-12))
  }

  /// By hand: 1, 0 | 0, 1 falls once, so that the first two are pooled, and the third with them.
  @Test func `pools what falls`() throws {
    let found = try ProbabilityCalibration(
      fitting: .isotonic, scores: [4, 1, 3, 2], labels: [1, 1, 0, 0])
    #expect(
      found == .isotonic(scores: [1, 3, 4], probabilities: [1.0 / 3, 1.0 / 3, 1]))
  }

  @Test func `is one point where all scores are equal`() throws {
    let found = try ProbabilityCalibration(
      fitting: .isotonic, scores: [2, 2, 2, 2], labels: [1, 0, 0, 0])
    #expect(found == .isotonic(scores: [2], probabilities: [0.25]))
    #expect([1, 2, 3].map { found?.probability(ofScore: $0) } == [0.25, 0.25, 0.25])
  }
}

@Suite struct `Every calibration` {
  @Test(arguments: [CalibrationMethod.sigmoid, .isotonic])
  func `never falls where the score rises`(method: CalibrationMethod) throws {
    var draws = SeededDraws(seed: 8)
    let scores = (0..<300).map { _ in 3 * draws.nextNumber() }
    let labels = scores.map { $0 + 2 * draws.nextNumber() > 0 ? 1 : 0 }
    let calibration = try #require(
      try ProbabilityCalibration(fitting: method, scores: scores, labels: labels))
    let rising = stride(from: -4.0, to: 4, by: 0.01).map { calibration.probability(ofScore: $0) }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(rising.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: [CalibrationMethod.sigmoid, .isotonic])
  func `takes a weight for so many rows`(method: CalibrationMethod) throws {
    let (scores, labels) = ([0.1, 0.2, 0.2, 0.4, 0.5, 0.6], [0, 1, 0, 0, 1, 1])
    let weighted = try #require(
      try ProbabilityCalibration(
        fitting: method, scores: scores, labels: labels, weights: [1, 2, 1, 1, 3, 0]))
    let repeated = try #require(
      try ProbabilityCalibration(
        fitting: method, scores: [0.1, 0.2, 0.2, 0.2, 0.4, 0.5, 0.5, 0.5],
        labels: [0, 1, 1, 0, 0, 1, 1, 1]))
    for score in scores {
      let expected = repeated.probability(ofScore: score)
      #expect(
        agree([weighted.probability(ofScore: score)], [expected], relative: 1e-6))
    }
  }

  @Test(
    arguments: [
      ([], [], nil, LearnerError.noRows),
      ([1, 2], [0], nil, .lengthsDiffer(what: "labels", expected: 2, found: 1)),
      ([1, 2], [0, 2], nil, .labelNotBinary(2, row: 2)),
      ([1, 2], [1, 1], nil, .oneLabelOnly("1")),
      ([1, 2], [0, 1], [1, 0], .oneLabelOnly("0")),
      ([1, .infinity], [0, 1], nil, .scoreNotFinite(row: 2)),
      ([1, 2], [0, 1], [1, -1], .weightOutOfRange(row: 2)),
    ] as [([Double], [Int], [Double]?, LearnerError)])
  func `refuses`(scores: [Double], labels: [Int], weights: [Double]?, expected: LearnerError) {
    for method in [CalibrationMethod.sigmoid, .isotonic] {
      #expect(throws: expected) {
        try ProbabilityCalibration(
          fitting: method, scores: scores, labels: labels, weights: weights)
      }
    }
  }
}
