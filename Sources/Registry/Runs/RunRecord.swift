/// What a run was and what came out: `run.json`, specified in `docs/format.md`, section 5.10.
///
/// What is not known is `nil`.
public struct RunRecord: Sendable, Equatable {
  /// Its name.
  public let id: RunID
  /// How it ended.
  public var status: RunStatus
  /// Why it failed.
  public var error: String?
  /// When it began.
  public var createdAt: Timestamp
  /// How long it took, by the clock, in seconds; 0 or more.
  public var durationSeconds: Double
  /// What it is called: the command line, or what the calling program says.
  public var name: String?
  /// The computer that it ran on.
  public var host: String?
  /// Who ran it.
  public var user: String?
  /// The revision of the code that trained.
  public var codeVersion: String?
  /// The release of this library that trained.
  public var release: String?
  /// The last component of the data's path.
  public var dataFile: String?
  /// The digest of the data.
  public var dataSHA256: SHA256Digest?
  /// Where randomness starts from.
  public var seed: UInt64?
  /// The kind of model, such as `logistic_regression`.
  public var modelFamily: String?
  /// The search or the cross-validation that it belongs to.
  public var parent: RunID?
  /// The share of the training rows that it learned from, above 0, in a search with halving.
  public var resource: Double?
  /// Words to find it by.
  public var tags: [String] = []
  /// What a reader should know.
  public var notes = ""
  /// What can be set, by name.
  public var parameters = JSONObject()
  /// What was measured, with the members of a metrics file; empty where nothing was.
  public var metrics = EvaluationMetrics(fields: JSONObject())
  /// What was measured after each iteration.
  public var curves: [RunCurve] = []

  static let fileName = "run.json"
  /// The newest `schema_version` that this release reads and the one it writes.
  static let schemaVersion = 1

  /// The record of a run of this process, on this computer; the rest is set by whoever knows it.
  package init(
    _ id: RunID, status: RunStatus, createdAt: Timestamp, durationSeconds: Double
  ) {
    self.id = id
    self.status = status
    self.createdAt = createdAt
    self.durationSeconds = durationSeconds
    host = ProcessEnvironment.host
    user = ProcessEnvironment.user
    release = ReleaseVersion.current
  }
}
