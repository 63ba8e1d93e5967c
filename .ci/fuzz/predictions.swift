@testable import Registry

/// Held-out predictions that are read are rows that can be told apart, with probabilities; joined with
/// themselves, nothing is lost and the two sides do not differ.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let read = try? HoldoutPredictions(bytes: bytes, path: "holdout_predictions.csv"),
    let first = read.rows.first
  else { return 0 }
  precondition(read.rows.allSatisfy { (0...1).contains($0.probability) && !$0.id.isEmpty })
  guard let pairs = try? PairedPredictions(read, read, positive: first.label),
    let thresholds = try? PairedPredictions.Thresholds(first: 0.5, second: 0.5)
  else { preconditionFailure("a file does not join with itself") }
  precondition(pairs.count == read.rows.count, "rows are lost, or were not told apart")
  for metric in EvaluationMetric.allCases {
    guard let found = try? pairs.comparison(by: metric, thresholds: thresholds) else { continue }
    precondition(found.difference.estimate == 0 && found.standardError == 0)
  }
  return 0
}
