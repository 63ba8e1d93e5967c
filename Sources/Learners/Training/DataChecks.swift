/// What the rows themselves say against a model: columns that give the target away, and rows to
/// measure on that were trained on.
struct DataChecks: Sendable, Equatable {
  /// Columns that alone tell the target, in the order of the table.
  let leakingFeatures: [LeakingFeature]
  /// How many rows to validate and test on have the features and the label of a training row.
  let repeatedRowCount: Int
  /// How many rows there are to validate and test on.
  let heldOutRowCount: Int

  /// The share of repeated rows from which on a person should know: a few are alike by chance.
  static let tolerableShare = 0.01

  /// Whether repeated rows make the measurement better than the model.
  var hasManyRepeatedRows: Bool {
    Double(repeatedRowCount) > Self.tolerableShare * Double(heldOutRowCount)
  }

  /// Looks at the first round of a training.
  init(_ data: TrainingData) {
    let rows = SplitRows(data)
    self.init(
      rows, classCount: data.target.classes.count,
      numbers: data.target.task == .regression ? data.target.rows(rows.split.train).numbers : nil)
  }

  /// - Parameters:
  ///   - rows: what is learned from and what is held out.
  ///   - classCount: how many labels there are.
  ///   - numbers: of the training rows what is to be predicted, where it is no label.
  /// - Complexity: O(*n* · *m*) for *n* rows of *m* columns; a column that tells labels apart is
  ///   sorted.
  init(_ rows: SplitRows, classCount: Int = 2, numbers: [Double]? = nil) {
    leakingFeatures = rows.train.columns.indices.compactMap { position in
      if let numbers { return LeakingFeature(rows.train.columns[position], numbers: numbers) }
      return LeakingFeature(at: position, of: rows, classCount: classCount)
    }
    let trained = Set(RowDigests(rows.train, labels: rows.trainLabels).values)
    let heldOut =
      RowDigests(rows.validation, labels: rows.validationLabels).values
      + RowDigests(rows.test, labels: rows.testLabels).values
    repeatedRowCount = heldOut.count { trained.contains($0) }
    heldOutRowCount = heldOut.count
  }
}
