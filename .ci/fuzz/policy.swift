@testable import Registry

/// A policy is read or refused; what was read describes each of its gates, and a report survives its JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let fields = try? RecordFile.object(bytes, path: "policy.json").fields else { return 0 }
  let policy = Policy(fields, path: "policy.json")
  try? policy.check()
  guard let gates = try? policy.promotion().gates else { return 0 }
  let version = ModelVersion.first
  let report = GateReport(
    version: version, champion: nil,
    results: gates.map { GateResult($0, .inconclusive, reason: $0.description) })
  guard GateReport(report.json) == report else {
    preconditionFailure("a report is not what its JSON says")
  }
  return 0
}
