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
}
