import TestSupport
import Testing

@testable import Registry

@Suite struct `A line as our writer spells it` {
  private var generator = SplitMix(state: 11)

  /// What the quick reader says of a line, and what the general one does.
  private func readings(_ line: [UInt8]) -> (quick: JournalLine?, general: JournalLine?) {
    let record = try? RecordFile(line, path: "journal.jsonl")
    return (
      JournalLine(asWritten: line, in: line.indices, hasher: SHA256.self),
      record.flatMap { try? JournalLine($0) }
    )
  }

  private mutating func text() -> String {
    let words = ["", "ana", "größer", "日本", "a\u{7F}b", "\"", "\\", "tab\t", "0", "v1.2.0"]
    let count = Int.random(in: 0...3, using: &generator)
    return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
  }

  private mutating func version() throws -> ModelVersion {
    let texts = ["v1.0.0", "v0.12.345", "v999999999.0.0", "v2.0.0-rc.1"]
    return try ModelVersion(texts.randomElement(using: &generator) ?? "")
  }

  private mutating func digest() -> SHA256Digest? {
    guard Bool.random(using: &generator) else { return nil }
    return SHA256.digest(of: Array("\(UInt64.random(in: 0...9, using: &generator))".utf8))
  }

  private mutating func line() throws -> [UInt8] {
    let event = try #require(JournalEntry.Event.allCases.randomElement(using: &generator))
    let setsAlias = event.setsAlias
    let isSecond = Bool.random(using: &generator)
    let values = [0.5, -1e-7, 1e21, 12, 0.86, -0.0, .leastNonzeroMagnitude]
    let metric = EvaluationMetrics.Entry(
      name: text(), value: values.randomElement(using: &generator) ?? 0)
    let entry = JournalEntry(
      event: event, time: "2026-01-15T10:30:00Z", actor: text(), reason: text(),
      version: try version(), alias: setsAlias ? .champion : nil,
      generation: setsAlias ? Int.random(in: 1...2_000_000_000, using: &generator) : nil,
      previous: setsAlias && isSecond ? try version() : nil, manifestDigest: digest(),
      metric: event == .register && isSecond ? metric : nil)
    return try entry.line(
      sequence: Int.random(in: 1...9999, using: &generator), previousLine: digest())
  }

  /// The line with a seal that fits, where it has one at its end.
  private func resealed(_ line: [UInt8]) -> [UInt8] {
    let range = line.count - 66..<line.count - 2
    let digest = Seal.digest(of: line[...], blanking: range, hasher: SHA256.self)
    return line[..<range.lowerBound] + digest.digits + line[range.upperBound...]
  }

  private func expectAgreement(_ line: [UInt8]) {
    let (quick, general) = readings(line)
    guard let quick else { return }
    let text = String(decoding: line, as: UTF8.self)
    #expect(general?.entry == quick.entry, "\(text)")
    #expect(general?.sequence == quick.sequence && general?.digest == quick.digest, "\(text)")
    #expect(general?.previous == quick.previous, "\(text)")
  }

  @Test mutating func `is read as every JSON is, and quickly unless its text has escapes`() throws {
    var quickCount = 0
    for _ in 0..<400 {
      let line = try line()
      let (quick, general) = readings(line)
      #expect(general != nil)
      if quick != nil { quickCount += 1 }
      let hasEscape = line.contains(UInt8(ascii: "\\"))
      let hasLongNumber = general?.entry.generation ?? 0 > 999_999_999
      #expect((quick != nil) == (!hasEscape && !hasLongNumber))
      expectAgreement(line)
    }
    #expect(quickCount > 50)
  }

  @Test mutating func `is never taken for right by the quick reader alone`() throws {
    for _ in 0..<40 {
      let line = try line()
      for index in line.indices {
        var damaged = line
        damaged[index] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
        expectAgreement(damaged)
        #expect(readings(damaged).quick == nil)
        // The same damage by somebody who knows how to seal.
        expectAgreement(resealed(damaged))
      }
    }
  }

  @Test mutating func `may stand among others, and ends where it ends`() throws {
    var line = try line()
    while readings(line).quick == nil { line = try self.line() }
    let among = [UInt8](repeating: UInt8(ascii: "\n"), count: 3) + line + Array("\n{".utf8)
    let found = JournalLine(asWritten: among, in: 3..<3 + line.count, hasher: SHA256.self)
    #expect(found?.digest == SHA256.digest(of: line))
    for end in line.indices {
      #expect(JournalLine(asWritten: line, in: 0..<end, hasher: SHA256.self) == nil)
    }
    #expect(JournalLine(asWritten: among, in: 3..<4 + line.count, hasher: SHA256.self) == nil)
  }
}
