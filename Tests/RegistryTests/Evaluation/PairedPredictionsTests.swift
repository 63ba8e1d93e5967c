import Testing

@testable import Registry

@Suite struct `Paired predictions` {
  private func read(_ rows: String) throws -> HoldoutPredictions {
    let text = "row_id,split,label,probability\n" + rows
    return try HoldoutPredictions(bytes: Array(text.utf8), path: "holdout_predictions.csv")
  }

  @Test func `join the rows that both files have, in the order of the first`() throws {
    let first = try read("1,test,yes,0.9\n2,test,no,0.2\n3,test,no,0.4\n")
    let second = try read("7,test,no,0.5\n2,test,no,0.1\n1,test,yes,0.8\n8,test,no,0\n")
    let pairs = try PairedPredictions(first, second, positive: "yes")
    #expect(pairs.labels == [true, false])
    #expect(pairs.first == [0.9, 0.2])
    #expect(pairs.second == [0.8, 0.1])
    #expect(pairs.count == 2)
    #expect(pairs.firstRowCount == 3)
    #expect(pairs.secondRowCount == 4)
  }

  @Test func `join a row with that of its own split only`() throws {
    let first = try read("1,validation,yes,0.9\n2,test,no,0.2\n3,test,yes,0.6\n")
    let second = try read("1,test,yes,0.1\n2,test,no,0.3\n1,validation,yes,0.7\n3,test,yes,0.5\n")
    let all = try PairedPredictions(first, second, positive: "yes")
    #expect(all.second == [0.7, 0.3, 0.5])
    let test = try PairedPredictions(first, second, positive: "yes", split: "test")
    #expect(test.second == [0.3, 0.5])
    #expect(test.firstRowCount == 2)
    #expect(test.secondRowCount == 3)
    #expect(throws: EvidenceProblem.noRows) {
      try PairedPredictions(first, second, positive: "yes", split: "holdout")
    }
  }

  @Test func `tell ids apart by their bytes`() throws {
    let composed = try read("\u{e9},test,yes,0.9\n")
    let decomposed = try read("e\u{301},test,yes,0.9\n")
    #expect(throws: EvidenceProblem.noCommonRows) {
      try PairedPredictions(composed, decomposed, positive: "yes")
    }
  }

  @Test func `are refused when the files do not belong together`() throws {
    let first = try read("1,test,yes,0.9\n2,test,no,0.2\n")
    #expect(throws: EvidenceProblem.noCommonRows) {
      try PairedPredictions(first, read("3,test,yes,0.9\n"), positive: "yes")
    }
    #expect(throws: EvidenceProblem.labelsDiffer(rowID: "2")) {
      try PairedPredictions(first, read("2,test,yes,0.9\n"), positive: "yes")
    }
    #expect(throws: EvidenceProblem.noPositiveLabel("1")) {
      try PairedPredictions(first, first, positive: "1")
    }
  }

  @Test(
    arguments: [
      ([], [], [], .noRows),
      ([true], [0.5], [], .lengthsDiffer(labels: 1, probabilities: 0)),
      ([true], [0.5], [-0.1], .probabilityOutOfRange(row: 1)),
      ([true, true], [0.5, .infinity], [0, 0], .probabilityOutOfRange(row: 2)),
    ] as [([Bool], [Double], [Double], EvidenceProblem)])
  func `are refused`(
    labels: [Bool], first: [Double], second: [Double], because problem: EvidenceProblem
  ) {
    #expect(throws: problem) {
      try PairedPredictions(labels: labels, first: first, second: second)
    }
  }

  @Test(arguments: GateStatisticsFixture.stored.paired)
  func `are compared by shares as SciPy does`(dataset: GateStatisticsFixture.Dataset) throws {
    for (name, expected) in dataset.shares {
      let metric = try #require(EvaluationMetric(rawValue: name))
      let found = try dataset.pairs().comparison(by: metric, thresholds: dataset.bothThresholds())
      #expect(found.difference.method == .mcNemar)
      #expect(isClose(found.first, try #require(dataset.metricsOfFirst[name])), "\(name)")
      #expect(isClose(found.second, try #require(dataset.metricsOfSecond[name])), "\(name)")
      #expect(isClose(found.difference.lower, expected.lower), "\(name)")
      #expect(isClose(found.difference.upper, expected.upper), "\(name)")
      #expect(isClose(try #require(found.pValue), expected.pValue, relative: 1e-11), "\(name)")
      #expect(found.rows == expected.counts.reduce(0, +))
    }
  }

  @Test func `are compared by the method that fits the metric`() throws {
    let dataset = GateStatisticsFixture.stored.paired[1]
    for metric in EvaluationMetric.allCases {
      let found = try dataset.pairs().comparison(by: metric, thresholds: dataset.bothThresholds())
      let expected: StatisticalMethod =
        switch metric {
        case .areaUnderROC: .deLong
        case .accuracy, .recall, .specificity, .falsePositiveRate: .mcNemar
        default: .bootstrap
        }
      #expect(found.difference.method == expected, "\(metric)")
    }
  }

  @Test(arguments: [-0.1, 1.1, .nan])
  func `have thresholds in 0...1`(threshold: Double) {
    #expect(throws: EvidenceProblem.thresholdOutOfRange) {
      try PairedPredictions.Thresholds(first: 0.5, second: threshold)
    }
    #expect(throws: EvidenceProblem.thresholdOutOfRange) {
      try PairedPredictions.Thresholds(first: threshold, second: 0.5)
    }
  }
}

@Suite struct `A problem with the evidence` {
  @Test func `says why, as the rest of a sentence`() {
    let reasons: [(EvidenceProblem, String)] = [
      (.noRows, "there are no rows"),
      (.oneLabelOnly(isPositive: true), "every row has the positive label"),
      (.singleRow(isPositive: false), "a single row has the negative label"),
      (.noSpread, "no row deviates from the others, so the difference has no standard error"),
      (.lengthsDiffer(labels: 1, probabilities: 2), "there are 1 label and 2 probabilities"),
      (.probabilityOutOfRange(row: 3), "the probability of row 3 is not in 0...1"),
      (.thresholdOutOfRange, "a threshold is not in 0...1"),
      (.noCommonRows, "no row id of one file is in the other"),
      (.labelsDiffer(rowID: "a\u{7}"), "the row 'a\\u{07}' has another label in each file"),
      (.noPositiveLabel("yes"), "no row has the positive label 'yes'"),
      (.metricOutOfRange(.areaUnderROC), "'roc_auc' cannot have such a value"),
      (.impossibleCounts, "the counts of rows contradict each other"),
    ]
    for (problem, reason) in reasons { #expect(problem.reason == reason) }
  }
}
