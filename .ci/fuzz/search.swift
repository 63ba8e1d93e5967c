@testable import Learners

/// A search space that is read has the same candidate for a trial each time, whichever it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let space = read(bytes), let again = read(bytes) else { return 0 }
  precondition(space == again && !space.families.isEmpty, "it is read in two ways")
  for trial in [0, 1, 2, 3, 1 << 40] {
    let candidates = [space, again].map { try? $0.candidate(ofTrial: trial, seed: UInt64(count)) }
    precondition(candidates[0] != nil, "a value of a range that was taken is refused")
    precondition(candidates[0] == candidates[1], "the same trial has two candidates")
  }
  return 0
}

private func read(_ bytes: [UInt8]) -> SearchSpace? {
  try? SearchSpace(bytes, path: "space.json")
}
