import Learners
import Registry
import Testing

@Suite struct `An ONNX session` {
  @Test func `answers as onnxruntime does`() throws {
    let session = try ONNXSession(ONNXFixtures.threeClasses.model())
    let answers = try session.run([
      NamedTensor("city", .column(codes: [0, 1, -1, 2], levels: ["é", "e\u{301}", "x"])),
      NamedTensor("n", Tensor(.int64s([4, 0, -7, 100]), shape: [4, 1])),
      NamedTensor("x", .column([1.5, .nan, -3, 8])),
    ])
    // Printed by make_fixtures.py: onnxruntime 1.31.1.
    let expected: [Float] = [
      0.016514955088496208, 0.08179908990859985, 0.9016859531402588,
      0.1343209147453308, 0.2003832459449768, 0.6652958393096924,
      0.9671286344528198, 0.03070213459432125, 0.0021691429428756237,
      7.621832852355848e-12, 1.850596277108707e-06, 0.9999980926513672,
    ]
    #expect(answers.map(\.name) == ["label", "scores"])
    #expect(answers["label"]?.texts == ["c", "c", "a", "c"])
    let scores = try #require(answers["scores"])
    #expect(scores.shape == [4, 3])
    #expect(zip(scores.floats, expected).allSatisfy { abs($0 - $1) <= 1e-6 })
  }

  @Test func `takes a batch without rows`() throws {
    let session = try ONNXSession(ONNXFixtures.threeClasses.model())
    let answers = try session.run([
      NamedTensor("city", .column(codes: [], levels: [])),
      NamedTensor("n", Tensor(.int64s([]), shape: [0, 1])),
      NamedTensor("x", .column([])),
    ])
    #expect(answers.map(\.tensor.shape) == [[0], [0, 3]])
  }

  @Test func `names an operator that is not supported, and those that are`() throws {
    let error = #expect(throws: LearnerError.self) {
      try ONNXSession(ONNXFixtures.forest.model())
    }
    #expect(
      error?.message
        == "the ONNX model cannot be used: the operator 'TreeEnsembleClassifier' of the node "
        + "'TreeEnsembleClassifier' is not supported")
    #expect(
      error?.remedy
        == "operators there are: Cast, Concat, Identity, Reshape, Imputer, LabelEncoder, "
        + "LinearClassifier, OneHotEncoder, Scaler")
    #expect(error?.exitCode == .usage)
  }

  private static let x = NamedTensor("x", .column([1]))
  private static let n = NamedTensor("n", Tensor(.int64s([1]), shape: [1, 1]))
  private static let city = NamedTensor("city", .column(codes: [0], levels: ["a"]))

  @Test(
    arguments: [
      ([x, n], .missing("city")),
      ([x, n, city, NamedTensor("y", .column([1]))], .unknown("y", known: ["x", "n", "city"])),
      ([x, n, city, x], .twice("x")),
      ([NamedTensor("x", city.tensor), n, city], .type("x", expected: "float32", found: "str")),
      ([NamedTensor("x", Tensor(.floats([1]), shape: [1])), n, city], .shape("x", found: [1])),
      (
        [x, n, NamedTensor("city", .column(codes: [0, 0], levels: ["a"]))],
        .shape("city", found: [2, 1])
      ),
      ([x, n, NamedTensor("city", .column(codes: [1], levels: ["a"]))], .code("city", 1)),
      ([x, n, NamedTensor("city", .column(codes: [-2], levels: ["a"]))], .code("city", -2)),
    ] as [([NamedTensor], ONNXInputFault)])
  func `refuses a batch that does not fit`(batch: [NamedTensor], fault: ONNXInputFault) throws {
    let session = try ONNXSession(ONNXFixtures.threeClasses.model())
    #expect(throws: LearnerError.unfitONNXInput(fault)) { try session.run(batch) }
  }
}
