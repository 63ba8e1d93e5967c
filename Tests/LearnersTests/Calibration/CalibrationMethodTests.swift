import Foundation
import Testing

@testable import Learners

@Suite struct `A calibration method` {
  /// 40 rows each of nine probabilities, which are exactly the shares of positives: no calibration has
  /// a smaller log-loss.
  private let sample: (scores: [Double], labels: [Int]) = {
    let rows = (1...9).flatMap { tenths in (0..<40).map { (tenths, $0 < 4 * tenths ? 1 : 0) } }
    return (rows.map { log(Double($0.0) / Double(10 - $0.0)) }, rows.map(\.1))
  }()

  private func fit(
    _ method: CalibrationMethod, steepness: Double = 1, seed: UInt64 = 7
  ) throws -> FittedCalibration {
    try method.fit(
      scores: sample.scores,
      probabilities: sample.scores.map { probability(ofLogOdds: steepness * $0) },
      labels: sample.labels, seed: seed)
  }

  @Test func `of none keeps what the model says`() throws {
    let fitted = try fit(.none)
    #expect(fitted.method == .none && fitted.calibration == nil)
    let own = sample.scores.map { Double(Float(probability(ofLogOdds: $0))) }
    #expect(fitted.probabilities == own)
  }

  @Test(arguments: [CalibrationMethod.sigmoid, .isotonic])
  func `fits on all rows what it exports`(method: CalibrationMethod) throws {
    let fitted = try fit(method)
    #expect(fitted.method == method)
    let all = try ProbabilityCalibration(
      fitting: method, scores: sample.scores, labels: sample.labels)
    #expect(fitted.calibration == all)
  }

  @Test(arguments: [CalibrationMethod.sigmoid, .isotonic])
  func `judges each row by calibrations that did not see it`(method: CalibrationMethod) throws {
    let crossFitted = try ProbabilityCalibration.crossFitted(
      method, scores: sample.scores, labels: sample.labels, seed: 7)
    // With the label of one row turned, the others may move, but not the row itself.
    var turned = sample.labels
    turned[100] = 1 - turned[100]
    let folds = try SplitMethod.stratified.folds(
      Table(columns: [], rowCount: 360), rows: Array(0..<360), labels: sample.labels, count: 5,
      seed: 7)
    let own = try #require(folds.first { $0.validation.contains(100) })
    let fitted = try #require(
      try ProbabilityCalibration(
        fitting: method, scores: own.train.map { sample.scores[$0] },
        labels: own.train.map { turned[$0] }))
    #expect(crossFitted[100] == fitted.probability(ofScore: sample.scores[100]))
  }

  @Test func `is decided by the seed where rows are divided`() throws {
    #expect(try fit(.isotonic) == fit(.isotonic))
    #expect(try fit(.isotonic).probabilities != fit(.isotonic, seed: 8).probabilities)
  }

  @Test func `of a sigmoid keeps the order of the rows`() throws {
    let fitted = try fit(.sigmoid)
    let order = sample.scores.indices.sorted { sample.scores[$0] < sample.scores[$1] }
    let ordered = order.map { fitted.probabilities[$0] }
    #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `of automatic keeps probabilities that are right`() throws {
    #expect(try fit(.automatic).method == .none)
  }

  @Test func `of automatic mends probabilities that are wrong`() throws {
    let fitted = try fit(.automatic, steepness: 5)
    #expect(try fitted == fit(.sigmoid, steepness: 5))
  }

  @Test func `takes fewer folds where a label is rare`() throws {
    let fitted = try CalibrationMethod.sigmoid.fit(
      scores: [0, 1, 2, 3, 4], probabilities: [0.1, 0.2, 0.3, 0.4, 0.5], labels: [0, 1, 0, 1, 0],
      seed: 1)
    #expect(fitted.probabilities.allSatisfy { (0.01...0.99).contains($0) })
  }

  @Test func `needs two rows of each label, or falls back on none`() throws {
    let rows = (scores: [0.0, 1, 2], probabilities: [0.1, 0.2, 0.3], labels: [0, 0, 1])
    let expected = LearnerError.unsplittable(
      .fewerRowsOfClassThanFolds(label: 1, rows: 1, folds: 2))
    #expect(throws: expected) {
      try CalibrationMethod.isotonic.fit(
        scores: rows.scores, probabilities: rows.probabilities, labels: rows.labels, seed: 1)
    }
    let fitted = try CalibrationMethod.automatic.fit(
      scores: rows.scores, probabilities: rows.probabilities, labels: rows.labels, seed: 1)
    #expect(fitted.method == .none)
  }

  @Test func `needs both labels`() {
    #expect(throws: LearnerError.oneLabelOnly("0")) {
      try CalibrationMethod.sigmoid.fit(
        scores: [0, 1], probabilities: [0, 1], labels: [0, 0], seed: 1)
    }
  }
}
