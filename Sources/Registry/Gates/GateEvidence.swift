/// What a registered version brings before a gate: its metrics, and its predictions on held-out rows.
struct GateEvidence {
  let version: ModelVersion
  let metrics: EvaluationMetrics
  /// Its `holdout_predictions.csv`; `nil` where it has none.
  let holdout: HoldoutPredictions?
  /// What keeps that file from being read.
  let holdoutProblem: RegistryError?
  /// The digest of the training data, as the metadata says it.
  let dataSHA256: String?
  private let metadata: JSONObject

  /// - Throws: The error that keeps its metrics or metadata from being read.
  init(_ directory: VersionDirectory) throws(RegistryError) {
    version = directory.manifest.version
    metrics = try EvaluationMetrics(directory)
    metadata = try directory.object(.metadata)
    dataSHA256 = directory.manifest.lineage.dataSHA256
    do {
      holdout = try HoldoutPredictions(directory)
      holdoutProblem = nil
    } catch {
      // A call that failed tells nothing of the file: weaker evidence must not take its place.
      guard error.meansDamage else { throw error }
      (holdout, holdoutProblem) = (nil, error)
    }
  }

  /// What training left, of which these two files were read already.
  init(
    _ artifacts: ArtifactDirectory, as version: ModelVersion, metrics: EvaluationMetrics,
    metadata: JSONObject
  ) throws(RegistryError) {
    self.version = version
    self.metrics = metrics
    self.metadata = metadata
    dataSHA256 = metadata["data_sha256"]?.stringValue
    do {
      holdout = try artifacts.path(of: .holdoutPredictions).map {
        (path) throws(RegistryError) in try HoldoutPredictions(path: path)
      }
      holdoutProblem = nil
    } catch {
      guard error.meansDamage else { throw error }
      (holdout, holdoutProblem) = (nil, error)
    }
  }

  /// The probability from which on a row counts as predicted positive; `nil` where nobody says.
  var threshold: Double? {
    metadata["threshold_policy"]?["threshold_value"]?.doubleValue
      ?? metrics.fields["threshold"]?.doubleValue
  }

  /// The label that counts as positive.
  func positiveLabel(among rows: HoldoutPredictions) -> String? { rows.positiveLabel(metadata) }
}
