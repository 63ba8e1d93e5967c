/// What lint looks at: the files of a version, read, and what else is known.
struct LintSubject: Sendable {
  let signature: ModelSignature
  let metadata: JSONObject
  let metrics: EvaluationMetrics
  /// The number that the files have or are to get; `nil` when nobody said.
  let version: ModelVersion?
  /// What the model file says; `nil` when nobody can tell.
  let model: ModelInspection?
  /// What was answered on held-out rows; `nil` where that is not there, or too large.
  let holdout: Holdout?
  /// The names of the files, for findings.
  let names: Names

  /// How files are called.
  struct Names: Sendable {
    let model: String
    let metadata: String
    let signature: String
    let metrics: String
    let holdout = ArtifactKind.holdoutPredictions.storedName
  }

  /// Models of more bytes are not looked into.
  static let maximumModelBytes = 256 << 20

  /// Whether there is somebody who can look into a model file of this name.
  static func isInspected(_ name: String) -> Bool { name.hasSuffix(".onnx") }

  /// Every broken rule, whatever the policy says.
  var findings: [LintFinding] {
    featureFindings + exampleFindings + modelFindings + metricFindings + countFindings
      + holdoutFindings + degeneracyFindings + splitFindings + dataFindings
  }

  /// The places in which metrics are looked up, as the contract names them.
  var sections: [MetricsSection] {
    [MetricsSection(name: "", fields: metrics.fields)]
      + EvaluationMetrics.sections.compactMap { name in
        metrics.fields[name]?.objectValue.map { MetricsSection(name: name, fields: $0) }
      }
  }

  func inMetadata(_ rule: LintRule, at: String, _ message: String) -> LintFinding {
    LintFinding(rule, file: names.metadata, at: at, message)
  }

  func inSignature(_ rule: LintRule, at: String, _ message: String) -> LintFinding {
    LintFinding(rule, file: names.signature, at: at, message)
  }

  func inMetrics(_ rule: LintRule, at: String, _ message: String) -> LintFinding {
    LintFinding(rule, file: names.metrics, at: at, message)
  }
}
