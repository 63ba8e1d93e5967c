import Testing

@testable import Learners

@Suite struct `Gradient boosting refuses` {
  @Test(arguments: [
    ("treeCount", learner { $0.treeCount = 0 }), ("maxLeaves", learner { $0.maxLeaves = 1 }),
    ("maxDepth", learner { $0.maxDepth = 0 }),
    ("minSamplesLeaf", learner { $0.minSamplesLeaf = 0 }),
    ("earlyStoppingRounds", learner { $0.earlyStoppingRounds = 0 }),
    ("maxThreads", learner { $0.maxThreads = 0 }),
    ("learningRate", learner { $0.learningRate = 0 }),
    ("learningRate", learner { $0.learningRate = .nan }),
    ("rowFraction", learner { $0.rowFraction = 1.5 }),
    ("columnFraction", learner { $0.columnFraction = 0 }),
    ("l2", learner { $0.l2 = -1 }), ("l2", learner { $0.l2 = .infinity }),
    ("monotone", learner { $0.monotone = ["t": .increasing] }),
    ("classWeights", learner { $0.classWeights = .each([1, 0]) }),
  ])
  func `a hyperparameter that means nothing`(name: String, learner: GradientBoosting) throws {
    #expect {
      try learner.fit(bins(of: rows), labels: [0, 1])
    } throws: { error in
      guard case LearnerError.hyperparameterOutOfRange(name, _, _) = error else { return false }
      return true
    }
  }

  @Test func `a direction of a column that is not there`() {
    var learner = GradientBoosting()
    learner.monotone = ["z": .increasing]
    #expect(throws: LearnerError.noSuchColumn("z", known: ["x", "t"])) {
      try learner.fit(bins(of: rows), labels: [0, 1])
    }
  }

  @Test func `class weights for another number of classes`() {
    var learner = GradientBoosting()
    learner.classWeights = .each([1, 1, 1])
    #expect(throws: LearnerError.lengthsDiffer(what: "class weights", expected: 2, found: 3)) {
      try learner.fit(bins(of: rows), labels: [0, 1])
    }
  }

  @Test func `validation rows without their labels`() {
    #expect(throws: LearnerError.lengthsDiffer(what: "labels", expected: 2, found: 1)) {
      try GradientBoosting().fit(
        bins(of: rows), labels: [0, 1], validation: ValidationRows(table: rows, labels: [1]))
    }
  }
}

private let rows = Table(
  columns: [numeric("x", [1, 2]), categorical("t", ["a", "b"])], rowCount: 2)

private func learner(_ change: (inout GradientBoosting) -> Void) -> GradientBoosting {
  var learner = GradientBoosting()
  change(&learner)
  return learner
}
