import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A space to search` {
  private func space(_ text: String) throws -> SearchSpace {
    try SearchSpace(Array(text.utf8), path: "space.json")
  }

  private func candidates(
    of space: SearchSpace, count: Int = 200, seed: UInt64 = 1
  ) throws -> [JSONObject] {
    try (0..<count).map { try space.candidate(ofTrial: $0, seed: seed).hyperparameters }
  }

  @Test func `draws each trial from the seed and its number alone`() throws {
    let usual = SearchSpace.usual
    let first = try candidates(of: usual, count: 16)
    #expect(try candidates(of: usual, count: 16) == first)
    #expect(try usual.candidate(ofTrial: 7, seed: 1).hyperparameters == first[7])
    let others = try candidates(of: usual, count: 16, seed: 2)
    #expect(zip(first, others).allSatisfy { $0 != $1 })
    #expect(Set(first.map { JSONValue.object($0).compactText }).count == 16)
  }

  @Test func `has the algorithms take turns`() throws {
    let families = try (0..<5).map { try SearchSpace.usual.candidate(ofTrial: $0, seed: 1).family }
    #expect(families[..<4] == SearchSpace.usual.families[...])
    #expect(families[4] == families[0])
    let some = SearchSpace.usual.limited(to: [.randomForest])
    #expect(some.families == [.randomForest])
    #expect(try some.candidate(ofTrial: 1, seed: 1).family == .randomForest)
    #expect(throws: LearnerError.parameters(.nothingToSearch)) {
      try some.limited(to: []).candidate(ofTrial: 0, seed: 1)
    }
  }

  @Test func `draws the same whatever the order of a file`() throws {
    let one = try space(
      #"{"gradient-boosting": {"l2": {"low": 0, "high": 1}, "max_leaves": [3, 4, 5]}}"#)
    let other = try space(
      #"{"gradient-boosting": {"max_leaves": [3, 4, 5], "l2": {"high": 1, "low": 0}}}"#)
    #expect(try candidates(of: one) == candidates(of: other))
    #expect(
      SearchSpace.usual.dimensions[.gradientBoosting]?.map(\.name) == [
        "colsample", "l2", "learning_rate", "max_leaves", "min_samples_leaf", "n_estimators",
        "subsample",
      ])
  }

  @Test func `draws choices, numbers and whole numbers, evenly or by their logarithm`() throws {
    let drawn = try candidates(
      of: space(
        """
        {"gradient-boosting": {
          "max_depth": [null, 3],
          "min_samples_leaf": {"low": 2, "high": 4, "integer": true},
          "max_leaves": {"low": 2, "high": 128, "integer": true, "log": true},
          "l2": {"low": 0, "high": 10},
          "learning_rate": {"low": 0.0001, "high": 1, "log": true}}}
        """), count: 1000)
    func share(_ name: String, _ isIn: (JSONValue) -> Bool) -> Double {
      Double(drawn.count { isIn($0[name] ?? .null) }) / 1000
    }
    // By hand: halves; thirds; log2 from 1 up to log2(129) has its half at sqrt(258) = 16.06;
    // the half of 0...10 and of -4...0 in powers of ten. Four deviations of 1,000 are 0.063.
    #expect(abs(share("max_depth") { $0 == .null } - 0.5) < 0.065)
    for count in 2...4 {
      #expect(abs(share("min_samples_leaf") { $0 == .integer(count) } - 1.0 / 3) < 0.065)
    }
    #expect(abs(share("max_leaves") { ($0.integerValue ?? 0) <= 15 } - 0.5) < 0.065)
    #expect(share("max_leaves") { (2...128).contains($0.integerValue ?? 0) } == 1)
    #expect(abs(share("l2") { ($0.doubleValue ?? 0) < 5 } - 0.5) < 0.065)
    #expect(abs(share("learning_rate") { ($0.doubleValue ?? 0) < 0.01 } - 0.5) < 0.065)
    #expect(share("learning_rate") { (0.0001...1).contains($0.doubleValue ?? 0) } == 1)
  }

  @Test(arguments: [
    ("", "'space.json' line 1 is not strict JSON: the file is empty"),
    ("{\n\"a\": 1,}", "'space.json' line 2 is not strict JSON: a comma without a value after it"),
    ("[]", "'space.json' is not an object with an algorithm at least"),
    ("{}", "'space.json' is not an object with an algorithm at least"),
    (
      #"{"svm": {}}"#,
      "'space.json': 'svm' is not one of: "
        + ModelFamily.allCases.map(\.rawValue).joined(separator: ", ")
    ),
    (
      #"{"random-forest": []}"#,
      "'space.json': 'random-forest' is not an object with hyperparameters"
    ),
    (
      #"{"logistic-regression": {"c": [1]}}"#,
      "'space.json': 'logistic-regression.c' is not a hyperparameter of logistic-regression; "
        + "there are penalty, C, class_weight, max_iter, tol"
    ),
  ])
  func `is refused as a whole where it has no meaning`(text: String, message: String) {
    let error = #expect(throws: LearnerError.self) { try space(text) }
    #expect(error?.message == message)
    #expect(error?.remedy == "correct 'space.json': docs/search.md says what it may hold")
    #expect(error?.exitCode == .usage)
  }

  @Test(arguments: [
    ("[]", "a list of values, or an object with low and high"),
    ("3", "a list of values, or an object with low and high"),
    ("[3, 0]", "a whole number of at least 1"),
    (#"{"low": 1}"#, "a range: give low and a larger high"),
    (#"{"low": 2, "high": 2}"#, "a range: give low and a larger high"),
    (#"{"low": 0, "high": 2, "log": true}"#, "a range: give low and a larger high, both above 0"),
    (#"{"low": 0, "high": 2, "integer": true}"#, "a whole number of at least 1"),
    (#"{"low": 1.5, "high": 2, "integer": true}"#, "a range of whole numbers"),
    (#"{"low": 1, "high": 9e9, "integer": true}"#, "a range of whole numbers"),
    // Numbers between two whole ones would be drawn.
    (#"{"low": 1, "high": 3}"#, "a whole number of at least 1"),
  ])
  func `is refused where a hyperparameter cannot be drawn from it`(values: String, what: String) {
    let error = #expect(throws: LearnerError.self) {
      try space(#"{"random-forest": {"min_samples_leaf": \#(values)}}"#)
    }
    #expect(error?.message == "'space.json': 'random-forest.min_samples_leaf' is not \(what)")
  }

  @Test(arguments: [
    ("step", "1", "one of: low, high, log, integer"), ("log", "1", "true or false"),
  ])
  func `names the member of a range that has no meaning`(
    member: String, value: String, what: String
  ) {
    let error = #expect(throws: LearnerError.self) {
      try space(
        #"{"random-forest": {"max_depth": {"low": 1, "high": 2, "\#(member)": \#(value)}}}"#)
    }
    #expect(error?.message == "'space.json': 'random-forest.max_depth.\(member)' is not \(what)")
  }

  @Test func `is read from a file of a mebibyte at most`() throws {
    let directory = try TemporaryDirectory()
    let text = #"{"random-forest": {"max_depth": [1, 2]}}"#
    let path = try directory.write(text, to: "space.json")
    #expect(try SearchSpace(file: path) == space(text))
    let large = try directory.write(String(repeating: " ", count: 1 << 20) + text, to: "large.json")
    #expect(throws: LearnerError.registry(.fileTooLarge(path: large, limit: 1 << 20))) {
      try SearchSpace(file: large)
    }
    let missing = directory.file("nowhere")
    #expect(throws: LearnerError.registry(.noSuchFile(path: missing))) {
      try SearchSpace(file: missing)
    }
  }

  @Test func `that is built in is the one that the documentation shows`() throws {
    let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let page = try String(contentsOfFile: "\(root)/docs/search.md", encoding: .utf8)
    let block = try #require(page.firstMatch(of: /```json\n([^`]*)```\n\nis the usual space/))
    #expect(try space(String(block.1)) == .usual)
  }
}
