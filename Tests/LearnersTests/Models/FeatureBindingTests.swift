import Testing

@testable import Learners

@Suite struct `The columns of a model` {
  private func columns(_ names: [String?], of inputs: [String]) -> [String]? {
    let features = names.map { ModelFeature(name: $0, input: 0) }
    return try? FeatureBinding(features, inputs: inputs, path: "signature.json").columns
  }

  @Test func `are found by their names, in whatever order`() {
    #expect(columns(["b", "a"], of: ["a", "b", "c"]) == ["b", "a"])
    #expect(columns(["b_x"], of: ["a", "b-x"]) == ["b-x"])
    #expect(columns(["d"], of: ["a", "b"]) == nil)
  }

  // A network with a matrix of numbers and a column of codes has such inputs.
  @Test func `are those that are left, in order, where an input names none`() {
    #expect(columns([nil, nil, "job"], of: ["age", "job", "pay"]) == ["age", "pay", "job"])
    #expect(columns([nil, nil], of: ["age", "pay"]) == ["age", "pay"])
    #expect(columns([nil, "job"], of: ["age", "job", "pay"]) == nil)
    #expect(columns([nil, "job"], of: ["age", "pay"]) == nil)
  }
}
