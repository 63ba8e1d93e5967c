@testable import Registry

/// Golden rows that are read say the same when they are written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let golden = read(bytes) else { return 0 }
  precondition(!golden.rows.isEmpty && golden.tolerance.isFinite, "there is nothing to compare")
  guard let again = read(golden.json.indentedText) else {
    preconditionFailure("what was written is not read")
  }
  precondition(again == golden, "it says something else")
  return 0
}

private func read(_ bytes: [UInt8]) -> GoldenRows? {
  try? GoldenRows(bytes: bytes, path: "golden_rows.json")
}
