/// What a file that training hands over is for.
public enum ArtifactKind: String, Sendable, CaseIterable {
  /// The model: one file or one directory.
  case model
  /// Who, when, how.
  case metadata
  /// Input and output schema.
  case signature
  /// Evaluation metrics.
  case metrics
  /// Every candidate that was tried, ranked.
  case comparison
  /// The report that a person reads.
  case report
  /// The pictures that the report shows: a directory.
  case reportPlots
  /// What the features and scores looked like in training, for drift monitoring.
  case baseline
  /// A few input rows with the exact expected outputs.
  case goldenRows
  /// Row id, label and probability on held-out data.
  case holdoutPredictions
  /// The run that made the model.
  case run

  /// Whether a version must have it.
  public var isRequired: Bool {
    switch self {
    case .model, .metadata, .signature, .metrics: true
    case .comparison, .report, .reportPlots, .baseline, .goldenRows, .holdoutPredictions, .run:
      false
    }
  }

  /// The name in a version's directory; the model's has an extension, or is a directory.
  public var storedName: String {
    switch self {
    case .model: "model"
    case .metadata: "model_metadata.json"
    case .signature: "model_signature.json"
    case .metrics: "metrics.json"
    case .comparison: "model_comparison.json"
    case .report: "model_report.md"
    case .reportPlots: "model_report_plots"
    case .baseline: "monitoring_baseline"
    case .goldenRows: "golden_rows.json"
    case .holdoutPredictions: "holdout_predictions.csv"
    case .run: RunRecord.fileName
    }
  }

  /// The name in `artifacts/` with the layout's version, which is looked for first.
  public var sourceName: String {
    switch self {
    case .model: "model_v1"
    case .metadata: "model_metadata_v1.json"
    case .signature: "model_signature_v1.json"
    case .metrics: "metrics_v1.json"
    case .comparison, .report, .reportPlots, .baseline, .goldenRows, .holdoutPredictions, .run:
      storedName
    }
  }

  /// Where it is looked for beside another file of a version.
  package func path(beside other: String) -> String {
    PathText.join(PathText.split(other).directory, storedName)
  }

  /// The name as a message shows it.
  var sourcePattern: String { self == .model ? "model_v1.*" : sourceName }

  /// Whether the file must hold a JSON object.
  var isJSONObject: Bool {
    switch self {
    case .metadata, .signature, .metrics, .run: true
    case .model, .comparison, .report, .reportPlots, .baseline, .goldenRows, .holdoutPredictions:
      false
    }
  }

  /// Whether the file must hold JSON of some kind.
  var isJSON: Bool { isJSONObject || self == .comparison || self == .goldenRows }
}
