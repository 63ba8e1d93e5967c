import Testing

@testable import Learners

@Suite struct `Every learner` {
  @Test(arguments: LearnerUnderTest.all)
  func `answers for each row, with probabilities that add up to 1`(
    learner: LearnerUnderTest
  ) throws {
    let (rows, targets) = learner.sample(200, seed: 1)
    let (others, _) = learner.sample(70, seed: 2)
    let answers = try learner.answers(others, fittedOn: rows, targets)
    #expect(answers.count == 70 * learner.outputCount)
    #expect(isPossible(answers, learner))
  }

  @Test(arguments: LearnerUnderTest.all)
  func `learns what there is to learn`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(400, seed: 2)
    let (others, truth) = learner.sample(400, seed: 3)
    let answers = try learner.answers(others, fittedOn: rows, targets)
    #expect(try learner.quality(answers, truth) > 0.6)
  }

  @Test(arguments: LearnerUnderTest.all)
  func `does not look at the order of the rows`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(200, seed: 4)
    let order = Array((0..<200).reversed())
    let straight = try learner.answers(rows, fittedOn: rows, targets)
    let turned = try learner.answers(
      rows, fittedOn: rows.rows(order), order.map { targets[$0] })
    #expect(isSame(turned, straight))
  }

  /// Whole numbers of times, and every column's mean, spread and levels the same both times: the
  /// preprocessing does not know of weights.
  @Test(arguments: LearnerUnderTest.all)
  func `takes a weight for so many repetitions`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(100, seed: 5)
    let twice = Array(0..<100) + Array(0..<100)
    let weighted = try learner.answers(
      rows, fittedOn: rows, targets, weights: [Double](repeating: 2, count: 100))
    let repeated = try learner.answers(
      rows, fittedOn: rows.rows(twice), twice.map { targets[$0] })
    #expect(isSame(weighted, repeated))
  }

  /// Each row comes twice, the second time with a wrong target and no weight.
  @Test(arguments: LearnerUnderTest.all)
  func `gives a row of weight 0 no say`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(100, seed: 6)
    let twice = Array(0..<100) + Array(0..<100)
    let misled = try learner.answers(
      rows, fittedOn: rows.rows(twice), targets + targets.map(learner.wrong),
      weights: [Double](repeating: 1, count: 100) + [Double](repeating: 0, count: 100))
    let straight = try learner.answers(rows, fittedOn: rows, targets)
    #expect(isSame(misled, straight))
  }

  @Test(arguments: LearnerUnderTest.all)
  func `learns nothing from a constant column`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(100, seed: 7)
    let constants = [
      numeric("same", [Double](repeating: 0.1, count: 100)),
      categorical("level", [String](repeating: "only", count: 100)),
    ]
    let more = Table(columns: rows.columns + constants, rowCount: 100)
    // Of equally good columns a forest takes the one that it draws first; weights leave none.
    let weights = unevenWeights(100)
    let plain = try learner.answers(rows, fittedOn: rows, targets, weights: weights)
    let padded = try learner.answers(more, fittedOn: more, targets, weights: weights)
    #expect(isSame(padded, plain))
  }

  @Test(arguments: LearnerUnderTest.all)
  func `answers the same every time, to the bit`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(300, seed: 9)
    let once = try learner.answers(rows, fittedOn: rows, targets)
    #expect(try learner.answers(rows, fittedOn: rows, targets) == once)
  }

  /// The rows are so many that the work is shared.
  @Test(arguments: LearnerUnderTest.ofTrees)
  func `answers the same on two threads, to the bit`(learner: LearnerUnderTest) throws {
    let (few, targets) = learner.sample(4_000, seed: 15)
    let columns = (0..<13).flatMap { copy in
      few.columns.map { Column(name: $0.name + "\(copy)", type: $0.type, values: $0.values) }
    }
    let rows = Table(columns: columns, rowCount: 4_000)
    let once = try learner.answers(rows, fittedOn: rows, targets, maxThreads: 1)
    #expect(try learner.answers(rows, fittedOn: rows, targets, maxThreads: 2) == once)
  }

  @Test(arguments: LearnerUnderTest.all)
  func `stands columns that repeat each other`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(100, seed: 10)
    let copies = rows.columns.map {
      Column(name: $0.name + "2", type: $0.type, values: $0.values)
    }
    let twice = Table(columns: rows.columns + copies, rowCount: 100)
    let answers = try learner.answers(twice, fittedOn: twice, targets)
    #expect(try learner.quality(answers, targets) > 0.6)
  }

  @Test(arguments: LearnerUnderTest.all, [1e-12, 1, 1e12])
  func `does not care for the unit of a number`(learner: LearnerUnderTest, unit: Double) throws {
    let (rows, targets) = learner.sample(100, seed: 11)
    let scaled = Table(
      columns: rows.columns.map { column in
        guard case .numbers(let numbers) = column.values else { return column }
        return numeric(column.name, numbers.map { $0 * unit })
      }, rowCount: 100)
    let plain = try learner.answers(rows, fittedOn: rows, targets)
    let answers = try learner.answers(scaled, fittedOn: scaled, targets)
    #expect(isSame(answers, plain))
  }

  @Test(arguments: LearnerUnderTest.all)
  func `learns from one column`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(200, seed: 12)
    let one = Table(columns: [rows.columns[0]], rowCount: 200)
    let answers = try learner.answers(one, fittedOn: one, targets)
    #expect(try learner.quality(answers, targets) > 0.6)
  }

  @Test(arguments: LearnerUnderTest.all)
  func `learns from one row a class`(learner: LearnerUnderTest) throws {
    let targets: [Double] = learner.task == .multiclass ? [0, 1, 2] : [0, 1]
    let x = numeric("x", targets.map { $0 + 1 })
    let t = categorical("t", targets.map { "t\($0)" })
    let rows = Table(columns: [x, t], rowCount: targets.count)
    let answers = try learner.answers(rows, fittedOn: rows, targets)
    #expect(isPossible(answers, learner))
    #expect(try learner.quality(answers, targets) > 0.5)
  }

  @Test(arguments: LearnerUnderTest.all, [1e-30, 1e30])
  func `stands tiny and huge numbers`(learner: LearnerUnderTest, size: Double) throws {
    let (rows, targets) = learner.sample(100, seed: 13)
    let more = numeric("size", (0..<100).map { $0.isMultiple(of: 7) ? -size : size * Double($0) })
    let table = Table(columns: rows.columns + [more], rowCount: 100)
    let answers = try learner.answers(table, fittedOn: table, targets)
    #expect(isPossible(answers, learner))
    #expect(try learner.quality(answers, targets) > 0.6)
  }

  @Test(arguments: LearnerUnderTest.all)
  func `answers for rows in which everything is missing or new`(
    learner: LearnerUnderTest
  ) throws {
    let (rows, targets) = learner.sample(100, seed: 14)
    let query = Table(
      columns: [
        numeric("x", [.nan, .nan]), numeric("z", [.nan, .nan]), categorical("t", ["", "new"]),
        categorical("u", ["", "new"]),
      ], rowCount: 2)
    #expect(isPossible(try learner.answers(query, fittedOn: rows, targets), learner))
  }

  /// Linear models refuse the column: it has no median.
  @Test(arguments: LearnerUnderTest.all)
  func `learns nothing from a column in which everything is missing`(
    learner: LearnerUnderTest
  ) throws {
    let targets: [Double] = [0, 1, 1]
    let rows = Table(
      columns: [numeric("x", [.nan, .nan, .nan]), categorical("t", ["", "", ""])], rowCount: 3)
    if learner.method == .linear {
      #expect(throws: LearnerError.allMissing(column: "x")) {
        try learner.answers(rows, fittedOn: rows, targets)
      }
      return
    }
    let answers = try learner.answers(rows, fittedOn: rows, targets)
    let once = learner.task == .multiclass ? [1.0 / 3, 2.0 / 3, 0] : [2.0 / 3]
    #expect(agree(answers, once + once + once, relative: 1e-12, absolute: 1e-12))
  }

  @Test(arguments: LearnerUnderTest.all)
  func `refuses targets and weights that are not one a row, or no numbers`(
    learner: LearnerUnderTest
  ) throws {
    let rows = Table(columns: [numeric("x", [1, 2, 3])], rowCount: 3)
    let what = learner.task == .regression ? "targets" : "labels"
    for (targets, weights, expected) in [
      ([0, 1], nil, .lengthsDiffer(what: what, expected: 3, found: 2)),
      ([0, 0, 1], [1, 1], .lengthsDiffer(what: "sample weights", expected: 3, found: 2)),
      ([0, 0, 1], [1, -1, 1], .weightOutOfRange(row: 2)),
      ([0, 0, 1], [1, 1, .nan], .weightOutOfRange(row: 3)),
      ([0, 0, 1], [.infinity, 1, 1], .weightOutOfRange(row: 1)),
      ([0, 0, 1], [1, 1e308, 1e308], .weightOutOfRange(row: 2)),
    ] as [([Double], [Double]?, LearnerError)] {
      #expect(throws: expected) {
        try learner.answers(rows, fittedOn: rows, targets, weights: weights)
      }
    }
  }

  @Test(arguments: LearnerUnderTest.classifiers)
  func `refuses rows of one label`(learner: LearnerUnderTest) throws {
    let rows = Table(columns: [numeric("x", [1, 2])], rowCount: 2)
    #expect(throws: LearnerError.oneLabelOnly("0")) {
      try learner.answers(rows, fittedOn: rows, [0, 0])
    }
    #expect(throws: LearnerError.oneLabelOnly("0")) {
      try learner.answers(rows, fittedOn: rows, [0, 1], weights: [1, 0])
    }
  }

  @Test(arguments: LearnerUnderTest.all.filter { $0.task == .binary })
  func `mirrors its answers when the labels are mirrored`(learner: LearnerUnderTest) throws {
    let (rows, labels) = learner.sample(100, seed: 8)
    let straight = try learner.answers(rows, fittedOn: rows, labels)
    let mirrored = try learner.answers(rows, fittedOn: rows, labels.map { 1 - $0 })
    #expect(isSame(mirrored.map { 1 - $0 }, straight))
  }

  @Test(arguments: LearnerUnderTest.ofTrees)
  func `stands a category of thousands of levels`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(3_000, seed: 17)
    let names = categorical("name", (0..<3_000).map { "n\($0)" })
    let more = Table(columns: rows.columns + [names], rowCount: 3_000)
    let answers = try learner.answers(more, fittedOn: more, targets)
    #expect(try learner.quality(answers, targets) > 0.6)
  }

  @Test(arguments: LearnerUnderTest.ofTrees)
  func `takes more rows for a weight`(learner: LearnerUnderTest) throws {
    let (rows, targets) = learner.sample(60, seed: 18)
    let weights = (0..<60).map { Double(1 + $0 % 3) }
    let repeated = (0..<60).flatMap { [Int](repeating: $0, count: 1 + $0 % 3) }
    let weighted = try learner.answers(rows, fittedOn: rows, targets, weights: weights)
    let answers = try learner.answers(
      rows, fittedOn: rows.rows(repeated), repeated.map { targets[$0] })
    #expect(isSame(answers, weighted))
  }
}

/// Up to where iterations end.
private func isSame(_ found: [Double], _ expected: [Double]) -> Bool {
  agree(found, expected, relative: 1e-7, absolute: 1e-7)
}

/// Whether answers are finite, and probabilities if they have to be.
private func isPossible(_ answers: [Double], _ learner: LearnerUnderTest) -> Bool {
  switch learner.task {
  case .binary: answers.allSatisfy { (0...1).contains($0) }
  case .multiclass:
    answers.allSatisfy { (0...1).contains($0) }
      && stride(from: 0, to: answers.count, by: 3).allSatisfy {
        abs(answers[$0..<$0 + 3].reduce(0, +) - 1) < 1e-12
      }
  case .regression: answers.allSatisfy(\.isFinite)
  }
}
