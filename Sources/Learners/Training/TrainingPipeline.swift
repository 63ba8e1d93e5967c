internal import Registry

/// From a CSV file to a measured model: what `registry train` runs.
///
/// The rows are split: candidates learn from the training rows, are calibrated and ranked on the
/// validation rows, and the winner is measured once on the test rows. With ``folds``, candidates are
/// ranked by cross-validation on all rows but those to test on, and the winner learns from all of
/// them. The result depends on data, parameters and seed only.
///
/// ```swift
/// var pipeline = TrainingPipeline(data: "bank.csv", target: "y")
/// pipeline.positive = "yes"
/// let result = try pipeline.run()
/// try result.write(to: "artifacts")
/// ```
public struct TrainingPipeline: Sendable {
  /// The CSV file.
  public var data: String
  /// The column to predict, none of its cells missing.
  public var target: String
  /// What is predicted; by default ``TargetEncoding`` finds out from the cells.
  public var task: LearningTask?
  /// The label whose probability is predicted; by default ``TargetEncoding`` chooses.
  public var positive: String?
  /// Columns to leave out.
  public var drop: [String] = []
  /// Names of columns that must not be inputs, with `*` for any text: columns that are there are left out,
  /// and the metadata keeps the list.
  public var blocked: [String] = []
  /// The types of columns, by name, where they are not to be inferred.
  public var types: [String: ColumnType] = [:]
  /// What is trained and compared; by default every family that does the task, with its usual
  /// hyperparameters.
  public var candidates: [Candidate]?
  /// Hyperparameters that every candidate of a family has.
  public var parameters: [ParameterSetting] = []
  /// What candidates are ranked by; by default the usual one of the task.
  public var metric: Metric?
  /// How rows are divided; by default at random, stratified by the labels where there are some.
  /// The column of a time or group is no input.
  public var split: SplitMethod?
  /// The share of rows to test on, above 0 and below 1.
  public var testFraction = 0.2
  /// The share of rows to validate on, above 0 and below 1; not looked at with ``folds``.
  public var validationFraction = 0.2
  /// How many folds candidates are ranked by, at least 2; without them, by one set of rows.
  public var folds: Int?
  /// How the probabilities for two labels are calibrated.
  public var calibration: CalibrationMethod = .automatic
  /// From which probability on a row has the positive of two labels.
  public var threshold: ThresholdPolicy = .fixed(0.5)
  /// How long better hyperparameters are looked for; `nil` for not at all.
  public var search: SearchBudget?
  /// What a search draws from.
  public var searchSpace = SearchSpace.usual
  /// Where everything starts from that is drawn at random.
  public var seed: UInt64 = 42

  /// A pipeline for this file and target, everything else as usual.
  public init(data: String, target: String) {
    self.data = data
    self.target = target
  }

  /// Trains and measures.
  ///
  /// - Parameter observer: Told what is being done and how far it is; what it throws ends the
  ///   training.
  /// - Returns: The model with its measurements; nothing is written.
  /// - Throws: ``LearnerError`` that names the file, row, column or parameter that does not fit. A
  ///   candidate that cannot be fitted is left out and told of, unless it is the only one.
  /// - Complexity: Two passes over the file and a fit for each candidate and fold; the table is kept
  ///   in memory.
  public func run(
    progress observer: TrainingObserver = { _ in }
  ) throws(LearnerError) -> TrainingResult {
    let clock = ContinuousClock()
    let start = clock.now
    try observer(TrainingProgress("reading \(data)"))
    let source = try readTable()
    let target = try TargetEncoding(
      column: source.table.column(self.target), positive: positive, task: task)
    let metric = try metric(for: target.task)
    let candidates = try candidates(for: target.task)
    let (rows, leftOut) = try trainingData(source.table, target)
    let evaluation = CandidateEvaluation(
      data: rows, metric: metric, calibration: calibration, threshold: threshold, seed: seed)
    var comparison = Comparison(metric: metric)
    for candidate in candidates {
      try comparison.add(candidate) { () throws(LearnerError) in
        try evaluation.trial(candidate, observer: observer)
      }
    }
    let searched = try search(evaluation, into: &comparison, observer: observer)
    let winner = try comparison.winner()
    let fitted = try evaluation.finalModel(of: winner, observer: observer)
    try observer(TrainingProgress("measuring on \(rows.test.count) rows"))
    let result = try TrainingResult(
      pipeline: self, source: source, rows: rows, leftOut: leftOut, comparison: comparison,
      winner: winner, trained: TrainedModel(fitted, winner, target), searched: searched,
      duration: clock.now - start)
    try observer(TrainingProgress("writing"))
    return result
  }

  private func metric(for task: LearningTask) throws(LearnerError) -> Metric {
    guard let metric else { return Metric(defaultFor: task) }
    return try Metric(named: metric.rawValue, for: task)
  }

  /// What is tried, with the hyperparameters that were given.
  func candidates(for task: LearningTask) throws(LearnerError) -> [Candidate] {
    let families = ModelFamily.allCases.filter { $0.does(task) }
    let all = candidates ?? families.map(Candidate.init)
    if let other = all.first(where: { !$0.family.does(task) }) {
      throw .otherTask(model: other.family.rawValue, task: task, known: families.map(\.rawValue))
    }
    for setting in parameters where !all.contains(where: { $0.family == setting.family }) {
      throw .parameters(
        .ofNoCandidate(family: setting.family.rawValue, trained: all.map(\.family.rawValue)))
    }
    var changed: [Candidate] = []
    for candidate in all {
      var candidate = candidate
      for setting in parameters { try setting.apply(to: &candidate) }
      changed.append(candidate)
    }
    return changed
  }
}
