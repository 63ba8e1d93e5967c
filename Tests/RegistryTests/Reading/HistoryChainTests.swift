import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `The chain of the history` {
  let sample: SampleRegistry
  var registry: ModelRegistry { sample.registry }
  let old: ModelVersion
  let new: ModelVersion

  init() throws {
    sample = try SampleRegistry("v1.0.0", "v1.1.0")
    (old, new) = (try ModelVersion("v1.0.0"), try ModelVersion("v1.1.0"))
  }

  @Test func `tells what an alias meant at a moment`() throws {
    let start = Timestamp(secondsSinceEpoch: 1_768_473_000)
    func after(days: Int) -> Timestamp {
      Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + days * 86_400)
    }
    sample.wait(days: 1)
    try registry.promote(old, by: "ana")
    sample.wait(days: 1)
    try registry.promote(new, by: "ana")
    sample.wait(days: 1)
    try registry.rollback(by: "ana")
    #expect(try registry.version(of: .champion, at: after(days: 1)) == old)
    #expect(try registry.version(of: .champion, at: after(days: 2)) == new)
    #expect(try registry.version(of: .champion, at: after(days: 9)) == old)
    #expect(throws: RegistryError.noAliasAt(.champion, start)) {
      try registry.version(of: .champion, at: start)
    }
    #expect(throws: RegistryError.noAliasAt(.staging, after(days: 9))) {
      try registry.version(of: .staging, at: after(days: 9))
    }
  }

  @Test func `has a head that is the digest of its last line`() throws {
    let last = try #require(try sample.journal().last)
    let head = try registry.historyHead()
    #expect(head.lineCount == 2)
    #expect(head.digest == SHA256.digest(of: Array(last.utf8)))
    #expect(try registry.checkHistory() == head)
  }

  @Test func `still has every earlier head, unless lines were cut off`() throws {
    let early = try #require(try registry.historyHead().digest)
    try registry.yank(new, by: "ana", reason: "alarm")
    let late = try #require(try registry.historyHead().digest)
    #expect(try registry.checkHistory(contains: early).digest == late)
    try sample.writeJournal(Array(try sample.journal().dropLast()))
    #expect(try registry.checkHistory().digest == early)
    let path = sample.file(".registry/journal.jsonl")
    #expect(throws: RegistryError.truncatedHistory(path: path, lost: late)) {
      try registry.checkHistory(contains: late)
    }
  }

  @Test func `shows every edit of a line that no file confirms, the last one, too`() throws {
    try registry.approve(old, by: "ana", reason: "fine")
    let lines = try sample.journal()
    let last = try #require(lines.last)
    for (text, other) in [("ana", "eve"), ("fine", "FINE"), ("v1.0.0", "v1.1.0")] {
      try sample.writeJournal(lines.dropLast() + [last.replacingOccurrences(of: text, with: other)])
      #expect(throws: RegistryError.self) { try registry.checkHistory() }
    }
    try sample.writeJournal(lines)
    #expect(try registry.checkHistory().lineCount == 3)
  }

  @Test func `shows every flipped bit`() throws {
    try registry.promote(old, by: "ana")
    try registry.yank(new, by: "ana", reason: "alarm")
    let intact = Array(try sample.journal().joined(separator: "\n").utf8) + [0x0A]
    let url = URL(fileURLWithPath: sample.file(".registry/journal.jsonl"))
    var generator = SplitMix(state: 3)
    for index in intact.indices where Int.random(in: 0..<4, using: &generator) == 0 {
      var damaged = intact
      damaged[index] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
      try Data(damaged).write(to: url)
      #expect(throws: RegistryError.self, "byte \(index)") { try registry.checkHistory() }
    }
  }

  @Test func `reads lines that carry no seal, as they were written once`() throws {
    try registry.promote(old, by: "ana")
    var lines: [String] = []
    for line in try sample.journal() {
      var plain = line.replacing(/, "self_sha256": "[0-9a-f]*"/, with: "")
      if let before = lines.last {
        let digest = SHA256.digest(of: Array(before.utf8))
        plain.replace(/"previous_sha256": "[0-9a-f]*"/, with: "\"previous_sha256\": \"\(digest)\"")
      }
      lines.append(plain)
    }
    try sample.writeJournal(lines)
    #expect(try registry.history().map(\.event) == [.register, .register, .promote])
    #expect(try registry.verify().findings == [])
    try registry.promote(new, by: "ana")
    #expect(try registry.checkHistory().lineCount == 4)
  }

  @Test func `drops a torn line that commits its event, and goes on`() throws {
    try registry.yank(new, by: "ana", reason: "größer")
    let lines = try sample.journal()
    let last = try #require(lines.last)
    for count in stride(from: 1, to: last.utf8.count, by: 3) {
      let torn = lines.dropLast().joined(separator: "\n") + "\n"
      let bytes = Array(torn.utf8) + last.utf8.prefix(count)
      try Data(bytes).write(to: URL(fileURLWithPath: sample.file(".registry/journal.jsonl")))
      #expect(try registry.verify().findings == [], "\(count) bytes")
      #expect(try registry.resolve(.exact(new)).yank == nil)
    }
    try registry.yank(new, by: "ana", reason: "alarm")
    #expect(try registry.history().map(\.event) == [.register, .register, .yank])
    #expect(try registry.verify().findings == [])
  }

  @Test func `takes zeros up to the length of a line for what a power cut leaves, and no others`()
    throws
  {
    try registry.yank(new, by: "ana", reason: "alarm")
    let lines = try sample.journal()
    let last = try #require(lines.last)
    let whole = lines.dropLast().joined(separator: "\n") + "\n"
    func write(_ tail: [UInt8]) throws {
      let url = URL(fileURLWithPath: sample.file(".registry/journal.jsonl"))
      try Data(Array(whole.utf8) + tail).write(to: url)
    }
    try write(Array(repeating: 0, count: last.utf8.count + 1))
    #expect(try registry.verify().findings == [])
    try write([0])
    #expect(try !registry.verify().isClean)
    try write(Array(last.utf8) + [0])
    #expect(try registry.verify().isClean, "all but its line break")
    try write(Array("no line of ours".utf8))
    #expect(try !registry.verify().isClean)
  }

  @Test func `shows a line that was written and sealed anew, by the line after it`() throws {
    let other = try SampleRegistry("v1.0.0", "v1.1.0")
    try other.registry.promote(new, by: "eve")
    try registry.promote(old, by: "ana")
    try registry.approve(old, by: "ana")
    var lines = try sample.journal()
    // The same number and the same line before it: only the digest in the next line differs.
    lines[2] = try other.journal()[2]
    try sample.writeJournal(lines)
    let path = sample.file(".registry/journal.jsonl")
    #expect(throws: RegistryError.brokenHistory(path: path, line: 4)) {
      try registry.checkHistory()
    }
  }

  @Test func `takes zeros over several lines that were written at once, and fewer, too`() throws {
    try registry.promote(old, by: "ana")
    let lines = try sample.journal()
    let missing = Array((lines[1] + "\n" + lines[2] + "\n").utf8)
    let whole = Array((lines[0] + "\n").utf8)
    for (kept, zeros) in [(10, missing.count - 10), (10, 5), (0, missing.count), (0, 1), (40, 0)] {
      let tail = missing.prefix(kept) + [UInt8](repeating: 0, count: zeros)
      try Data(whole + tail).write(to: URL(fileURLWithPath: sample.file(".registry/journal.jsonl")))
      #expect(try registry.verify().findings == [], "\(kept) bytes and \(zeros) zeros")
    }
    let tooMany = [UInt8](repeating: 0, count: missing.count + 1)
    try Data(whole + tooMany).write(
      to: URL(fileURLWithPath: sample.file(".registry/journal.jsonl")))
    #expect(try registry.verify().isClean, "a line that commits its event may be as long")
  }

  @Test func `shows that it was emptied where an alias was set more than once`() throws {
    try registry.promote(old, by: "ana")
    try registry.yank(new, by: "ana", reason: "alarm")
    try sample.writeJournal([], end: "")
    #expect(try registry.verify().findings == [], "an alias that was set once may lack its line")
    try registry.promote(new, by: "ana")
    try registry.promote(old, by: "ana")
    try sample.writeJournal([], end: "")
    let path = sample.file(".registry/journal.jsonl")
    let finding = RegistryError.incompleteHistory(path: path, missing: 2)
    #expect(try registry.verify().findings == [finding])
    #expect(throws: finding) { try registry.checkHistory() }
  }

  @Test func `has lines that can be read, whatever length another tool gave its texts`() throws {
    let reason = String(repeating: "\u{1}", count: 2 << 20)
    let text = String(decoding: JSONValue.string(reason).compactText, as: UTF8.self)
    try sample.directory.write(
      "{\"version\": \"v1.0.0\", \"reason\": \(text)}", to: "registry/staging.json")
    try registry.promote(old, by: "ana")
    #expect(try registry.history().map(\.event) == [.register, .register, .promote, .promote])
    #expect(try registry.verify().findings == [])
  }
}
