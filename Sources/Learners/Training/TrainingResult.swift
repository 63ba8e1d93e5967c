public import Registry

/// A trained model with everything that was measured of it, ready to be written to `artifacts/`.
public struct TrainingResult: Sendable {
  /// What was asked for.
  public let pipeline: TrainingPipeline
  /// The labels and which is positive.
  public let target: TargetEncoding
  /// What a person should look at: identifier-like, constant and empty columns.
  public let notes: [TableNote]
  /// The ONNX model, byte for byte.
  public let model: [UInt8]
  /// Whether the fit reached its tolerance; when not, the coefficients are the best that were found.
  public let converged: Bool
  /// Measured on rows that the model did not learn from and that candidates are ranked by.
  public let validationMetrics: BinaryMetrics
  /// Measured once, on rows that nothing was chosen by.
  public let testMetrics: BinaryMetrics

  /// Columns that give the target away and rows that stand in more than one part, a line each;
  /// empty when there is nothing to say.
  public var dataWarnings: [String] { dataChecks.warnings }

  let dataChecks: DataChecks
  let source: TrainingSource
  let rows: SplitRows
  let fitted: FittedLinearModel
  let validationProbabilities: [Double]
  let testProbabilities: [Double]

  /// How many rows the model learned from.
  public var trainingRowCount: Int { rows.train.rowCount }
  /// The digest of the data file.
  public var dataSHA256: SHA256Digest { source.sha256 }
  /// The columns that the model takes, in order.
  public var features: [String] { rows.train.columns.map(\.name) }

  /// The probability from which on a row is labelled positive.
  static let threshold = 0.5

  init(
    pipeline: TrainingPipeline, source: TrainingSource, target: TargetEncoding, rows: SplitRows,
    leftOut: [String], model: FittedLinearModel
  ) throws(LearnerError) {
    self.pipeline = pipeline
    self.source = source
    self.target = target
    self.rows = rows
    dataChecks = DataChecks(rows)
    fitted = model
    self.model = model.onnx
    converged = model.regression.converged
    let used = Set(rows.train.columns.map { UTF8Key($0.name) })
    notes =
      source.csv.notes.filter { used.contains(UTF8Key($0.column)) }
      + leftOut.map { TableNote(column: $0, reason: .leftOut) }
      + model.transformer.numericInputs.filter(\.isImprecise).map {
        TableNote(column: $0.name, reason: .lowPrecision)
      }
    // The model file is what is measured, in the arithmetic that will serve it.
    validationProbabilities =
      try model.session.positiveProbabilities(rows.validation).map(Double.init)
    testProbabilities = try model.session.positiveProbabilities(rows.test).map(Double.init)
    validationMetrics = try BinaryMetrics(
      probabilities: validationProbabilities, labels: rows.validationLabels,
      threshold: Self.threshold)
    testMetrics = try BinaryMetrics(
      probabilities: testProbabilities, labels: rows.testLabels, threshold: Self.threshold)
  }
}
