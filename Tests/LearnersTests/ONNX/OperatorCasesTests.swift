import Testing

@testable import Learners

@Suite struct `Each operator, at its edges and in each operator set,` {
  @Test(arguments: try OperatorCase.all())
  func `answers what onnxruntime answers`(example: OperatorCase) throws {
    guard let expected = example.outputs else {
      #expect(throws: LearnerError.self) { try ScoringGraph(example.model).run(example.inputs) }
      return
    }
    let found = try ScoringGraph(example.model).run(example.inputs)
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) {
      #expect(found.tensor.shape == expected.tensor.shape)
      expectEqual(found.tensor, expected.tensor)
    }
  }

  private func expectEqual(_ found: Tensor, _ expected: Tensor) {
    switch (found.elements, expected.elements) {
    case (.floats(let found), .floats(let expected)):
      #expect(
        agree(found.map(Double.init), expected.map(Double.init), 2e-6), "\(found) for \(expected)")
    case (.doubles(let found), .doubles(let expected)):
      #expect(agree(found, expected, 1e-12), "\(found) for \(expected)")
    case (.int64s(let found), .int64s(let expected)): #expect(found == expected)
    case (.bools(let found), .bools(let expected)): #expect(found == expected)
    case (.strings, .strings): #expect(found.texts == expected.texts)
    default: Issue.record("\(found.elements.type) for \(expected.elements.type)")
    }
  }

  private func agree(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { found, expected in
        if expected.isNaN || expected.isInfinite {
          return expected.isNaN ? found.isNaN : found == expected
        }
        return abs(found - expected) <= tolerance * max(1, abs(expected))
      }
  }
}
