/// The rows of a training: who learns, who chooses, who measures.
struct TrainingData: Sendable {
  /// All rows; numbers in single precision, which is what a model will be given.
  let features: Table
  let target: TargetEncoding
  /// Rows to learn from and rows to measure candidates on: one pair, or one a fold.
  let rounds: [Fold]
  /// Rows that the model that is written learns from, ascending.
  let learned: [Int]
  /// Rows to measure the chosen model on, ascending.
  let test: [Int]

  /// Whether candidates are measured by cross-validation.
  var isCrossValidated: Bool { rounds.count > 1 }

  /// The rows that candidates are measured on, ascending, each once.
  var measured: [Int] { rounds.flatMap(\.validation).sorted() }
}
