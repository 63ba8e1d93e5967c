import Testing

@testable import Learners

@Suite struct `An XGBoost model` {
  /// Counted by hand: the base score and 10 or 20.
  @Test func `goes to the left below a threshold, and with a missing number where it says so`()
    throws
  {
    let numbers = [1, 1.4999999, 1.5, 2, .nan]
    #expect(try XGBoostText().answers(numbers) == [10.5, 10.5, 20.5, 20.5, 10.5])
  }

  /// 1.49999999 is 1.5 as a Float.
  @Test func `compares single precision`() throws {
    #expect(try XGBoostText().answers([1.49999999]) == [20.5])
  }

  /// Counted by hand: logarithms and logits of 0.5, e^0 and so on.
  @Test(
    arguments: [
      ("binary:logitraw", 0.5), ("binary:logistic", 0.5), ("binary:hinge", 1),
      ("count:poisson", 0.5), ("reg:logistic", 0.5), ("reg:tweedie", 0.5), ("rank:ndcg", 0.5),
    ] as [(String, Double)])
  func `without trees answers with its base score`(objective: String, answer: Double) throws {
    let model = XGBoostText(objective: objective, trees: [], treeInfo: "")
    #expect(try model.answers([7]) == [answer])
  }

  @Test(
    arguments: [
      (XGBoostText(objective: "reg:other"), "its objective is 'reg:other'"),
      (XGBoostText(booster: "gbother"), "its booster is 'gbother'"),
      (XGBoostText(targetCount: 2), "it predicts several numbers a row (num_target)"),
      (XGBoostText(featureCount: 1 << 40), "it has 1099511627776 features"),
      (
        XGBoostText(trees: [XGBoostText.tree(leafSize: 2)]),
        "its leaves hold several numbers (multi_output_tree)"
      ),
      (
        XGBoostText(more: #", "cats": {"enc": [{"offsets": [0, 2], "values": [-61, -87]}]}"#),
        "it has categories that are not ASCII, which XGBoost does not save whole"
      ),
    ] as [(XGBoostText, String)])
  func `of a kind that is not supported is refused by name`(
    model: XGBoostText, reason: String
  ) throws {
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(model.bytes, path: "model.json")
    }
    #expect(error?.message == "the XGBoost model cannot be scored: \(reason)")
  }

  @Test(
    arguments: [
      (["left": "3,-1,-1"], "node 0 of tree 0 leads to one that is not there"),
      (["left": "0,-1,-1"], "node 0 of tree 0 is reached twice"),
      (["right": "1,-1,-1"], "node 1 of tree 0 is reached twice"),
      (
        ["right": "1,-1"],
        "its 'learner.gradient_booster.model.trees[0].left_children' is not as long as the other "
          + "lists"
      ),
      (
        ["column": "1,0,0"],
        "its 'learner.gradient_booster.model.trees[0].split_indices' is not a list of features"
      ),
      (
        ["conditions": "NaN,10,20"],
        "its 'learner.gradient_booster.model.trees[0].split_conditions' is not a number everywhere"
      ),
      (
        ["conditions": "1.5,10,Infinity"],
        "its 'learner.gradient_booster.model.trees[0].split_conditions' is not finite in leaves"
      ),
      (
        ["left": "1.5,-1,-1"],
        "its 'learner.gradient_booster.model.trees[0].left_children' is not a list of whole numbers"
      ),
    ] as [([String: String], String)])
  func `whose trees contradict themselves is refused`(
    lists: [String: String], reason: String
  ) throws {
    let tree = XGBoostText.tree(
      left: lists["left"] ?? "1,-1,-1", right: lists["right"] ?? "2,-1,-1",
      column: lists["column"] ?? "0,0,0", conditions: lists["conditions"] ?? "1.5,10,20")
    #expect(throws: LearnerError.brokenModel(.xgboost, reason: reason)) {
      try ScoringModel(XGBoostText(trees: [tree]).bytes, path: "model.json")
    }
  }

  @Test(
    arguments: [
      (
        XGBoostText(treeInfo: "1"),
        "gradient_booster.model.tree_info' is not a class for each tree"
      ),
      (
        XGBoostText(base: "x"),
        "learner_model_param.base_score' is not what 'reg:squarederror' takes"
      ),
      (
        XGBoostText(objective: "binary:logistic", base: "1"),
        "learner_model_param.base_score' is not what 'binary:logistic' takes"
      ),
      (
        XGBoostText(objective: "multi:softprob"),
        "learner_model_param.num_class' is not what 'multi:softprob' takes"
      ),
      (
        XGBoostText(objective: "multi:softprob", base: "[1,2]", classCount: 3),
        "learner_model_param.base_score' is not one number a class"
      ),
    ] as [(XGBoostText, String)])
  func `whose numbers contradict each other is refused`(model: XGBoostText, reason: String) throws {
    #expect(throws: LearnerError.brokenModel(.xgboost, reason: "its 'learner.\(reason)")) {
      try ScoringModel(model.bytes, path: "model.json")
    }
  }

  @Test(arguments: ["2,1", "0,0"])
  func `whose categories lie over each other is refused`(starts: String) throws {
    let tree = XGBoostText.tree(
      more: """
        , "split_type": [1,0,0], "categories": [1,2], "categories_nodes": [0,1],
          "categories_segments": [\(starts)], "categories_sizes": [1,1]
        """)
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(XGBoostText(trees: [tree]).bytes, path: "model.json")
    }
    #expect(error?.message.contains("categories_segments' is not in order") == true)
  }

  /// A class with scikit-learn's interface predicts with the trees up to the end of the best round.
  @Test func `whose rounds end before they begin is refused`() throws {
    let text = String(
      decoding: XGBoostText(more: #", "iteration_indptr": [0, -5]"#).bytes, as: UTF8.self
    ).replacing(
      #""attributes": {}"#, with: #""attributes": {"best_iteration": "0", "scikit_learn": "{}"}"#)
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(Array(text.utf8), path: "model.json")
    }
    #expect(error?.message.hasSuffix("iteration_indptr' is not where rounds end") == true)
  }

  @Test(arguments: ["binf\u{0}\u{0}", "CONFIG-offset:12345678", "\u{0}\u{0}\u{0}\u{3F}"])
  func `in a binary form that XGBoost gave up is refused`(start: String) throws {
    let error = #expect(throws: LearnerError.self) {
      try ScoringModel(Array(start.utf8), path: "model.bin")
    }
    #expect(error?.remedy == "supported are: JSON, UBJSON")
  }

  @Test func `refuses a category that it does not know, as XGBoost does`() throws {
    let rows = try BoosterFixture.texts32.rows.table
    var columns = rows.columns
    columns[3] = categorical("job", Array(repeating: "baker", count: rows.rowCount))
    let model = try ScoringModel(try BoosterFixture.texts32.bytes, path: "model.json")
    #expect(throws: LearnerError.unfitONNXInput(.unknownValue("baker", node: "texts"))) {
      try answers(model, Table(columns: columns, rowCount: rows.rowCount))
    }
  }
}
