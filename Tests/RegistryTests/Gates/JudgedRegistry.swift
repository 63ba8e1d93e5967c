import Foundation
import TestSupport
import Testing

@testable import Registry

/// A registry under a policy, whose versions have the metrics and held-out predictions that a test gives
/// them.
struct JudgedRegistry {
  let sample: SampleRegistry
  var registry: ModelRegistry { sample.registry }

  /// Writes the gates of a policy, as JSON, into an empty registry.
  init(gates: String = "[]", more: String = "") throws {
    sample = try SampleRegistry()
    // Lint would refuse metrics that are no numbers at register; others register them all the same.
    let lint = #""lint": {"rules": {"metric_type": "allow", "metric_range": "allow"}}"#
    try write(policy: #"{\#(lint), "promotion": {"gates": \#(gates)\#(more)}}"#)
  }

  func write(policy: String) throws {
    try sample.directory.write(policy, to: "registry/policy.json")
  }

  /// Registers a version with a metrics file; its data has the digest `aa` unless metadata says otherwise.
  @discardableResult
  func register(
    _ version: String, metrics: String, holdout: String? = nil,
    metadata: String = #"{"data_sha256": "aa", "positive_label": "yes"}"#
  ) throws -> ModelVersion {
    let directory = sample.directory
    try directory.write(metrics, to: "artifacts/metrics_v1.json")
    try directory.write(metadata, to: "artifacts/model_metadata_v1.json")
    if let holdout {
      try directory.write(holdout, to: "artifacts/holdout_predictions.csv")
    } else {
      try? FileManager.default.removeItem(
        atPath: directory.file("artifacts/holdout_predictions.csv"))
    }
    try sample.register(version)
    return try ModelVersion(version)
  }

  /// What the only gate says of a version.
  func result(_ version: ModelVersion) throws -> GateResult {
    try #require(registry.gate(version).results.first)
  }
}

/// A holdout file whose first `positives` of `rows` rows are labelled `yes`; of these the first `found` get
/// 0.9 and the others 0.1, and of the rows labelled `no` the first `wrong` get 0.9.
func holdout(rows: Int, positives: Int, found: Int, wrong: Int, split: String = "test") -> String {
  var text = "row_id,split,label,probability\n"
  for row in 0..<rows {
    let isPositive = row < positives
    let isHigh = isPositive ? row < found : row - positives < wrong
    text += "\(row + 1),\(split),\(isPositive ? "yes" : "no"),\(isHigh ? 0.9 : 0.1)\n"
  }
  return text
}
