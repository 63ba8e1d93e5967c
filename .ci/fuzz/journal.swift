@testable import Registry

/// Whole lines and what follows them make up the file; a line that is appended is read back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let journal = try? Journal(bytes, path: "journal.jsonl") else { return 0 }
  precondition(journal.wholeByteCount + journal.tail.count == count)
  precondition(!journal.tail.contains(UInt8(ascii: "\n")))
  _ = journal.missing(registered: [], aliases: [])
  _ = journal.tailIsExplained(by: [])
  _ = Retirements(journal: bytes)
  for entry in journal.entries.suffix(1) where entry.event == .register {
    guard let line = try? journal.text(appending: [entry]) else { continue }
    let text = Array(bytes.prefix(journal.wholeByteCount)) + line
    guard let longer = try? Journal(text, path: "journal.jsonl") else {
      preconditionFailure("what was written cannot be read")
    }
    precondition(longer.entries.count == journal.entries.count + 1)
    precondition(longer.tail.isEmpty)
  }
  return 0
}
