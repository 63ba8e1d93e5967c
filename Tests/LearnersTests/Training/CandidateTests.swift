import Registry
import Testing

@testable import Learners

@Suite struct `A candidate` {
  /// The text of a value, as a person writes it.
  private func value(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  private func text(_ value: JSONValue) -> String {
    String(decoding: value.compactText, as: UTF8.self)
  }

  @Test(arguments: [
    (
      ModelFamily.logisticRegression,
      #"{"penalty": "l2", "C": 1.0, "class_weight": null, "max_iter": 100, "tol": 1e-10}"#
    ),
    (.ridge, #"{"alpha": 1.0}"#),
    (
      .randomForest,
      #"""
      {"n_estimators": 200, "criterion": "gini", "max_depth": 12, "min_samples_leaf": 5,
       "max_features": "auto", "bootstrap": true, "class_weight": null}
      """#
    ),
    (
      .gradientBoosting,
      #"""
      {"n_estimators": 200, "learning_rate": 0.1, "max_leaves": 31, "max_depth": null,
       "min_samples_leaf": 20, "l2": 0.0, "subsample": 1.0, "colsample": 1.0,
       "early_stopping_rounds": null, "monotone": {}, "class_weight": null}
      """#
    ),
  ])
  func `tells all of its hyperparameters`(family: ModelFamily, expected: String) throws {
    #expect(try .object(Candidate(family).hyperparameters) == value(expected))
  }

  @Test func `gives the algorithm what is set by name`() throws {
    var candidate = Candidate(.gradientBoosting)
    try candidate.set("n_estimators", to: .integer(7))
    try candidate.set("learning_rate", to: .double(0.05))
    try candidate.set("max_leaves", to: .integer(9))
    try candidate.set("max_depth", to: .integer(3))
    try candidate.set("min_samples_leaf", to: .integer(4))
    try candidate.set("l2", to: .double(2))
    try candidate.set("subsample", to: .double(0.5))
    try candidate.set("colsample", to: .double(0.25))
    try candidate.set("early_stopping_rounds", to: .integer(6))
    try candidate.set("monotone", to: value(#"{"age": 1, "debt": -1}"#))
    try candidate.set("class_weight", to: value("[1, 5]"))
    var learner = GradientBoosting()
    learner.treeCount = 7
    learner.learningRate = 0.05
    learner.maxLeaves = 9
    learner.maxDepth = 3
    learner.minSamplesLeaf = 4
    learner.l2 = 2
    learner.rowFraction = 0.5
    learner.columnFraction = 0.25
    learner.earlyStoppingRounds = 6
    learner.monotone = ["age": .increasing, "debt": .decreasing]
    learner.classWeights = .each([1, 5])
    #expect(candidate == .gradientBoosting(learner))
  }

  @Test(arguments: [
    (ModelFamily.logisticRegression, "C", ["1e-3", "10.0"]),
    (.logisticRegression, "penalty", [#""l2""#, "null"]),
    (.logisticRegression, "class_weight", [#""balanced""#]),
    (.logisticRegression, "max_iter", ["1"]),
    (.ridge, "alpha", ["0.0", "2.5"]),
    (.logisticRegression, "tol", ["0.0"]),
    (.randomForest, "n_estimators", ["1", "100000"]),
    (.randomForest, "criterion", [#""gini""#, #""entropy""#]),
    (.randomForest, "max_depth", ["null", "1"]),
    (.randomForest, "min_samples_leaf", ["1"]),
    (.randomForest, "max_features", [#""sqrt""#, #""auto""#, "null", "1"]),
    (.randomForest, "bootstrap", ["true", "false"]),
    (.randomForest, "class_weight", ["null", #""balanced""#, "[1.0,2.5]"]),
    (.gradientBoosting, "monotone", ["{}", #"{"a":1,"b":-1}"#]),
  ])
  func `answers with what was set`(family: ModelFamily, name: String, values: [String]) throws {
    for spelled in values {
      var candidate = Candidate(family)
      try candidate.set(name, to: value(spelled))
      let found = try #require(candidate.hyperparameters[name])
      let given = try value(spelled)
      // 0.001 is also written 1e-3.
      #expect(
        found.doubleValue == given.doubleValue
          && (given.doubleValue != nil || text(found) == text(given)))
    }
  }

  @Test(arguments: [
    (ModelFamily.logisticRegression, "C", ["0", "-1", "1e-320", #""1""#, "null"]),
    (.logisticRegression, "penalty", [#""l1""#]),
    (.logisticRegression, "max_iter", ["0", "1.5"]),
    (.ridge, "alpha", ["-1"]),
    (.logisticRegression, "tol", ["-1"]),
    (.randomForest, "n_estimators", ["0", "100001", "2.0"]),
    (.randomForest, "criterion", [#""mse""#, "1"]),
    (.randomForest, "max_depth", ["0", "1.5", #""deep""#]),
    (.randomForest, "max_features", ["0", #""log2""#, "0.5"]),
    (.randomForest, "bootstrap", ["1"]),
    (.randomForest, "class_weight", ["[]", "[1]", "[1, 0]", #"[1, "2"]"#, #""equal""#]),
    (.gradientBoosting, "learning_rate", ["0", "1.01"]),
    (.gradientBoosting, "max_leaves", ["1", "131073"]),
    (.gradientBoosting, "l2", ["-0.1"]),
    (.gradientBoosting, "subsample", ["0", "2"]),
    (.gradientBoosting, "monotone", [#"{"a": 0}"#, "[1]"]),
  ])
  func `refuses what a hyperparameter cannot be`(
    family: ModelFamily, name: String, values: [String]
  ) throws {
    for spelled in values {
      var candidate = Candidate(family)
      let error = #expect(throws: LearnerError.self) {
        try candidate.set(name, to: value(spelled))
      }
      #expect(error?.exitCode == .usage)
      #expect(
        error?.message
          == "'\(text(try value(spelled)))' is not a value that '\(name)' can have")
      #expect(candidate == Candidate(family))
    }
  }

  @Test func `says what there is where a name is unknown`() {
    var candidate = Candidate(.logisticRegression)
    let error = #expect(throws: LearnerError.self) {
      try candidate.set("learning_rate", to: .double(0.1))
    }
    #expect(error?.message == "'logistic-regression' has no hyperparameter 'learning_rate'")
    #expect(error?.remedy == "hyperparameters there are: penalty, C, class_weight, max_iter, tol")
  }

  @Test func `says what a value has to be`() {
    var candidate = Candidate(.gradientBoosting)
    let error = #expect(throws: LearnerError.self) {
      try candidate.set("learning_rate", to: .double(2))
    }
    #expect(error?.remedy == "give 'learning_rate' a number above 0 and at most 1")
  }
}

@Suite struct `The setting of a hyperparameter` {
  @Test(arguments: [
    ("gradient-boosting.learning_rate=0.05", JSONValue.double(0.05)),
    ("random-forest.max_depth=null", .null),
    ("random-forest.max_depth=none", .null),
    ("random-forest.class_weight=balanced", "balanced"),
    (#"random-forest.class_weight="balanced""#, "balanced"),
    (#"gradient-boosting.monotone={"a=b.c": 1}"#, .object(["a=b.c": 1])),
  ])
  func `is an algorithm, a name and a value`(text: String, value: JSONValue) throws {
    let setting = try ParameterSetting(text)
    #expect(text.hasPrefix("\(setting.family.rawValue).\(setting.name)="))
    #expect(setting.value == value)
  }

  @Test func `changes candidates of its algorithm and no others`() throws {
    let setting = try ParameterSetting("random-forest.n_estimators=3")
    var forest = Candidate(.randomForest)
    var boosting = Candidate(.gradientBoosting)
    try setting.apply(to: &forest)
    try setting.apply(to: &boosting)
    #expect(forest.hyperparameters["n_estimators"] == 3)
    #expect(boosting == Candidate(.gradientBoosting))
  }

  @Test(arguments: ["", "learning_rate=1", "a.b", "gradient-boosting.=1", "=a.b"])
  func `needs all three`(text: String) {
    #expect(throws: LearnerError.parameters(.notASetting(text))) { try ParameterSetting(text) }
  }

  @Test func `says how it is written`() {
    let error = LearnerError.parameters(.notASetting("learning_rate=1"))
    #expect(throws: error) { try ParameterSetting("learning_rate=1") }
    #expect(error.message == "'learning_rate=1' sets no hyperparameter")
    #expect(error.remedy == "write it like gradient-boosting.learning_rate=0.05")
  }

  @Test(arguments: ["forest.n_estimators=1", "random-forest.trees=1", "random-forest.max_depth=0"])
  func `has to mean something`(text: String) {
    let error = #expect(throws: LearnerError.self) { try ParameterSetting(text) }
    #expect(error?.exitCode == .usage && error?.remedy != nil)
  }
}
