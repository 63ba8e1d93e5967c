import Registry
import TestSupport

@testable import RegistryCLI

extension Workplace {
  /// Registers a model of another program that finds so many of 100 positive rows, the first ones, and is
  /// wrong about 10 of 200 others: in its metrics and on held-out rows.
  @discardableResult
  func register(_ version: String, finding found: Int, _ words: String...) throws -> Answer {
    try SampleArtifacts.write(in: directory)
    try directory.write(
      """
      {"seed": 7, "data_sha256": "aa", "data_file": "rows.csv", "code_version": "c0ffee",
       "positive_label": "1", "threshold_policy": {"threshold_value": 0.5}}
      """, to: "artifacts/model_metadata_v1.json")
    try directory.write(
      """
      {"test_metrics": {"recall": \(Double(found) / 100), "n_samples": 300,
       "confusion_matrix": [[190, 10], [\(100 - found), \(found)]]}}
      """, to: "artifacts/metrics_v1.json")
    var rows = "row_id,split,label,probability\n"
    for row in 0..<300 {
      let isHigh = row < 100 ? row < found : row < 110
      rows += "\(row + 1),test,\(row < 100 ? 1 : 0),\(isHigh ? 0.9 : 0.1)\n"
    }
    try directory.write(rows, to: "artifacts/holdout_predictions.csv")
    return run(["register", version, "-a", artifacts, "--actor", "ana"] + words)
  }

  /// Writes the gates of the policy, as JSON.
  func write(gates: String) throws {
    try directory.write(
      #"{"promotion": {"gates": [\#(gates)]}}"#, to: "registry/policy.json")
  }
}
