import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `Training with weights` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// The sample rows with a column of weights.
  private func pipeline(_ weight: (Int) -> String) throws -> TrainingPipeline {
    var number = 0
    let csv = SampleRows.csv { line in
      defer { number += 1 }
      return (line == SampleRows.header ? "w," : "\(weight(number - 1)),") + line
    }
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    pipeline.weights = "w"
    pipeline.calibration = .none
    pipeline.candidates = ModelFamily.allCases.filter { $0.does(.binary) }.map { family in
      var candidate = Candidate(family)
      try? candidate.set("n_estimators", to: 5)
      return candidate
    }
    return pipeline
  }

  @Test func `takes the column for no input, and says so in the metadata`() throws {
    let result = try pipeline { _ in "1" }.run()
    #expect(result.features == ["age", "balance", "job"])
    let metadata = result.metadata(at: Timestamp(secondsSinceEpoch: 0))
    #expect(metadata["weight_column"] == "w")
  }

  @Test func `gives the same models as without when every row weighs 1`() throws {
    let weighted = try pipeline { _ in "1" }
    var plain = weighted
    plain.weights = nil
    plain.drop = ["w"]
    let (one, other) = (try weighted.run(), try plain.run())
    #expect(one.model == other.model)
    #expect(one.candidates.map(\.score) == other.candidates.map(\.score))
  }

  /// Every twelfth row has the label that the rule does not give it.
  @Test func `does not learn from rows that weigh nothing`() throws {
    let heeded = try pipeline { _ in "1" }.run()
    let ignored = try pipeline { $0 % 12 == 0 ? "0" : "1" }.run()
    for (one, other) in zip(heeded.comparison.trials, ignored.comparison.trials) {
      #expect(one.candidate == other.candidate)
      #expect(one.metrics != other.metrics)
    }
  }

  @Test(arguments: ["", "-1", "inf", "nan"])
  func `refuses a weight that is none, and says where`(weight: String) throws {
    let pipeline = try pipeline { $0 == 6 ? weight : "0.5" }
    #expect(throws: LearnerError.weightOutOfRange(row: 7)) { try pipeline.run() }
  }

  @Test func `refuses weights that are text`() throws {
    let pipeline = try pipeline { $0 == 6 ? "heavy" : "0.5" }
    let data = directory.file("rows.csv")
    let refusal = LearnerError.cellDoesNotFit(
      file: data, line: 8, column: "w", type: .real, cell: "heavy")
    #expect(throws: refusal) { try pipeline.run() }
  }
}
