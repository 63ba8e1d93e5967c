import Testing

@testable import Learners

/// Answers are counted by hand.
@Suite struct `An ONNX operator` {
  private static let a = NamedTensor("a", Tensor(.floats([1, 2, 3, 4]), shape: [2, 2]))
  private static let row = NamedTensor("b", Tensor(.floats([10, 20]), shape: [2]))
  private static let column = NamedTensor("b", .column([10, 20]))
  private static let one = NamedTensor("b", Tensor(.floats([10]), shape: [1]))

  private func answer(
    _ name: String, _ inputs: [NamedTensor], _ attributes: [ONNXAttribute] = [],
    domain: ONNXDomain = .standard, type: ElementType = .float
  ) throws(LearnerError) -> Tensor? {
    let node = ONNXNode(
      name, domain: domain, name: "step", inputs: inputs.map(\.name), outputs: ["y"],
      attributes: attributes)
    return try answersOf([node], inputs: inputs, outputs: [("y", type)])["y"]
  }

  @Test(
    arguments: [
      ("Add", row, [11, 22, 13, 24]), ("Add", column, [11, 12, 23, 24]),
      ("Sub", one, [-9, -8, -7, -6]), ("Mul", row, [10, 40, 30, 80]),
    ] as [(String, NamedTensor, [Float])])
  func `computes number by number and repeats what is shorter`(
    name: String, other: NamedTensor, expected: [Float]
  ) throws {
    let found = try answer(name, [Self.a, other])
    #expect(found?.floats == expected)
    #expect(found?.shape == [2, 2])
  }

  @Test func `repeats on both sides`() throws {
    let line = NamedTensor("a", Tensor(.floats([1, 2, 3]), shape: [1, 3]))
    let found = try answer("Sub", [line, Self.column])
    #expect(found?.floats == [-9, -8, -7, -19, -18, -17])
    #expect(found?.shape == [2, 3])
  }

  @Test func `wraps whole numbers around, as processors do`() throws {
    let most = NamedTensor("a", Tensor(.int64s([.max]), shape: [1]))
    let two = NamedTensor("b", Tensor(.int64s([2]), shape: [1]))
    #expect(try answer("Add", [most, two], type: .int64)?.int64s == [.min + 1])
    #expect(try answer("Mul", [most, two], type: .int64)?.int64s == [-2])
  }

