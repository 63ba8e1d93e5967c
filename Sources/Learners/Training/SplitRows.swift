/// The rows of the three splits.
struct SplitRows: Sendable {
  let split: RowSplit
  let train: Table
  let validation: Table
  let test: Table
  let trainLabels: [Int]
  let validationLabels: [Int]
  let testLabels: [Int]

  init(features: Table, labels: [Int], split: RowSplit) {
    self.split = split
    train = features.rows(split.train)
    validation = features.rows(split.validation)
    test = features.rows(split.test)
    trainLabels = split.train.map { labels[$0] }
    validationLabels = split.validation.map { labels[$0] }
    testLabels = split.test.map { labels[$0] }
  }

  /// The rows of the first round, and those to test on. Numbers stand for their bits, which are
  /// compared and nothing else.
  init(_ data: TrainingData) {
    let labels =
      data.target.task == .regression
      ? data.target.numbers.map { Int(truncatingIfNeeded: $0.bitPattern) } : data.target.labels
    self.init(
      features: data.features, labels: labels,
      split: RowSplit(
        train: data.rounds[0].train, validation: data.rounds[0].validation, test: data.test))
  }
}
