import Testing

@testable import Registry

@Suite struct `An evaluation metric` {
  @Test(arguments: GateStatisticsFixture.stored.paired)
  func `is what scikit-learn measures`(dataset: GateStatisticsFixture.Dataset) throws {
    #expect(dataset.metricsOfFirst.count == EvaluationMetric.allCases.count)
    let labels = dataset.labels.map { $0 == 1 }
    for (scores, threshold, expected) in [
      (dataset.first, dataset.thresholds[0], dataset.metricsOfFirst),
      (dataset.second, dataset.thresholds[1], dataset.metricsOfSecond),
    ] {
      for metric in EvaluationMetric.allCases {
        let found = try metric.value(labels: labels, probabilities: scores, threshold: threshold)
        #expect(isClose(found, try #require(expected[metric.rawValue])), "\(metric)")
      }
    }
  }

  @Test(
    arguments: [
      ("roc_auc", .areaUnderROC), ("test_metrics.recall", .recall), ("AUC", .areaUnderROC),
      ("average-precision", .averagePrecision), ("F1 score", .f1), ("Brier", .brierScore),
      ("a.b.logloss", .logLoss), ("sensitivity", .recall), ("rmse", nil), ("", nil), (".", nil),
    ] as [(String, EvaluationMetric?)])
  func `is known by its usual names`(name: String, expected: EvaluationMetric?) {
    #expect(EvaluationMetric(named: name) == expected)
  }

  @Test(
    arguments: [
      ("recall", true), ("fpr", false), ("log_loss", false), ("validation.RMSE", false),
      ("R2", true), ("mcc", true), ("mae", false), ("happiness", nil),
    ] as [(String, Bool?)])
  func `says which direction is the better one, where that is known`(name: String, is: Bool?) {
    #expect(EvaluationMetric.largerIsBetter(named: name) == `is`)
  }

  @Test func `needs the labels that define it`() {
    let (ones, scores) = ([true, true], [0.4, 0.6])
    for metric in EvaluationMetric.allCases {
      let needsNegatives = [.areaUnderROC, .balancedAccuracy, .specificity, .falsePositiveRate]
        .contains(metric)
      let value = try? metric.value(labels: ones, probabilities: scores, threshold: 0.5)
      #expect((value == nil) == needsNegatives, "\(metric)")
    }
    #expect(throws: EvidenceProblem.oneLabelOnly(isPositive: false)) {
      try EvaluationMetric.recall.value(
        labels: [false, false], probabilities: scores, threshold: 0.5)
    }
  }

  @Test(
    arguments: [
      ([], [], 0.5, .noRows),
      ([true], [0.5, 0.5], 0.5, .lengthsDiffer(labels: 1, probabilities: 2)),
      ([true, false], [0.5, .nan], 0.5, .probabilityOutOfRange(row: 2)),
      ([true, false], [1.5, 0.5], 0.5, .probabilityOutOfRange(row: 1)),
      ([true, false], [0.5, 0.5], .nan, .thresholdOutOfRange),
    ] as [([Bool], [Double], Double, EvidenceProblem)])
  func `refuses`(
    labels: [Bool], probabilities: [Double], threshold: Double, expected: EvidenceProblem
  ) {
    #expect(throws: expected) {
      try EvaluationMetric.accuracy.value(
        labels: labels, probabilities: probabilities, threshold: threshold)
    }
  }
}