  @Test func `refuses shapes and types that do not meet`() {
    let three = NamedTensor("b", Tensor(.floats([1, 2, 3]), shape: [3]))
    #expect(throws: LearnerError.brokenONNX(.node("step", .inputShapes([[2, 2], [3]])))) {
      try answer("Add", [Self.a, three])
    }
    let whole = NamedTensor("b", Tensor(.int64s([1, 2]), shape: [2]))
    #expect(throws: LearnerError.brokenONNX(.node("step", .inputType("int64")))) {
      try answer("Add", [Self.a, whole])
    }
  }

  @Test func `finds nothing true of what is not a number`() throws {
    let values = NamedTensor("a", .column([.nan, 1, 2]))
    let bound = NamedTensor("b", Tensor(.floats([1]), shape: [1]))
    for (name, expected) in [
      ("Less", [false, false, false]), ("GreaterOrEqual", [false, true, true]),
    ] {
      guard case .bools(let found)? = try answer(name, [values, bound], type: .bool)?.elements
      else {
        Issue.record("\(name) answers no truth")
        return
      }
      #expect(found == expected)
    }
    let truth = NamedTensor("a", Tensor(.bools([true, false]), shape: [2]))
    guard case .bools(let other)? = try answer("Not", [truth], type: .bool)?.elements else {
      Issue.record("Not answers no truth")
      return
    }
    #expect(other == [false, true])
    let number = [ONNXAttribute("to", .int(1))]
    #expect(try answer("Cast", [truth], number)?.floats == [1, 0])
  }

  @Test func `keeps numbers within bounds, of which each may be left out`() throws {
    let values = NamedTensor("a", .column([-1, 0.5, 2, .nan]))
    let lower = ONNXTensor(name: "lower", floats: [0], shape: [1])
    let upper = ONNXTensor(name: "upper", floats: [1], shape: [1])
    for (inputs, expected) in [
      (["a", "lower", "upper"], [0, 0.5, 1]), (["a", "", "upper"], [-1, 0.5, 1]),
      (["a", "lower"], [0, 0.5, 2]),
    ] as [([String], [Float])] {
      let node = ONNXNode("Clip", domain: .standard, name: "", inputs: inputs, outputs: ["y"])
      let found = try answersOf(
        [node], constants: [lower, upper], inputs: [values], outputs: [("y", .float)])
      #expect(found["y"]?.floats.dropLast() == expected[...])
      #expect(found["y"]?.floats.last?.isNaN == true)
    }
  }

  @Test func `picks along an axis, also from the end`() throws {
    let picks = NamedTensor("b", Tensor(.int64s([1, -2]), shape: [2, 1]))
    let rows = try answer("Gather", [Self.a, picks])
    #expect(rows?.floats == [3, 4, 1, 2])
    #expect(rows?.shape == [2, 1, 2])
    let columns = try answer("Gather", [Self.a, picks], [ONNXAttribute("axis", .int(1))])
    #expect(columns?.floats == [2, 1, 4, 3])
    let texts = NamedTensor(
      "a", Tensor(.strings(codes: [0, 1], levels: ["no", "sim"]), shape: [2]))
    #expect(try answer("Gather", [texts, picks], type: .string)?.texts == ["sim", "no"])
  }

  @Test(arguments: [2, -3, .max, .min] as [Int64])
  func `does not pick what is not there`(pick: Int64) {
    let picks = NamedTensor("b", Tensor(.int64s([pick]), shape: [1]))
    #expect(throws: LearnerError.unfitONNXInput(.unknownCategory(pick, node: "step"))) {
      try answer("Gather", [Self.a, picks])
    }
  }

  @Test func `multiplies tables`() throws {
    let other = NamedTensor("b", Tensor(.floats([1, 0, 2, -1, 5, 1]), shape: [2, 3]))
    let found = try answer("MatMul", [Self.a, other])
    #expect(found?.floats == [-1, 10, 4, -1, 20, 10])
    #expect(found?.shape == [2, 3])
  }

  @Test func `says where the first of the largest numbers stands`() throws {
    let values = NamedTensor("a", Tensor(.floats([1, 3, 3, 5, 0, 2]), shape: [2, 3]))
    let along = [ONNXAttribute("axis", .int(1)), ONNXAttribute("keepdims", .int(0))]
    let found = try answer("ArgMax", [values], along, type: .int64)
    #expect(found?.int64s == [1, 0])
    #expect(found?.shape == [2])
    #expect(try answer("ArgMax", [values], type: .int64)?.int64s == [1, 0, 0])
    #expect(try answer("ArgMax", [values], type: .int64)?.shape == [1, 3])
  }

  /// 1/(1 + e²) and e/(1 + e + e²) and so on, to seven digits.
  @Test func `makes shares of scores`() throws {
    let scores = NamedTensor("a", Tensor(.floats([-2, 0, 200, -200]), shape: [4, 1]))
    let shares = try answer("Sigmoid", [scores])?.floats ?? []
    #expect(abs(shares[0] - 0.1192029) <= 1e-7)
    #expect(shares[1...] == [0.5, 1, 0])
    let row = NamedTensor("a", Tensor(.floats([1000, 1001, 1002]), shape: [1, 3]))
    let soft = try answer("Softmax", [row])?.floats ?? []
    let expected: [Float] = [0.0900306, 0.2447285, 0.6652409]
    #expect(zip(soft, expected).allSatisfy { abs($0 - $1) <= 1e-7 })
  }

  @Test func `adds weighted columns up for each target`() throws {
    let attributes = [
      ONNXAttribute("coefficients", .floats([1, 10, -1, 2])),
      ONNXAttribute("intercepts", .floats([0.5, 0])), ONNXAttribute("targets", .int(2)),
    ]
    let found = try answer("LinearRegressor", [Self.a], attributes, domain: .learning)
    #expect(found?.floats == [21.5, 3, 43.5, 5])
    #expect(throws: LearnerError.brokenONNX(.node("step", .attributeValue("targets")))) {
      let none = [attributes[0], ONNXAttribute("targets", .int(0))]
      _ = try answer("LinearRegressor", [Self.a], none, domain: .learning)
    }
  }
}
