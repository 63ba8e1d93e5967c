import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `Training` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func pipeline(_ csv: String = SampleRows.csv()) throws -> TrainingPipeline {
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.candidates = [Candidate(.logisticRegression)]
    return pipeline
  }

  private func refusal(_ change: (inout TrainingPipeline) -> Void) throws -> LearnerError? {
    var pipeline = try pipeline()
    change(&pipeline)
    return #expect(throws: LearnerError.self) { try pipeline.run() }
  }

  @Test func `gives the same model, byte for byte, for the same data and seed`() throws {
    let (one, other) = (try pipeline().run(), try pipeline().run())
    #expect(one.model == other.model)
    #expect(one.testMetrics == other.testMetrics)
    #expect(one.rows.test == other.rows.test)
  }

  @Test func `splits otherwise with another seed`() throws {
    var pipeline = try pipeline()
    let first = try pipeline.run()
    pipeline.seed = 43
    #expect(try pipeline.run().rows.test != first.rows.test)
  }

  @Test func `splits every row into one of three parts, stratified`() throws {
    let result = try pipeline().run()
    let (rows, labels) = (result.rows, result.target.labels)
    #expect((rows.learned + rows.measured + rows.test).sorted() == Array(0..<120))
    // A fifth of 64 yes and of 56 no, to the nearest row: 13 and 11, twice.
    #expect(labels.count { $0 == 1 } == 64)
    #expect(rows.measured.count { labels[$0] == 1 } == 13)
    #expect(rows.measured.count == 24)
    #expect(rows.test.count { labels[$0] == 1 } == 13)
    #expect(rows.test.count == 24)
    #expect(result.trainingRowCount == 72)
  }

  @Test func `learns what there is to learn`() throws {
    let result = try pipeline().run()
    #expect(result.converged)
    #expect(try #require(result.testMetrics.value(of: .areaUnderROC)) > 0.8)
    #expect(result.features == ["age", "balance", "job"])
    #expect(result.target.classes == ["no", "yes"])
    // sha256sum of the file.
    let csv = Array(SampleRows.csv().utf8)
    #expect(result.dataSHA256 == SHA256.digest(of: csv))
  }

  @Test func `says what it does`() throws {
    var steps: [String] = []
    _ = try pipeline().run { if steps.last != $0.activity { steps.append($0.activity) } }
    #expect(
      steps == [
        "reading \(directory.file("rows.csv"))", "fitting logistic-regression on 72 rows",
        "measuring on 24 rows", "writing",
      ])
  }

  @Test func `leaves out the columns that are dropped`() throws {
    var pipeline = try pipeline()
    pipeline.drop = ["job", "balance"]
    #expect(try pipeline.run().features == ["age"])
  }

  @Test func `reads a column as the type that is given`() throws {
    var pipeline = try pipeline()
    pipeline.types = ["age": .categorical]
    #expect(
      try pipeline.run().rows.features.columns.map(\.type) == [.categorical, .real, .categorical])
  }

  @Test func `measures at the threshold of a half`() throws {
    let result = try pipeline().run()
    #expect(result.threshold == 0.5)
    let positives = result.testPredictions.count { $0 >= 0.5 }
    guard case .binary(let metrics) = result.testMetrics else { throw Unexpected() }
    let counts = metrics.confusionMatrix.rows
    #expect(counts[0][1] + counts[1][1] == positives)
  }

  @Test func `points at columns that tell nothing`() throws {
    var number = 0
    let csv = SampleRows.csv { line in
      defer { number += 1 }
      return line == SampleRows.header ? "id,name,bank,\(line)" : "\(number),n\(number),one,\(line)"
    }
    #expect(
      try pipeline(csv).run().notes == [
        TableNote(column: "id", reason: .rowNumber),
        TableNote(column: "name", reason: .nearlyUnique),
        TableNote(column: "bank", reason: .constant),
      ])
  }

  @Test func `leaves out a column without a value in the training rows, and says so`() throws {
    let pipeline = try pipeline(SampleRows.csv { ($0 == SampleRows.header ? "gap," : ",") + $0 })
    let result = try pipeline.run()
    #expect(!result.features.contains("gap"))
    #expect(result.notes.contains(TableNote(column: "gap", reason: .leftOut)))
  }

  @Test func `says that numbers differ too little for single precision`() throws {
    var row = 0
    let csv = SampleRows.csv { line in
      defer { row += 1 }
      return (line == SampleRows.header ? "time," : "\(1_700_000_000 + row % 13),") + line
    }
    let notes = try pipeline(csv).run().notes
    #expect(notes.contains(TableNote(column: "time", reason: .lowPrecision)))
  }

  @Test func `splits the same rows whichever label is positive`() throws {
    let csv = SampleRows.csv { $0 }
    var (one, other) = (try pipeline(csv), try pipeline(csv))
    let labels = try one.run().target.classes
    (one.positive, other.positive) = (labels[0], labels[1])
    #expect(try one.run().rows.test == other.run().rows.test)
  }

  @Test func `reads the target as text even when a type is given for its other spelling`() throws {
    let csv = "\u{E9},e\u{301},y\n" + String(repeating: "0,1,a\n1,2,b\n", count: 20)
    var pipeline = try pipeline(csv)
    pipeline.target = "\u{E9}"
    pipeline.types = ["e\u{301}": .real]
    #expect(try pipeline.run().target.classes == ["0", "1"])
  }

  @Test func `refuses a feature with the name of an output before it fits`() throws {
    let csv = "label,y\n" + String(repeating: "0,a\n1,b\n", count: 20)
    #expect(throws: LearnerError.unwritableONNX(.reservedName("label"))) {
      try pipeline(csv).run()
    }
  }

  @Test func `refuses names that are not in the header`() throws {
    let known = ["age", "balance", "job", "y"]
    #expect(try refusal { $0.target = "Y" } == .noSuchColumn("Y", known: known))
    #expect(try refusal { $0.drop = ["jobs"] } == .noSuchColumn("jobs", known: known))
    #expect(try refusal { $0.types = ["x": .real] } == .noSuchColumn("x", known: known))
  }

  @Test func `refuses a label that does not occur`() throws {
    #expect(
      try refusal { $0.positive = "maybe" }
        == .noSuchLabel("maybe", column: "y", known: ["no", "yes"]))
  }

  @Test func `refuses to learn from nothing`() throws {
    #expect(try refusal { $0.drop = ["age", "balance", "job"] } == .noFeatures)
  }

  @Test(arguments: [(0.0, 0.2), (0.2, 0.0), (0.5, 0.5), (1, 0.2), (-0.1, 0.2), (.nan, 0.2)])
  func `refuses shares that leave a part without rows`(test: Double, validation: Double) throws {
    let error = try refusal {
      $0.testFraction = test
      $0.validationFraction = validation
    }
    guard case .badSplitFractions = error else {
      Issue.record("expected badSplitFractions, got \(String(describing: error))")
      return
    }
  }

  @Test func `refuses a type that the cells do not have, at its line`() throws {
    let error = try refusal { $0.types = ["job": .real] }
    #expect(error?.message.contains("line 2") == true)
    #expect(error?.message.contains("'job'") == true)
  }
}

@Suite struct `A model family` {
  @Test(arguments: ModelFamily.allCases)
  func `is found by its name`(family: ModelFamily) throws {
    #expect(try ModelFamily(named: family.rawValue) == family)
    #expect(family.metadataName == family.rawValue.replacing("-", with: "_"))
  }

  @Test func `is refused under another name, with the names there are`() {
    let refusal = LearnerError.unknownModel(
      "logistic_regression", known: ModelFamily.allCases.map(\.rawValue))
    #expect(throws: refusal) { try ModelFamily(named: "logistic_regression") }
  }
}
