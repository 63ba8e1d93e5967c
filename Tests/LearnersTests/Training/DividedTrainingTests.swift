import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A training by time or group` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  /// Sample rows with a day, of which four rows share one and which the file does not go by, and one
  /// of 20 shops.
  private func pipeline(_ split: SplitMethod, _ task: LearningTask = .binary) throws
    -> TrainingPipeline
  {
    var pipeline = try sample.pipeline(task, .logisticRegression)
    if task == .regression { pipeline.candidates = [Candidate(.ridge)] }
    var number = -1
    let rows = try sample.directory.read("rows.csv").split(separator: "\n").map { line in
      defer { number += 1 }
      return number < 0 ? "day,shop,\(line)" : "\(day(number)),shop \(shop(number)),\(line)"
    }
    pipeline.data = try sample.directory.write(
      rows.joined(separator: "\n") + "\n", to: "divided.csv")
    pipeline.split = split
    return pipeline
  }

  private func day(_ row: Int) -> Int { 20_260_101 + row * 7 % 120 / 4 }
  private func shop(_ row: Int) -> Int { row * 13 % 20 }

  @Test(arguments: LearningTask.allCases)
  func `learns from the earliest rows and tests on the latest`(task: LearningTask) throws {
    let result = try pipeline(.timeOrdered(column: "day"), task).run()
    let rows = result.rows
    let parts = [rows.learned, rows.measured, rows.test].map { $0.map(day) }
    for (earlier, later) in zip(parts, parts.dropFirst()) {
      #expect(try #require(earlier.max()) < #require(later.min()))
    }
    #expect(parts.map(\.count) == [72, 24, 24])
    #expect(result.features == ["shop", "age", "balance", "job"])
  }

  @Test func `measures each fold on rows later than those that it learns from`() throws {
    var pipeline = try pipeline(.timeOrdered(column: "day"))
    pipeline.folds = 3
    let result = try pipeline.run()
    for fold in result.rows.rounds {
      #expect(
        try #require(fold.train.map(day).max()) < #require(fold.validation.map(day).min()))
    }
    // Of 96 rows a quarter is only learned from: 72 are measured on, and all 96 make the model.
    #expect(result.winner.rows.count == 72)
    #expect(result.trainingRowCount == 96)
    #expect(try sample.metadata(result)["validation_rows"] == 72)
  }

  @Test(arguments: [nil, 3], LearningTask.allCases)
  func `has no group on both sides`(folds: Int?, task: LearningTask) throws {
    var pipeline = try pipeline(.grouped(column: "shop"), task)
    pipeline.folds = folds
    let result = try pipeline.run()
    let tested = Set(result.rows.test.map(shop))
    #expect(!tested.isEmpty)
    #expect(tested.isDisjoint(with: (result.rows.learned + result.rows.measured).map(shop)))
    for round in result.rows.rounds {
      #expect(Set(round.train.map(shop)).isDisjoint(with: round.validation.map(shop)))
    }
    #expect(result.features == ["day", "age", "balance", "job"])
  }

  @Test(arguments: [
    (SplitMethod.timeOrdered(column: "day"), "time_ordered", "day"),
    (.grouped(column: "shop"), "grouped", "shop"),
  ])
  func `says in the metadata which column it went by`(
    split: SplitMethod, method: String, column: String
  ) throws {
    let metadata = try sample.metadata(try pipeline(split).run())
    #expect(
      metadata["split"]
        == .object([
          "method": .string(method), "column": .string(column), "test_fraction": .double(0.2),
          "validation_fraction": .double(0.2),
        ]))
    let inputs = metadata["expected_features"]?.arrayValue?.compactMap(\.stringValue)
    #expect(inputs?.contains(column) == false)
    #expect(try sample.json("model_signature_v1.json")["input_schema"]?[column] == nil)
  }

  @Test(arguments: [SplitMethod.timeOrdered(column: "week"), .grouped(column: "week")])
  func `refuses a column that is not there`(split: SplitMethod) throws {
    let known = ["day", "shop", "age", "balance", "job", "y"]
    #expect(throws: LearnerError.noSuchColumn("week", known: known)) { try pipeline(split).run() }
  }
}
