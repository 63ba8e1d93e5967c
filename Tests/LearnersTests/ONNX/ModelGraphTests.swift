import Testing

@testable import Learners

@Suite struct `A model graph` {
  private static let age = FittedColumnTransformer.Input.numeric(
    NumericInput(name: "age in years", median: 40, mean: 30, scale: 2))
  private static let job = FittedColumnTransformer.Input.categorical(
    CategoricalInput(name: "é", levels: ["e\u{301}", "é"], missingIsLevel: true))

  private static func plain(_ name: String, scale: Double = 1) -> FittedColumnTransformer.Input {
    .numeric(NumericInput(name: name, median: 0, mean: 0, scale: scale))
  }

  private func graph(
    _ inputs: [FittedColumnTransformer.Input] = [age, job],
    coefficients: [Double] = [0.25, 2, 1, -3], intercept: Double = -1,
    answer: ModelGraph.Answer = .binary(classes: ["0", "1"], areIntegers: true, threshold: 0.5)
  ) -> ModelGraph {
    ModelGraph(
      estimator: .linear(
        FittedColumnTransformer(inputs: inputs), coefficients: [coefficients],
        intercepts: [intercept]),
      response: .logistic, answer: answer)
  }

  private func run(
    _ graph: ModelGraph, _ batch: [NamedTensor]
  ) throws(LearnerError) -> [NamedTensor] {
    try ScoringGraph(try ONNXModel.decode(try graph.model().encode())).run(batch)
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

  @Test func `gives the positive label from the threshold on, and never where there is no number`()
    throws
  {
    var half = graph([Self.plain("x")], coefficients: [1], intercept: 0)
    let values: [Float] = [0, -1e-6, 1e-6, .nan, -.infinity, .infinity]
    let batch = [NamedTensor("x", .column(values))]
    #expect(try run(half, batch)["label"]?.int64s == [1, 0, 1, 1, 0, 1])
    half.answer = .binary(classes: ["não", "sim"], areIntegers: false, threshold: 1)
    #expect(try run(half, batch)["label"]?.texts == ["não", "não", "não", "não", "não", "sim"])
    half.estimator = .linear(
      FittedColumnTransformer(inputs: [Self.plain("x")]), coefficients: [[0]], intercepts: [0])
    // 0 · ∞ is no number.
    half.answer = .binary(classes: ["não", "sim"], areIntegers: false, threshold: 0)
    #expect(try run(half, batch)["label"]?.texts == ["sim", "sim", "sim", "sim", "não", "não"])
  }

  /// By hand: 2·score - 1 through the logistic function, and a line through (0, ¼), (1, ½) and (3, 1).
  @Test(
    arguments: [
      (.sigmoid(slope: 2, intercept: -1), [0.2689414, 0.5, 0.7310586, 0.9933071, 0.0474259]),
      (
        .isotonic(scores: [0, 1, 3], probabilities: [0.25, 0.5, 1]),
        [0.25, 0.375, 0.5, 1, 0.25]
      ),
      (.isotonic(scores: [1], probabilities: [0.125]), [0.125, 0.125, 0.125, 0.125, 0.125]),
      // As Floats, both scores are 0.5: a step.
      (
        .isotonic(scores: [0.5, 0.5 + 1e-12], probabilities: [0.25, 0.75]),
        [0.75, 0.75, 0.75, 0.75, 0.75]
      ),
    ] as [(ProbabilityCalibration, [Float])])
  func `calibrates scores`(calibration: ProbabilityCalibration, expected: [Float]) throws {
    var calibrated = graph([Self.plain("x")], coefficients: [1], intercept: 0)
    calibrated.calibration = calibration
    let found = try run(calibrated, [NamedTensor("x", .column([0, 0.5, 1, 3, -1]))])
    let positive = found["probabilities"]?.floats.enumerated().filter { $0.offset % 2 == 1 } ?? []
    #expect(positive.count == 5)
    #expect(zip(positive, expected).allSatisfy { abs($0.element - $1) <= 1e-6 })
  }

  @Test func `gives scores by a name that no column has`() throws {
    let scores = graph(
      [Self.plain("scores"), Self.plain("label")], coefficients: [1, 2], intercept: 3,
      answer: .scores)
    let table = Table(columns: [numeric("label", [1]), numeric("scores", [-4])], rowCount: 1)
    let session = try ScoringGraph(scores.model())
    #expect(session.outputs.map(\.name) == ["_scores"])
    #expect(try session.scores(table) == [1])
  }

  @Test func `keeps apart from columns named like its own values`() throws {
    let names = ["model/numeric/filled", "_model/numeric/scaled", "__model/scores", "rows"]
    let answers = try run(
      graph(names.map { Self.plain($0) }, coefficients: [1, 2, 3, 4], intercept: 0),
      names.map { NamedTensor($0, .column([-1])) })
    #expect(answers["label"]?.int64s == [0])
  }

  @Test func `takes a column without levels and does not look at it`() throws {
    let empty = FittedColumnTransformer.Input.categorical(
      CategoricalInput(name: "empty", levels: [], missingIsLevel: false))
    let answers = try run(
      graph([empty, Self.age], coefficients: [1], intercept: 0),
      [
        NamedTensor("empty", .column(codes: [-1], levels: [])),
        NamedTensor("age in years", .column([31])),
      ])
    #expect(answers["label"]?.int64s == [1])
  }

  @Test func `scores trees that ask for nothing`() throws {
    let column = CategoricalInput(name: "t", levels: ["a"], missingIsLevel: true)
    let binner = FittedColumnBinner(
      inputs: [.categorical(CategoricalBins(fitting: [0], levels: ["a"], name: "t", maxBins: 2))])
    #expect(binner.columnNames == [column.name])
    let trees = TreeEnsemble(
      binner: binner, trees: [], baseline: [1.5], scale: 2, leavesAnswerAll: false)
    let number = ModelGraph(estimator: .trees(trees), response: .identity, answer: .number)
    let batch = [NamedTensor("t", .column(codes: [0, -1], levels: ["a"]))]
    #expect(try run(number, batch)["prediction"]?.floats == [3, 3])
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
    let names = (0..<10_000).map { "c\($0)" }
    let wide = graph(
      names.map { Self.plain($0) }, coefficients: Array(repeating: 1, count: 10_000),
      intercept: -9_999.5)
    let answers = try run(wide, names.map { NamedTensor($0, .column([1, 0.5])) })
    #expect(answers["label"]?.int64s == [1, 0])
  }

  private static func text(_ levels: [String]) -> FittedColumnTransformer.Input {
    .categorical(CategoricalInput(name: "t", levels: levels, missingIsLevel: false))
  }

  @Test(
    arguments: [
      ([plain("label")], [1], .reservedName("label")),
      ([plain("probabilities")], [1], .reservedName("probabilities")),
      ([plain("")], [1], .emptyName),
      ([plain("a"), plain("a")], [1, 1], .twice("columns", "a")),
      ([text(["", "a"])], [1, 1], .emptyLevel("t")),
      ([text([])], [], .noFeatures),
      ([plain("a")], [1, 2], .coefficientCount(expected: 1, found: 2)),
      ([plain("a", scale: 1e-300)], [1], .notFinite("a")),
      ([plain("a")], [.nan], .notFinite("the coefficients")),
    ] as [([FittedColumnTransformer.Input], [Double], ONNXExportFault)])
  func `is refused when it cannot be written`(
    inputs: [FittedColumnTransformer.Input], coefficients: [Double], fault: ONNXExportFault
  ) {
    #expect(throws: LearnerError.unwritableONNX(fault)) {
      try graph(inputs, coefficients: coefficients).model()
    }
  }

  @Test(
    arguments: [
      (["1", "1"], true, .twice("labels", "1")), (["1", "01"], true, .twice("labels", "1")),
      (["a", "a"], false, .twice("labels", "a")), (["1", "one"], true, .notInteger("one")),
    ] as [([String], Bool, ONNXExportFault)])
  func `is refused with labels that are one or no numbers`(
    classes: [String], areIntegers: Bool, fault: ONNXExportFault
  ) {
    let answer = ModelGraph.Answer.binary(
      classes: classes, areIntegers: areIntegers, threshold: 0.5)
    #expect(throws: LearnerError.unwritableONNX(fault)) { try graph(answer: answer).model() }
  }

  @Test func `is refused when what trees answer is too large`() throws {
    let bins = FittedColumnBinner(inputs: [.numeric(NumericBins(name: "x", thresholds: []))])
    let trees = TreeEnsemble(
      binner: bins, trees: [], baseline: [1e30], scale: 1e30, leavesAnswerAll: false)
    let number = ModelGraph(estimator: .trees(trees), response: .identity, answer: .number)
    #expect(throws: LearnerError.unwritableONNX(.notFinite("the trees"))) { try number.model() }
  }
}
