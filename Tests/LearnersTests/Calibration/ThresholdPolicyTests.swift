import Registry
import Testing

@testable import Learners

@Suite struct `A threshold policy` {
  @Test(arguments: EvaluationFixture.stored.thresholds)
  func `finds what trying every threshold finds`(fixture: EvaluationFixture.Thresholds) throws {
    for (policy, expected) in [
      (ThresholdPolicy.maximizeF1, fixture.maxF1),
      (.maximizeRecall(minPrecision: 0.6), fixture.maxRecall),
      (.maximizePrecision(minRecall: 0.7), fixture.maxPrecision),
    ] {
      let choice = try policy.choose(
        probabilities: fixture.probabilities, labels: fixture.labels)
      let found = [choice.threshold, choice.precision, choice.recall, choice.f1]
      #expect(agree(found, expected, relative: 1e-15), "\(policy)")
      #expect(choice.isConstraintMet && choice.warning == nil)
    }
  }

  /// By hand: the thresholds 0.75, 0.5 and 0.25 have 1, 2 and 2 of the 2 positives and 0, 0 and 2 others.
  @Test func `takes the better other ratio, and then the higher threshold`() throws {
    let (probabilities, labels) = ([0.75, 0.5, 0.25, 0.25], [1, 1, 0, 0])
    let recall = try ThresholdPolicy.maximizeRecall(minPrecision: 0.5)
      .choose(probabilities: probabilities, labels: labels)
    #expect(recall.threshold == 0.5)
    let precision = try ThresholdPolicy.maximizePrecision(minRecall: 0.5)
      .choose(probabilities: probabilities, labels: labels)
    #expect(precision.threshold == 0.5)
    // 2·1 / (2 + 0 + 1) is 2·2 / (4 + 2 + 0).
    let tied = try ThresholdPolicy.maximizeF1.choose(
      probabilities: [0.75, 0.5, 0.5, 0.5], labels: [1, 1, 0, 0])
    #expect(tied.threshold == 0.75)
  }

  @Test func `comes as near as it can to a precision that is not reached`() throws {
    let choice = try ThresholdPolicy.maximizeRecall(minPrecision: 0.9)
      .choose(probabilities: [0.75, 0.5, 0.5, 0.25], labels: [0, 1, 1, 0])
    #expect(!choice.isConstraintMet && choice.threshold == 0.5)
    #expect(choice.recall == 1 && choice.precision == 2.0 / 3)
    #expect(
      choice.warning
        == "no threshold has a precision of 0.9: the highest is 0.6666666666666666")
  }

  @Test(arguments: [(0.5, 2.0 / 3, 1.0), (0.3, 0.5, 1), (0.9, 0, 0), (0.75, 1, 0.5)])
  func `may be fixed`(threshold: Double, precision: Double, recall: Double) throws {
    let choice = try ThresholdPolicy.fixed(threshold)
      .choose(probabilities: [0.75, 0.5, 0.5, 0.4], labels: [1, 0, 1, 0])
    #expect(choice.threshold == Double(Float(threshold)))
    #expect([choice.precision, choice.recall] == [precision, recall])
  }

  /// 0.7 as a Float is below 0.7.
  @Test func `says the same of Float and Double`() throws {
    let probabilities = [Double(Float(0.7)), 0.1]
    for policy in [ThresholdPolicy.fixed(0.7), .maximizeF1] {
      let choice = try policy.choose(probabilities: probabilities, labels: [1, 0])
      let metrics = try BinaryMetrics(
        probabilities: probabilities, labels: [1, 0], threshold: choice.threshold)
      #expect(metrics.confusionMatrix.recall == 1 && choice.recall == 1)
      #expect(Float(choice.threshold) == 0.7)
    }
  }

  private static let texts: [(ThresholdPolicy, String)] = [
    (
      .fixed(0.5),
      #"{"objective":"fixed","min_recall":null,"min_precision":null,"threshold_value":0.5}"#
    ),
    (
      .maximizeF1,
      #"{"objective":"max_f1","min_recall":null,"min_precision":null,"threshold_value":0.5}"#
    ),
    (
      .maximizeRecall(minPrecision: 0.4),
      #"{"objective":"max_recall","min_recall":null,"min_precision":0.4,"threshold_value":0.5}"#
    ),
    (
      .maximizePrecision(minRecall: 0.75),
      #"{"objective":"max_precision","min_recall":0.75,"min_precision":null,"threshold_value":0.5}"#
    ),
  ]

  @Test(arguments: texts)
  func `is stored with the threshold`(policy: ThresholdPolicy, expected: String) {
    let found = policy.json(threshold: 0.5).members.map { member in
      let text =
        switch member.value {
        case .string(let text): "\"\(text)\""
        case .number(let number): number.literal
        default: "null"
        }
      return "\"\(member.key)\":\(text)"
    }
    #expect("{\(found.joined(separator: ","))}" == expected)
  }

  @Test(
    arguments: [
      (.maximizeRecall(minPrecision: 1.5), "minPrecision", "1.5"),
      (.maximizePrecision(minRecall: -1), "minRecall", "-1.0"),
      (.fixed(.nan), "threshold", "nan"),
    ] as [(ThresholdPolicy, String, String)])
  func `refuses a number that is no share`(policy: ThresholdPolicy, name: String, value: String) {
    let expected = LearnerError.hyperparameterOutOfRange(
      name: name, value: value, allowed: "a number in 0...1")
    #expect(throws: expected) { try policy.choose(probabilities: [0, 1], labels: [0, 1]) }
  }

  @Test(
    arguments: [
      ([], [], LearnerError.noRows),
      ([0.5], [0, 1], .lengthsDiffer(what: "labels", expected: 1, found: 2)),
      ([0.5, 0.5], [0, 2], .labelNotBinary(2, row: 2)),
      ([0.5, .nan], [0, 1], .probabilityOutOfRange(row: 2)),
      ([0.5, 0.5], [1, 1], .oneLabelOnly("1")),
    ] as [([Double], [Int], LearnerError)])
  func `refuses`(probabilities: [Double], labels: [Int], expected: LearnerError) {
    #expect(throws: expected) {
      try ThresholdPolicy.maximizeF1.choose(probabilities: probabilities, labels: labels)
    }
  }
}
