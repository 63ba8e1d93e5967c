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
