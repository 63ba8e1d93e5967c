@testable import Registry

/// The record of a run that is read says the same when it is written and read again, and whatever asks
/// about it gets an answer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let id = RunID("20261121-153312-4k9x2m") else { preconditionFailure("the id is none") }
  if let filter = RunFilter(String(decoding: bytes, as: UTF8.self)) {
    _ = filter.accepts(
      RunRecord(
        id, status: .finished, createdAt: Timestamp(secondsSinceEpoch: 0), durationSeconds: 0))
  }
  guard let run = read(bytes, id) else { return 0 }
  let text = JSONValue.object(run.fields).indentedText
  guard let again = read(text, id) else { preconditionFailure("what was written is not read") }
  precondition(JSONValue.object(again.fields).indentedText == text, "it says something else")
  _ = run.mainMetric
  _ = run.curves.map(\.best?.value)
  _ = RunComparison([run, again]).rows.map(\.differs)
  return 0
}

private func read(_ bytes: [UInt8], _ id: RunID) -> RunRecord? {
  try? RunRecord(RecordFile(bytes, path: "run.json"), of: id)
}
