import Testing

@testable import Learners

@Suite struct `A LightGBM model` {
  private static let numbers = [1, 1.5, 2, 0, 1e-36, -2, .nan]

  /// Counted by hand after `NumericalDecision` of LightGBM's tree.h. Bit 1 sends missing numbers to the
  /// left; above it 0 stands for none, 1 for zero and NaN, 2 for NaN.
  @Test(
    arguments: [
      ("0", [10, 10, 20, 10, 10, 10, 10]), ("2", [10, 10, 20, 10, 10, 10, 10]),
      ("4", [10, 10, 20, 20, 20, 10, 20]), ("6", [10, 10, 20, 10, 10, 10, 10]),
      ("8", [10, 10, 20, 10, 10, 10, 20]), ("10", [10, 10, 20, 10, 10, 10, 10]),
    ] as [(String, [Double])])
  func `sends what is missing where it says`(decision: String, answers: [Double]) throws {
    #expect(try LightGBMText(decision: decision).answers(Self.numbers) == answers)
  }

  /// Counted by hand.
  @Test(
    arguments: [
      ("", [10, 20]), ("objective=regression sqrt\n", [100, 400]),
      ("objective=regression_l1\n", [10, 20]), ("objective=lambdarank\n", [10, 20]),
    ] as [(String, [Double])])
  func `answers with its sums, or with their squares`(
    objective: String, answers: [Double]
  ) throws {
    #expect(try LightGBMText(objective: objective).answers([1, 2]) == answers)
  }

