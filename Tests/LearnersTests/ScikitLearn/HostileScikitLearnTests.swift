import Registry
import Testing

@testable import Learners

/// Files that somebody damaged: whatever they say, the answer is a value or a typed error.
@Suite struct `A damaged scikit-learn file` {
  private func tryOut(_ bytes: [UInt8], _ rows: Table) throws(LearnerError) {
    let model = try ScoringModel(scikitLearn: bytes)
    let binding = try FeatureBinding(
      model.features, inputs: rows.columns.map(\.name), path: "signature")
    _ = try model.answers(rows, binding)
  }

  @Test(arguments: ScikitLearnFixture.all)
  func `is refused wherever it is cut`(fixture: ScikitLearnFixture) throws {
    let bytes = try fixture.bytes()
    let rows = try ScikitLearnFixture.rows()
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
      #expect(throws: LearnerError.self) { try tryOut(Array(bytes.prefix(length)), rows) }
    }
  }

  /// 2 MiB of zeros, which Python 3.11's `bz2.compress` makes 48 bytes of.
  @Test func `is refused when it becomes a thousand times as large`() {
    let bytes: [UInt8] = [
      0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0x7e, 0xe1, 0x91, 0xb1, 0x00,
      0x10, 0x10, 0x60, 0x00, 0xc0, 0x00, 0x00, 0x04, 0x00, 0x08, 0x20, 0x00, 0x30, 0xcc, 0x05,
      0x29, 0xa6, 0x04, 0x03, 0x62, 0x08, 0x07, 0x8b, 0xb9, 0x22, 0x9c, 0x28, 0x48, 0x3f, 0x70,
      0xc8, 0xd8, 0x80,
    ]
    let reason = "the content is larger than 1096576 bytes"
    #expect(throws: LearnerError.brokenModel(.scikitLearn, reason: reason)) {
      _ = try PickledModelFile(bytes)
    }
  }

  @Test func `has no more made of it than twice its size and 512 MiB`() throws {
    let size = 48 << 20
    let header: [UInt8] = [0x80, 3, UInt8(ascii: "B"), 0, 0, 0, 3]
    let file = try PickledModelFile(
      header + [UInt8](repeating: 0, count: size) + [UInt8(ascii: ".")])
    try file.charge(512 << 20, of: 1)
    try file.charge(2 * size, of: 1)
    #expect(throws: LearnerError.self) { try file.charge(17, of: 1) }
  }

  @Test(arguments: ScikitLearnFixture.all)
  func `never stops the program, whichever bytes are changed`(fixture: ScikitLearnFixture) throws {
    // Decompressed, so that a changed byte is seen by more than a checksum.
    let bytes = try PickledModelFile(try fixture.bytes()).document.content
    let rows = try ScikitLearnFixture.rows()
    var generator = SeededGenerator(seed: 20_260_115)
    var refused = 0
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        damaged[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      do throws(LearnerError) { try tryOut(damaged, rows) } catch { refused += 1 }
    }
    #expect(refused > 15)
  }
}
