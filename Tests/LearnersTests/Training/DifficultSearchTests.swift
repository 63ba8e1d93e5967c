import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A search that meets difficulties` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func pipeline(_ csv: String = SampleRows.csv()) throws -> TrainingPipeline {
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.candidates = [Candidate(.logisticRegression)]
    pipeline.search = .trials(9)
    return pipeline
  }

  /// Three rows of a label in a ninth of the rows are none by their share.
  @Test func `leaves no label out of the few rows that most sets learn from`() throws {
    let result = try pipeline(
      SampleRows.csv { $0 } + String(repeating: "30,1.5,admin,maybe\n", count: 6)
    )
    .run()
    #expect(result.searched.allSatisfy { $0.result.failure == nil })
  }

  @Test func `keeps the usual candidate when nothing can be fitted, and says so`() throws {
    var pipeline = try pipeline()
    pipeline.searchSpace = SearchSpace([
      .logisticRegression: [
        "class_weight": .choices([.array([.integer(1), .integer(1), .integer(1)])])
      ]
    ])
    let result = try pipeline.run()
    #expect(result.candidates.count == 1)
    #expect(result.searched.count == 9)
    #expect(result.warnings.contains { $0.hasPrefix("no trial of the search could be fitted: ") })
  }

  @Test func `keeps one model of all that were fitted`() throws {
    let result = try pipeline().run()
    #expect(result.comparison.trials.count { $0.fitted != nil } == 1)
    #expect(result.winner.fitted != nil)
  }
}

@Suite struct `What a model rests on` {
  /// All test rows of a file that is sorted by its label begin with one label.
  @Test func `is measured on rows of every label`() throws {
    let directory = try TemporaryDirectory()
    var csv = "x,y\n"
    for row in 0..<5400 { csv += "\(row % 97),no\n" }
    for row in 5400..<6000 { csv += "\(row % 97 + 50),yes\n" }
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.testFraction = 0.5
    var forest = Candidate(.randomForest)
    try forest.set("n_estimators", to: 3)
    pipeline.candidates = [forest]
    let weights = try pipeline.run().weights
    #expect(weights.entries.count == 1)
    #expect(weights.entries[0].value > 0.1)
  }
}
