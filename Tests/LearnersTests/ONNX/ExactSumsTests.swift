import Testing

@testable import Learners

@Suite struct `The leaves of an ensemble` {
  private static let ensembles: [@Sendable () throws -> TreeEnsemble] = [boosted, forest]

  @Sendable private static func boosted() throws -> TreeEnsemble {
    var learner = GradientBoosting()
    (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (50, 8, 3)
    let rows = drawnRows(400, seed: 5)
    return TreeEnsemble(try learner.fit(bins(of: rows.table), labels: rows.labels))
  }

  @Sendable private static func forest() throws -> TreeEnsemble {
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth) = (70, 6)
    let rows = drawnRows(400, seed: 6)
    return TreeEnsemble(try learner.fit(bins(of: rows.table), labels: rows.classes, classCount: 3))
  }

  // The leaves that add up to most, and drawn ones.
  @Test(arguments: ensembles)
  func `add up to the same floats, whichever trees come first`(
    make: @Sendable () throws -> TreeEnsemble
  ) throws {
    let ensemble = try make()
    let sums = ExactSums(ensemble)
    var generator = SeededGenerator(seed: 3)
    for score in 0..<ensemble.scoreCount {
      for _ in 0..<20 {
        var answers = ensemble.trees.enumerated()
          .filter { ensemble.scores(ofTree: $0.offset).contains(score) }
          .map { number, tree in
            let scores = ensemble.scores(ofTree: number)
            let leaf = generator.number(below: tree.values.count / scores.count)
            let answer = tree.values[leaf * scores.count + score - scores.lowerBound]
            return sums.rounded(answer, score: score)
          }
        answers.append(ensemble.bases[score])
        let exact = answers.reduce(0) { $0 + Double($1) }
        #expect(Double(answers.reduce(0, +)) == exact)
        #expect(Double(answers.reversed().reduce(0, +)) == exact)
        generator.shuffle(&answers)
        #expect(Double(answers.reduce(0, +)) == exact)
      }
    }
  }

  // By hand: 3 + 0.3 and some is below 4, whose numbers are a 2^22th apart.
  @Test func `are off by no more than half of the last bit of the largest sum`() {
    var tree = Tree()
    tree.values = [0.3]
    let ensemble = TreeEnsemble(
      binner: FittedColumnBinner(inputs: []), trees: [tree], baseline: [3], scale: 1,
      leavesAnswerAll: false)
    let rounded = ExactSums(ensemble).rounded(0.3, score: 0)
    #expect(Double(rounded) == (0.3 * 0x1p22).rounded() * 0x1p-22)
  }
}
