import Testing

@testable import Learners

@Suite struct `A random forest of several classes` {
  /// By hand: left of 2.5 there are classes 0 and 1, right of it there is class 2 alone.
  @Test func `answers with the shares of the leaves`() throws {
    var learner = tree
    (learner.maxDepth, learner.minSamplesLeaf) = (1, 2)
    let rows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
    let model = try learner.fit(bins(of: rows), labels: [0, 1, 2, 2], classCount: 3)
    #expect(model.classCount == 3)
    #expect(model.trees[0].nodes[0].threshold == 2.5)
    let expected = [0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1, 0, 0, 1]
    #expect(agree(try model.probabilities(rows), expected, relative: 1e-12))
  }

  /// By hand: with weight 3 the first row makes three quarters of the left leaf.
  @Test func `weighs rows`() throws {
    var learner = tree
    (learner.maxDepth, learner.minSamplesLeaf) = (1, 2)
    let rows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
    let model = try learner.fit(
      bins(of: rows), labels: [0, 1, 2, 2], classCount: 3, sampleWeights: [3, 1, 1, 1])
    let answers = Array(try model.probabilities(rows)[..<3])
    #expect(agree(answers, [0.75, 0.25, 0], relative: 1e-12))
  }

  /// By hand: next to a weight of 1, all that a bag has drawn may be too light to be told from 0.
  @Test func `counts rows where their weights are nothing`() throws {
    let rows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
    let target = ClassTarget(labels: [0, 1, 1, 2], outputCount: 3, criterion: .gini)
    let bag = target.statistics(
      of: ForestRows(table: try bins(of: rows), weights: [1e-18, 1e-18, 1e-18, 1]),
      times: [1, 1, 1, 0], minSamplesLeaf: 1)
    #expect(bag.answer(bag.sum(of: [0, 1, 2])) == [1.0 / 3, 2.0 / 3, 0])
  }

  /// By hand: "a" and "d" are class 0, "b" and "e" are class 1, whatever becomes of "c".
  @Test func `divides by a set of levels of which one weighs nothing`() throws {
    var learner = tree
    learner.maxDepth = 1
    let rows = Table(columns: [categorical("t", ["a", "b", "c", "d", "e"])], rowCount: 5)
    let model = try learner.fit(
      bins(of: rows), labels: [0, 1, 2, 0, 1], classCount: 3, sampleWeights: [1, 1, 1e-18, 1, 1])
    let answers = try model.probabilities(rows)
    #expect(Array(answers[..<6]) == [1, 0, 0, 0, 1, 0])
    #expect(Array(answers[9...]) == [1, 0, 0, 0, 1, 0])
  }

  /// With two of three classes there is as much to tell as with two labels.
  @Test(arguments: [RandomForest.Criterion.gini, .entropy])
  func `agrees with one of two labels where there are only two classes`(
    criterion: RandomForest.Criterion
  ) throws {
    let (rows, labels) = sampleClassification(300, seed: 71)
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth, learner.criterion) = (20, 6, criterion)
    // Drawn rows would make splits that are equally good.
    learner.bootstrap = false
    let weights = unevenWeights(300)
    let binary = try learner.fit(bins(of: rows), labels: labels, sampleWeights: weights)
    let several = try learner.fit(
      bins(of: rows), labels: labels, classCount: 3, sampleWeights: weights)
    let expected = try binary.probabilities(rows)
    let found = try several.probabilities(rows)
    #expect(agree((0..<300).map { found[3 * $0 + 1] }, expected, relative: 1e-9))
    #expect((0..<300).allSatisfy { found[3 * $0 + 2] == 0 })
    #expect(agree(several.importances, binary.importances, relative: 1e-9))
  }

  /// By hand: class 2 is told by the levels "b" and "d", and no order of the letters has them first.
  @Test func `divides by a set of levels`() throws {
    var learner = tree
    learner.maxDepth = 1
    let rows = Table(
      columns: [categorical("t", ["a", "a", "b", "b", "c", "d", "d", "d"])], rowCount: 8)
    let model = try learner.fit(
      bins(of: rows), labels: [0, 1, 2, 2, 0, 2, 2, 2], classCount: 3)
    let answers = try model.probabilities(rows)
    #expect(agree(Array(answers[0..<3]), [2.0 / 3, 1.0 / 3, 0], relative: 1e-12))
    #expect(Array(answers[6..<9]) == [0, 0, 1])
  }

  @Test func `sends missing numbers where their classes are`() throws {
    let rows = Table(columns: [numeric("x", [1, 2, .nan, .nan, 3, 4])], rowCount: 6)
    let model = try tree.fit(bins(of: rows), labels: [0, 0, 1, 1, 2, 2], classCount: 3)
    let expected = [1.0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]
    #expect(try model.probabilities(rows) == expected)
  }

  @Test func `tells what is left out of its bags nearly as well as new rows`() throws {
    let (rows, labels) = sampleClasses(600, seed: 72)
    let (others, truth) = sampleClasses(600, seed: 73)
    let model = try RandomForest().fit(bins(of: rows), labels: labels, classCount: 3)
    let outOfBag = try #require(model.outOfBagProbabilities).map { $0 ?? .nan }
    let estimate = accuracy(outOfBag, labels)
    let found = accuracy(try model.probabilities(others), truth)
    #expect(abs(estimate - found) < 0.05)
    #expect(found > 0.6)
    #expect(accuracy(try model.probabilities(rows), labels) > 0.99)
  }

  @Test func `refuses fewer than three classes`() throws {
    let rows = Table(columns: [numeric("x", [1, 2])], rowCount: 2)
    #expect {
      try RandomForest().fit(bins(of: rows), labels: [0, 1], classCount: 2)
    } throws: { error in
      guard case LearnerError.hyperparameterOutOfRange("classCount", _, _) = error else {
        return false
      }
      return true
    }
  }
}

/// The share of rows whose most probable class is theirs.
private func accuracy(_ probabilities: [Double], _ labels: [Int]) -> Double {
  let right = labels.enumerated().count { row, label in
    let chances = probabilities[3 * row..<3 * row + 3]
    return chances.max() == probabilities[3 * row + label]
  }
  return Double(right) / Double(labels.count)
}

/// One tree of which nothing is drawn.
private var tree: RandomForest {
  var learner = RandomForest()
  (learner.treeCount, learner.bootstrap, learner.maxFeatures) = (1, false, .all)
  return learner
}
