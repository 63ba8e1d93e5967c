public import Registry

/// What a retraining did, or would do.
public struct RetrainingResult: Sendable {
  /// The new model and its measurements.
  public let training: TrainingResult
  /// Who served when it began.
  public let champion: ModelVersion?
  /// The number of the new version, and what changed for those who work with it.
  public let next: NextVersion
  /// Which rows the two were compared on, in words.
  public let evidence: String
  /// What the gates say.
  public internal(set) var report: GateReport
  /// The registration; `nil` for a rehearsal.
  public internal(set) var registration: Registration?
  /// The promotion; `nil` where the gates did not let it pass, and for a rehearsal.
  public internal(set) var promotion: Promotion?

  /// Whether nothing was changed.
  public var isRehearsal: Bool { registration == nil }

  init(
    training: TrainingResult, champion: ModelVersion?, next: NextVersion, evidence: String
  ) {
    self.training = training
    self.champion = champion
    self.next = next
    self.evidence = evidence
    report = GateReport(version: next.version, champion: champion, results: [])
  }
}
