@testable import Registry

/// The record that follows one that was read keeps its unknown fields and is read back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let record = try? RecordFile(bytes, path: "champion.json"),
    let alias = try? AliasRecord(record, alias: .champion),
    let version = try? ModelVersion("v2.0.0")
  else { return 0 }
  let digest = SHA256.digest(of: bytes)
  guard
    let text = try? AliasRecord.text(
      .champion, to: version, event: .promote, at: Timestamp(secondsSinceEpoch: 0), by: "ana",
      reason: "better", gates: alias.gates, manifestDigest: digest,
      generation: min(alias.generation + 1, 1 << 30),
      previous: alias.version, before: alias)
  else { return 0 }
  guard let next = try? AliasRecord(RecordFile(text, path: "champion.json"), alias: .champion)
  else {
    preconditionFailure("what was written cannot be read")
  }
  precondition(next.version == version && next.previous == alias.version)
  precondition(next.manifestDigest == digest)
  for member in alias.fields.members {
    precondition(next.fields[member.key] != nil, "a field was lost")
  }
  return 0
}
