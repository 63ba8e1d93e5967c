import Learners
import Testing

@Suite struct `A linear classifier as ONNX` {
  private static let age = LinearClassifierGraph.Input(
    name: "age in years", .numeric(fill: 40, offset: 30, scale: 0.5))
  private static let job = LinearClassifierGraph.Input(
    name: "é", .categorical(levels: ["é", "e\u{301}"], missingIsLevel: true))

  private func graph(
    _ inputs: [LinearClassifierGraph.Input] = [age, job],
    coefficients: [Float] = [0.25, 1, 2, -3], intercept: Float = -1,
    labels: LinearClassifierGraph.Labels = .integers(negative: 0, positive: 1)
  ) -> LinearClassifierGraph {
    LinearClassifierGraph(
      inputs: inputs, coefficients: coefficients, intercept: intercept, labels: labels)
  }

  private func run(
    _ graph: LinearClassifierGraph, _ batch: [NamedTensor]
  ) throws(LearnerError) -> [NamedTensor] {
    try ONNXSession(try ONNXModel.decode(try graph.model().encode())).run(batch)
  }

  // Sums by hand: -1 + 0.25·(age - 30)·0.5, and 1 for é, 2 for e + accent, -3 for missing.
  @Test func `scores missing values, unseen levels and levels that only bytes tell apart`() throws {
    let answers = try run(
      graph(),
      [
        NamedTensor("age in years", .column([30, 38, .nan, 30])),
        NamedTensor("é", .column(codes: [1, 0, -1, 2], levels: ["é", "e\u{301}", "unseen"])),
      ])
    // Logistic function of 1, 1, -2.75 and -1 to seven digits.
    let positive: [Float] = [0.7310586, 0.7310586, 0.0600867, 0.2689414]
    let expected = positive.flatMap { [1 - $0, $0] }
    #expect(answers["label"]?.int64s == [1, 1, 0, 0])
    let found = try #require(answers["probabilities"])
    #expect(found.shape == [4, 2])
    #expect(zip(found.floats, expected).allSatisfy { abs($0 - $1) <= 1e-6 })
  }

  @Test func `gives the negative label to a sum of exactly zero`() throws {
    let zero = graph([Self.age], coefficients: [0], intercept: 0)
    let answers = try run(zero, [NamedTensor("age in years", .column([1]))])
    #expect(answers["label"]?.int64s == [0])
    #expect(answers["probabilities"]?.floats == [0.5, 0.5])
  }

  @Test func `has text labels when they are text`() throws {
    let texts = graph(
      [Self.job], coefficients: [1, 2, -3], intercept: 0,
      labels: .texts(negative: "não", positive: "sim"))
    let answers = try run(texts, [NamedTensor("é", .column(codes: [0, -1], levels: ["é"]))])
    #expect(answers["label"]?.texts == ["sim", "não"])
  }

  @Test func `keeps apart from columns named like its own values`() throws {
    let names = ["model/numeric/filled", "_model/numeric/scaled", "__model/classifier", "rows"]
    let inputs = names.map {
      LinearClassifierGraph.Input(name: $0, .numeric(fill: 0, offset: 0, scale: 1))
    }
    let answers = try run(
      graph(inputs, coefficients: [1, 2, 3, 4], intercept: 0),
      names.map { NamedTensor($0, .column([-1])) })
    #expect(answers["label"]?.int64s == [0])
  }

  @Test func `takes a column without levels and does not look at it`() throws {
    let empty = LinearClassifierGraph.Input(
      name: "empty", .categorical(levels: [], missingIsLevel: false))
    let answers = try run(
      graph([empty, Self.age], coefficients: [1], intercept: 0),
      [
        NamedTensor("empty", .column(codes: [-1], levels: [])),
        NamedTensor("age in years", .column([31])),
      ])
    #expect(answers["label"]?.int64s == [1])
  }

  @Test func `carries its metadata and versions`() throws {
    var tagged = graph()
    tagged.metadata = [("version", "v1.0.0"), ("a", "b")]
    let model = try tagged.model()
    #expect(model.metadata.map(\.key) == ["version", "a"])
    #expect(model.irVersion == 7)
    #expect(model.operatorSets.map(\.version) == [13, 2])
    #expect(model.encode() == (try tagged.model().encode()))
  }

  @Test func `takes ten thousand columns`() throws {
    let inputs = (0..<10_000).map {
      LinearClassifierGraph.Input(name: "c\($0)", .numeric(fill: 0, offset: 0, scale: 1))
    }
    let wide = graph(inputs, coefficients: Array(repeating: 1, count: 10_000), intercept: -9_999.5)
    let answers = try run(wide, inputs.map { NamedTensor($0.name, .column([1, 0.5])) })
    #expect(answers["label"]?.int64s == [1, 0])
  }

  private static func numeric(_ name: String, scale: Float = 1) -> LinearClassifierGraph.Input {
    .init(name: name, .numeric(fill: 0, offset: 0, scale: scale))
  }

  private static func text(_ levels: [String]) -> LinearClassifierGraph.Input {
    .init(name: "t", .categorical(levels: levels, missingIsLevel: false))
  }

  @Test(
    arguments: [
      ([numeric("label")], [1], .reservedName("label")),
      ([numeric("probabilities")], [1], .reservedName("probabilities")),
      ([numeric("")], [1], .emptyName),
      ([numeric("a"), numeric("a")], [1, 1], .twice("columns", "a")),
      ([text(["a", "a"])], [1, 1], .twice("levels of the column 't'", "a")),
      ([text(["a", ""])], [1, 1], .emptyLevel("t")),
      ([text([])], [], .noFeatures),
      ([numeric("a")], [1, 2], .coefficientCount(expected: 1, found: 2)),
      ([numeric("a", scale: .infinity)], [1], .notFinite("a")),
      ([numeric("a")], [.nan], .notFinite("the coefficients")),
    ] as [([LinearClassifierGraph.Input], [Float], ONNXExportFault)])
  func `is refused when it cannot be written`(
    inputs: [LinearClassifierGraph.Input], coefficients: [Float], fault: ONNXExportFault
  ) {
    #expect(throws: LearnerError.unwritableONNX(fault)) {
      try graph(inputs, coefficients: coefficients).model()
    }
  }
}
