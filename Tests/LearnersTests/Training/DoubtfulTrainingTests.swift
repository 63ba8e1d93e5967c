import TestSupport
import Testing

@testable import Learners

@Suite struct `A training that nobody should rely on` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func warnings(_ csv: String, _ family: ModelFamily) throws -> [String] {
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.candidates = [Candidate(family)]
    return try pipeline.run().warnings
  }

  @Test func `says that few rows measure little`() throws {
    // A fifth of the rows each.
    let few = "only 8 rows to measure on: what they say of a model is mostly chance"
    #expect(try warnings(SampleRows.csv(rows: 40), .logisticRegression).first == few)
    #expect(try warnings(SampleRows.csv(), .logisticRegression).isEmpty)
  }

  /// The one input is the same in every row: all answers are alike.
  @Test(arguments: [("logistic-regression", "roc_auc 0.5000"), ("ridge", "r2 ")])
  func `says that it is no better than chance`(model: String, measured: String) throws {
    let isRidge = model == "ridge"
    var csv = "x,y\n"
    for row in 0..<200 {
      csv += "1,\(isRidge ? "\(row * 7919 % 101).5" : row % 3 == 0 ? "a" : "b")\n"
    }
    let said = try warnings(csv, try ModelFamily(named: model))
    #expect(said.count == 1)
    #expect(said[0].hasPrefix("the model is no better than chance: " + measured))
  }

  @Test func `says that a column has very many texts`() throws {
    var csv = "t,y\n"
    for row in 0..<3000 { csv += "t\(row * 7919 % 1200),\(row % 3 == 0 ? "a" : "b")\n" }
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.candidates = [Candidate(.logisticRegression)]
    let notes = try pipeline.run().notes
    #expect(notes == [TableNote(column: "t", reason: .manyLevels)])
  }

  @Test func `is refused when its target is to be left out`() throws {
    var pipeline = TrainingPipeline(
      data: try directory.write(SampleRows.csv(), to: "rows.csv"), target: "y")
    pipeline.drop = ["job", "y"]
    #expect(throws: LearnerError.targetDropped("y")) { try pipeline.run() }
  }

  /// Of 100 days the last 20 are tested on, and the 20 before them choose.
  @Test(arguments: [(80, RowSplit.Part.test), (60, .validation)])
  func `is refused when the latest rows have one label only`(
    from: Int, part: RowSplit.Part
  ) throws {
    var csv = "day,x,y\n"
    for day in 0..<100 {
      let isTold = (from..<from + 20).contains(day)
      csv += "\(day),\(day % 7),\(isTold || day % 2 == 0 ? "yes" : "no")\n"
    }
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.split = .timeOrdered(column: "day")
    let refusal = LearnerError.unsplittable(.oneLabelOnly("yes", part: part))
    #expect(throws: refusal) { try pipeline.run() }
    #expect(refusal.message == "every row of the \(part.rawValue) part has the label 'yes'")
  }
}