  @Test(
    arguments: [
      (LightGBMText(version: "v2"), "its version is 'v2'"),
      (LightGBMText(objective: "objective=other\n"), "its objective is 'other'"),
      (
        LightGBMText(perRound: 2), "it predicts 2 numbers a row and has no objective for them"
      ),
      (
        LightGBMText(tail: #"pandas_categorical:[["a"]]"#),
        "it does not say which columns its pandas categories belong to"
      ),
      (
        LightGBMText(infos: "0:1", tail: #"pandas_categorical:[["a", 1]]"#),
        "a column has categories that are texts and numbers"
      ),
    ] as [(LightGBMText, String)])
  func `of a kind that is not supported is refused by name`(
    model: LightGBMText, reason: String
  ) throws {
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(model.bytes, path: "model.txt")
    }
    #expect(error?.message == "the LightGBM model cannot be scored: \(reason)")
  }

  @Test func `with linear models in its leaves is refused by name`() throws {
    let text = String(decoding: LightGBMText().bytes, as: UTF8.self)
    let linear = text.replacing("is_linear=0", with: "is_linear=1")
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(Array(linear.utf8), path: "model.txt")
    }
    #expect(
      error?.message
        == "the LightGBM model cannot be scored: its leaves hold linear models (linear_tree)")
  }

  @Test(
    arguments: [
      (LightGBMText(left: "0"), "node 0 of tree 0 is reached twice"),
      (LightGBMText(left: "-2"), "node 2 of tree 0 is reached twice"),
      (
        LightGBMText(left: "-3"),
        "'left_child' of Tree=0 is not a list of whole numbers from -2 to 0"
      ),
      (
        LightGBMText(column: "1"),
        "'split_feature' of Tree=0 is not a list of whole numbers from 0 to 0"
      ),
      (LightGBMText(threshold: "nan"), "'threshold' of Tree=0 is not a list of numbers"),
      (LightGBMText(threshold: ""), "'threshold' of Tree=0 is not a list of 1 numbers"),
      (
        LightGBMText(decision: "1"),
        "'threshold' of Tree=0 is not a list of categories where 'decision_type' says so"
      ),
      (LightGBMText(leafCount: "0"), "'leaf_value' of Tree=0 is not a list of 0 numbers"),
      (
        LightGBMText(leafCount: "2000000000"),
        "'leaf_value' of Tree=0 is not a list of 2000000000 numbers"
      ),
      (LightGBMText(values: "10 inf"), "'leaf_value' of Tree=0 is not a list of finite numbers"),
      (LightGBMText(more: "num_cat=1"), "Tree=0 has 'num_cat' twice"),
      (LightGBMText(end: ""), "it ends before the line 'end of trees'"),
      (LightGBMText(infos: "[0:1] 0:1"), "'feature_infos' of the head is not one word a feature"),
      (
        LightGBMText(perRound: 0),
        "'num_tree_per_iteration' of the head is not a number of classes"
      ),
      (
        LightGBMText(objective: "objective=multiclass num_class:2\n", perRound: 2),
        "'num_tree_per_iteration' of the head is not a divisor of the number of trees"
      ),
      (
        LightGBMText(objective: "objective=binary sigmoid:0\n"),
        "the 'sigmoid' of its objective is not a number above 0"
      ),
      (LightGBMText(tail: "pandas_categorical:{}"), "its 'pandas_categorical' is not a list"),
    ] as [(LightGBMText, String)])
  func `that contradicts itself is refused`(model: LightGBMText, reason: String) throws {
    #expect(throws: LearnerError.brokenModel(.lightGBM, reason: reason)) {
      try ScoringModel(model.bytes, path: "model.txt")
    }
  }

  @Test func `with trees of other lengths than it says is refused`() throws {
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(LightGBMText(sizeError: 1).bytes, path: "model.txt")
    }
    #expect(error?.message.hasSuffix("as 'tree_sizes' says") == true)
  }

  /// One more than there are numbers for.
  @Test func `with more sets of categories than can be counted is refused`() throws {
    let text = String(decoding: LightGBMText(decision: "1", sizeError: 18).bytes, as: UTF8.self)
    let endless = text.replacing("num_cat=0", with: "num_cat=\(Int.max)")
    #expect(
      throws: LearnerError.brokenModel(
        .lightGBM, reason: "'num_cat' of Tree=0 is not a whole number of 0 or more")
    ) { try ScoringModel(Array(endless.utf8), path: "model.txt") }
  }

  /// LightGBM was told of both columns; of the second it saw one value only.
  @Test func `finds the columns of pandas categories that are constant`() throws {
    let model = LightGBMText(
      features: "x y", infos: "[0:3] none",
      tail: """
        parameters:
        [categorical_feature: 1]
        end of parameters
        pandas_categorical:[["a"]]
        """)
    let table = Table(
      columns: [numeric("x", [1, 2]), categorical("y", ["a", "b"])], rowCount: 2)
    let scoring = try ScoringModel(model.bytes, path: "model.txt")
    #expect(try answers(scoring, table) == [10, 20])
  }

  /// A signature may call categories text whatever pandas has them as.
  @Test func `takes texts that spell the numbers of its pandas categories`() throws {
    let model = LightGBMText(
      infos: "0:1", threshold: "0.5", decision: "8", tail: "pandas_categorical:[[10, 20]]")
    let scoring = try ScoringModel(model.bytes, path: "model.txt")
    let table = Table(columns: [categorical("x", ["10", "20", "30", ""])], rowCount: 4)
    #expect(try answers(scoring, table) == [10, 20, 20, 20])
    let words = Table(columns: [categorical("x", ["ten"])], rowCount: 1)
    #expect(throws: LearnerError.self) { try answers(scoring, words) }
  }

  /// A fraction is cut off, as by a cast of C: of -0.5 remains category 0.
  @Test func `takes numbers for categories as C casts them`() throws {
    var model = LightGBMText(infos: "0:1:2", threshold: "0", decision: "1")
    model.more = "cat_boundaries=0 1\ncat_threshold=3"
    let text = String(decoding: model.bytes, as: UTF8.self)
      .replacing("num_cat=0", with: "num_cat=1")
    let scoring = try ScoringModel(Array(text.utf8), path: "model.txt")
    let numbers = [0, 1, 1.9, 2, -0.5, -1, 1e30, .nan]
    let table = Table(columns: [numeric("x", numbers)], rowCount: numbers.count)
    #expect(try answers(scoring, table) == [10, 10, 10, 20, 10, 20, 20, 20])
  }
}
