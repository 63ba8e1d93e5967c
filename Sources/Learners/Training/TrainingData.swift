/// The rows of a training: who learns, who chooses, who measures.
struct TrainingData: Sendable {
  /// All rows; numbers in single precision, which is what a model will be given.
  let features: Table
  let target: TargetEncoding
  /// How the rows were divided.
  let method: SplitMethod
  /// Rows to learn from and rows to measure candidates on: one pair, or one a fold.
  let rounds: [RowFold]
  /// Rows that the model that is written learns from, ascending.
  let learned: [Int]
  /// Rows to measure the chosen model on, ascending.
  let test: [Int]

  /// Whether candidates are measured by cross-validation.
  var isCrossValidated: Bool { rounds.count > 1 }

  /// The rows that candidates are measured on, ascending, each once.
  var measured: [Int] { rounds.flatMap(\.validation).sorted() }

  /// A share of some rows, each class in its proportion where there are classes.
  ///
  /// - Parameters:
  ///   - share: above 0; all rows from 1 on.
  ///   - rows: the rows.
  ///   - seed: what is drawn by.
  /// - Returns: some of them, ascending.
  /// - Throws: ``LearnerError/tooFewRowsToSplit(label:rows:part:)``.
  func part(_ share: Double, of rows: [Int], seed: UInt64) throws(LearnerError) -> [Int] {
    guard share < 1 else { return rows }
    let labels = target.task == .regression ? nil : rows.map { target.labels[$0] }
    let empty = Table(columns: [], rowCount: rows.count)
    let split = try SplitMethod.stratified.split(
      empty, labels: labels, testFraction: 0, validationFraction: 1 - share, seed: seed)
    return split.train.map { rows[$0] }
  }
}
