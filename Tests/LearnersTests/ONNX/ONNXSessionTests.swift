import Learners
import Registry
import Testing

@Suite struct `An ONNX session` {
  @Test func `answers as onnxruntime does`() throws {
    let session = try ScoringGraph(ONNXFixtures.threeClasses.model())
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

  @Test func `scores what an earlier release wrote`() throws {
    let session = try ScoringGraph(ONNXFixtures.earlierRelease.model())
    let answers = try session.run([
      NamedTensor("age", .column([30, .nan, 52.5, 70])),
      NamedTensor("job", .column(codes: [0, -1, 1, 2], levels: ["nurse", "São Paulo", "unseen"])),
    ])
    // onnxruntime 1.31.1 for the same file and rows.
    let expected: [Float] = [
      0.18248963356018066, 0.4670429229736328, 0.9098535776138306, 0.9935342073440552,
    ]
    #expect(answers["label"]?.texts == ["no", "no", "yes", "yes"])
    let found = answers["probabilities"]?.floats.enumerated().filter { $0.offset % 2 == 1 } ?? []
    #expect(found.count == 4)
    #expect(zip(found, expected).allSatisfy { abs($0.element - $1) <= 1e-6 })
  }

  @Test func `scores a forest of scikit-learn`() throws {
    let session = try ScoringGraph(ONNXFixtures.forest.model())
    let answers = try session.run([NamedTensor("X", .column([20, 37.5, 40.2, 61]))])
    // onnxruntime 1.31.1 for the same file and rows.
    #expect(answers["label"]?.texts == ["no", "no", "yes", "yes"])
    #expect(answers["probabilities"]?.floats == [1, 0, 1, 0, 0, 1, 0, 1])
  }

  @Test func `takes a batch without rows`() throws {
    let session = try ScoringGraph(ONNXFixtures.threeClasses.model())
    let answers = try session.run([
      NamedTensor("city", .column(codes: [], levels: [])),
      NamedTensor("n", Tensor(.int64s([]), shape: [0, 1])),
      NamedTensor("x", .column([])),
    ])
    #expect(answers.map(\.tensor.shape) == [[0], [0, 3]])
  }

  @Test func `names an operator that is not supported, and those that are`() throws {
    var model = try ONNXFixtures.threeClasses.model()
    model.graph?.nodes[0].operatorName = "Scan"
    let error = #expect(throws: LearnerError.self) { try ScoringGraph(model) }
    #expect(
      error?.message
        == "the ONNX model cannot be used: the operator 'Scan' of the node 'Scan #0' is not supported"
    )
    #expect(
      error?.remedy
        == "operators there are: "
        + "Abs, Add, And, ArgMax, ArgMin, Cast, Clip, Concat, Constant, ConstantOfShape, "
        + "Div, Equal, Exp, Flatten, Gather, Gemm, Greater, GreaterOrEqual, Identity, "
        + "IsNaN, Less, LessOrEqual, Log, MatMul, Max, Min, Mul, Neg, Not, Or, Pow, "
        + "ReduceLogSumExp, ReduceMean, ReduceProd, ReduceSum, Relu, Reshape, Shape, "
        + "Sigmoid, Slice, Softmax, Sqrt, Squeeze, Sub, Sum, Tanh, Transpose, Unsqueeze, "
        + "Where, ArrayFeatureExtractor, Binarizer, CategoryMapper, FeatureVectorizer, "
        + "Imputer, LabelEncoder, LinearClassifier, LinearRegressor, Normalizer, "
        + "OneHotEncoder, Scaler, SVMClassifier, SVMRegressor, TreeEnsemble, "
        + "TreeEnsembleClassifier, TreeEnsembleRegressor, ZipMap")
    #expect(error?.exitCode == .usage)
  }

  private static let x = NamedTensor("x", .column([1]))
  private static let n = NamedTensor("n", Tensor(.int64s([1]), shape: [1, 1]))
  private static let city = NamedTensor("city", .column(codes: [0], levels: ["a"]))

  @Test(
    arguments: [
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
    let session = try ScoringGraph(ONNXFixtures.threeClasses.model())
    #expect(throws: LearnerError.unfitONNXInput(fault)) { try session.run(batch) }
  }
}
