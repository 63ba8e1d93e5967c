public import Registry

/// Champion and challenger: trains a model on new data, registers it, and lets the gates of the registry's
/// policy decide whether it becomes champion.
///
/// Where the policy has no gates, one holds all the same: the metric that candidates are ranked by must be
/// better than the champion's.
///
/// ```swift
/// var retraining = try Retraining(in: registry, data: "november.csv", by: "ana")
/// let result = try retraining.run(artifacts: "artifacts")
/// print(result.report.verdict)
/// ```
public struct Retraining: Sendable {
  /// How the challenger is trained: as the champion was, unless it is changed.
  public var pipeline: TrainingPipeline
  /// Labelled rows that neither model was trained on, for both to score. Without them, the champion scores
  /// the challenger's test rows; where both were trained from one file, the rows that both held out are
  /// compared.
  public var holdout: String?
  /// What a reader should know, stored with the version.
  public var notes = ""

  private let registry: ModelRegistry
  private let champion: ResolvedModel
  private let actor: String

  /// A retraining of the present champion.
  ///
  /// - Parameters:
  ///   - registry: Where the champion serves.
  ///   - data: The CSV file to train on.
  ///   - target: The column to predict, where the champion's metadata does not say it.
  ///   - actor: Who acts, for the records.
  /// - Throws: ``LearnerError/registry(_:)`` when there is no champion or it is damaged, or what
  ///   ``TrainingPipeline/init(as:data:target:)`` throws.
  public init(
    in registry: ModelRegistry, data: String, target: String? = nil, by actor: String
  ) throws(LearnerError) {
    self.registry = registry
    self.actor = actor
    champion = try LearnerError.fromRegistry { () throws(RegistryError) in
      try registry.resolve(.alias(.champion))
    }
    pipeline = try TrainingPipeline(as: champion, data: data, target: target)
  }

  /// Trains, registers the model with the alias `challenger`, compares it with the champion, and promotes it
  /// if every gate passes. One that is refused is recorded as rejected.
  ///
  /// - Parameters:
  ///   - artifacts: Where training puts its files, in place of what is there.
  ///   - progress: Told what is being done; it is not asked any more once files are written.
  /// - Returns: What happened.
  /// - Throws: ``LearnerError``; what was done by then stays: files in `artifacts`, and a registered
  ///   version once that was reached.
  public func run(
    artifacts: String, progress: TrainingObserver = { _ in }
  ) throws(LearnerError) -> RetrainingResult {
    let training = try pipeline.run(progress: progress)
    try progress(TrainingProgress("registering and comparing"))
    try training.write(to: artifacts)
    let next = try next(artifacts)
    // Rows that cannot be compared on are told before a number is taken.
    let evidence = try evidence(training, artifacts, as: next.version)
    let registration = try register(artifacts, as: next.version)
    var result = RetrainingResult(
      training: training, champion: champion.version, next: next, evidence: evidence.note)
    result.registration = registration
    do throws(RegistryError) {
      let promotion = try registry.promote(
        next.version, expecting: champion.version.map(AliasExpectation.version), by: actor,
        reason: "retrained", scored: evidence.rows, defaultGates: defaultGates(training.metric))
      result.promotion = promotion
      if let gates = promotion.record.gates { result.report = gates }
    } catch {
      guard case .notPromoted(let report) = error else { throw .registry(error) }
      result.report = report
    }
    return result
  }

  /// What ``run(artifacts:progress:)`` would do; nothing is left of it.
  ///
  /// - Throws: ``LearnerError``, as the run would.
  public func rehearse(
    progress: TrainingObserver = { _ in }
  ) throws(LearnerError) -> RetrainingResult {
    let training = try pipeline.run(progress: progress)
    try progress(TrainingProgress("comparing"))
    let directory = try LearnerError.fromRegistry { () throws(RegistryError) in
      try WorkingDirectory.makeTemporary(named: "registry-retrain")
    }
    defer { WorkingDirectory.removeTemporary(directory) }
    try training.write(to: directory)
    let next = try next(directory)
    let evidence = try evidence(training, directory, as: next.version)
    var result = RetrainingResult(
      training: training, champion: champion.version, next: next, evidence: evidence.note)
    result.report = try LearnerError.fromRegistry { () throws(RegistryError) in
      let files = try ArtifactDirectory(directory)
      let findings = try registry.lint(files, as: next.version)
      guard !findings.isRefused else { throw .refusedByLint(path: directory, findings) }
      return try registry.gate(
        files, as: next.version, by: actor, scored: evidence.rows,
        defaultGates: defaultGates(training.metric))
    }
    return result
  }

  /// The smallest legal number after the champion, and what the artifacts are compared with.
  private func next(_ artifacts: String) throws(LearnerError) -> NextVersion {
    do throws(RegistryError) {
      return try registry.nextVersion(
        for: ArtifactDirectory(artifacts), since: champion.version)
    } catch { throw .registry(error) }
  }

  private func register(
    _ artifacts: String, as version: ModelVersion
  ) throws(LearnerError) -> Registration {
    do throws(RegistryError) {
      let registration = try registry.register(
        ArtifactDirectory(artifacts), as: version, by: actor, notes: notes,
        replayer: Predictor.replayGoldenRows)
      try registry.setAlias(.challenger, to: version, by: actor, reason: "retrained")
      return registration
    } catch { throw .registry(error) }
  }

  private func defaultGates(_ metric: Metric) -> [Gate] {
    [
      .metric(
        MetricGate(
          name: metric.rawValue, bound: .better(by: 0), largerIsBetter: metric.largerIsBetter,
          basis: .interval))
    ]
  }

  /// Rows that both score, and where they come from.
  private func evidence(
    _ training: TrainingResult, _ artifacts: String, as version: ModelVersion
  ) throws(LearnerError) -> (rows: ScoredRows?, note: String) {
    if let holdout {
      let challenger = try LearnerError.fromRegistry { () throws(RegistryError) in
        ResolvedModel(try ArtifactDirectory(artifacts))
      }
      let rows = try ScoredRows(
        champion: champion, challenger: challenger, as: version, data: holdout,
        target: pipeline.target)
      return (rows, "both scored the \(rows.predictions.count) rows of '\(holdout)'")
    }
    let metadata = try LearnerError.fromRegistry { () throws(RegistryError) in
      try champion.readMetadata()
    }
    if metadata["data_sha256"]?.stringValue == training.dataSHA256.description {
      return (
        nil,
        "both were trained from this file: rows that both held out are compared, where both have them"
      )
    }
    do {
      let rows = try ScoredRows(champion: champion, tested: training, as: version)
      return (
        rows,
        "both scored the \(rows.predictions.count) test rows of '\(pipeline.data)'; rows that the "
          + "champion was trained on would favour it"
      )
    } catch {
      // A call that failed tells nothing of the rows: weaker evidence must not take their place.
      guard error.exitCode != .couldNotRun else { throw error }
      // Another kind of model: what is registered with both has to do.
      return (nil, "the champion cannot score the new rows: \(error.message)")
    }
  }
}
