public import Registry

/// A trained model with everything that was measured of it, ready to be written to `artifacts/`.
public struct TrainingResult: Sendable {
  /// What was asked for.
  public let pipeline: TrainingPipeline
  /// What is predicted, and the labels.
  public let target: TargetEncoding
  /// What candidates were ranked by.
  public let metric: Metric
  /// What a person should look at: identifier-like, constant and empty columns.
  public let notes: [TableNote]
  /// The chosen candidate.
  public let candidate: Candidate
  /// Measured on rows that the model did not learn from and that candidates are ranked by: the
  /// validation rows, or all folds together.
  public let validationMetrics: ModelMetrics
  /// Measured once, on rows that nothing was chosen by.
  public let testMetrics: ModelMetrics
  /// How long it took.
  public let duration: Duration

  let source: TrainingSource
  let rows: TrainingData
  let comparison: Comparison
  let winner: CandidateTrial
  let trained: TrainedModel
  let testPredictions: [Double]
  let dataChecks: DataChecks
  let weights: ModelReport.Weights
  let searched: [SearchedTrial]

  init(
    pipeline: TrainingPipeline, source: TrainingSource, rows: TrainingData, leftOut: [String],
    comparison: Comparison, winner: CandidateTrial, trained: TrainedModel,
    searched: [SearchedTrial], duration: Duration
  ) throws(LearnerError) {
    self.pipeline = pipeline
    self.source = source
    self.rows = rows
    self.comparison = comparison
    self.winner = winner
    self.trained = trained
    self.searched = searched
    self.duration = duration
    target = rows.target
    metric = comparison.metric
    candidate = winner.candidate
    validationMetrics = winner.metrics
    dataChecks = DataChecks(rows)
    let used = Set(rows.features.columns.map { UTF8Key($0.name) })
    notes =
      source.csv.notes.filter { used.contains(UTF8Key($0.column)) }
      + leftOut.map { TableNote(column: $0, reason: .leftOut) }
      + trained.fitted.impreciseColumns.map { TableNote(column: $0, reason: .lowPrecision) }
    // The model file is what is measured, in the arithmetic that will serve it.
    let test = rows.features.rows(rows.test)
    let truth = rows.target.rows(rows.test)
    testPredictions = try trained.predictions(test)
    testMetrics = try ModelMetrics(testPredictions, truth, threshold: winner.threshold?.threshold)
    weights = try ModelReport.Weights(trained, test, truth, comparison.metric, pipeline.seed)
  }
}

extension TrainingResult {
  /// The ONNX model, byte for byte.
  public var model: [UInt8] { trained.onnx }
  /// Whether the fit reached its tolerance; when not, the coefficients are the best that were found.
  public var converged: Bool { trained.fitted.converged }
  /// How many rows the model learned from.
  public var trainingRowCount: Int { rows.learned.count }
  /// The digest of the data file.
  public var dataSHA256: SHA256Digest { source.sha256 }
  /// The columns that the model takes, in order.
  public var features: [String] { rows.features.columns.map(\.name) }
  /// The probability from which on a row is labelled positive; `nil` where there are not two labels.
  public var threshold: Double? { winner.threshold?.threshold }
  /// How the probabilities for two labels are calibrated; never ``CalibrationMethod/automatic``.
  public var calibration: CalibrationMethod { winner.calibration?.method ?? .none }

  /// Columns that give the target away and rows that stand in more than one part, a line each;
  /// empty when there is nothing to say.
  public var dataWarnings: [String] { dataChecks.warnings }

  /// What else a person should know before the model is used, a line each: a threshold that misses
  /// what it was to keep, a fit that was not finished, candidates that could not be fitted.
  public var warnings: [String] {
    var lines: [String] = []
    if let warning = winner.threshold?.warning { lines.append(warning) }
    if !converged { lines.append("the fit stopped before it reached its tolerance") }
    lines += comparison.failures.map {
      "\($0.candidate.family.rawValue) could not be fitted: \($0.error.message)"
    }
    return lines
  }
}
