import Testing

@testable import Learners

/// The learners that the laws are run over.
enum ClassifierUnderTest: CaseIterable {
  case logisticRegression, gradientBoosting, randomForest

  /// Fits on a table's rows and answers the probabilities of others.
  func probabilities(
    _ query: Table, fittedOn rows: Table, _ labels: [Int], weights: [Double]? = nil,
    maxThreads: Int = 1
  ) throws -> [Double] {
    let names = rows.columns.map(\.name)
    switch self {
    case .logisticRegression:
      let transformer = try ColumnTransformer(columns: names).fit(rows)
      return try LogisticRegression()
        .fit(transformer.transform(rows), labels: labels, sampleWeights: weights)
        .probabilities(transformer.transform(query))
    case .gradientBoosting:
      var learner = GradientBoosting()
      (learner.treeCount, learner.minSamplesLeaf, learner.maxLeaves) = (20, 1, 6)
      (learner.l2, learner.maxThreads) = (1, maxThreads)
      return
        try learner
        .fit(bins(of: rows), labels: labels, sampleWeights: weights)
        .probabilities(query)
    case .randomForest:
      // Without bootstrap and with all columns nothing is drawn, so that the laws hold exactly.
      var learner = RandomForest()
      (learner.treeCount, learner.maxDepth, learner.bootstrap) = (2, 6, false)
      (learner.maxFeatures, learner.maxThreads) = (.all, maxThreads)
      return
        try learner
        .fit(bins(of: rows), labels: labels, sampleWeights: weights)
        .probabilities(query)
    }
  }
}

/// A table, its columns sorted into bins.
func bins(of rows: Table) throws -> BinnedTable {
  try ColumnBinner(columns: rows.columns.map(\.name)).fit(rows).transform(rows)
}

@Suite struct `Every classifier` {
  @Test(arguments: ClassifierUnderTest.allCases)
  func `answers probabilities`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(200, seed: 1)
    let answers = try classifier.probabilities(rows, fittedOn: rows, labels)
    #expect(answers.count == 200)
    #expect(answers.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `learns what there is to learn`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(400, seed: 2)
    let (others, truth) = sampleClassification(400, seed: 3)
    let answers = try classifier.probabilities(others, fittedOn: rows, labels)
    #expect(try areaUnderROC(scores: answers, labels: truth) > 0.8)
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `does not look at the order of the rows`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(200, seed: 4)
    let order = Array((0..<200).reversed())
    let straight = try classifier.probabilities(rows, fittedOn: rows, labels)
    let turned = try classifier.probabilities(
      rows, fittedOn: rows.rows(order), order.map { labels[$0] })
    #expect(agree(turned, straight, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `takes a weight for so many repetitions`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(100, seed: 5)
    // Whole numbers of times, and every column's mean, spread and levels the same both times: the
    // preprocessing does not know of weights.
    let twice = Array(0..<100) + Array(0..<100)
    let weighted = try classifier.probabilities(
      rows, fittedOn: rows, labels, weights: [Double](repeating: 2, count: 100))
    let repeated = try classifier.probabilities(
      rows, fittedOn: rows.rows(twice), twice.map { labels[$0] })
    #expect(agree(weighted, repeated, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `gives a row of weight 0 no say`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(100, seed: 6)
    // Each row comes twice, the second time with the wrong label and no weight.
    let twice = Array(0..<100) + Array(0..<100)
    let misled = try classifier.probabilities(
      rows, fittedOn: rows.rows(twice), labels + labels.map { 1 - $0 },
      weights: [Double](repeating: 1, count: 100) + [Double](repeating: 0, count: 100))
    let straight = try classifier.probabilities(rows, fittedOn: rows, labels)
    #expect(agree(misled, straight, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `learns nothing from a constant column`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(100, seed: 7)
    let constants = [
      numeric("same", [Double](repeating: 0.1, count: 100)),
      categorical("level", [String](repeating: "only", count: 100)),
    ]
    let more = Table(columns: rows.columns + constants, rowCount: 100)
    let plain = try classifier.probabilities(rows, fittedOn: rows, labels)
    let padded = try classifier.probabilities(more, fittedOn: more, labels)
    #expect(agree(padded, plain, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `mirrors its answers when the labels are mirrored`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(100, seed: 8)
    let straight = try classifier.probabilities(rows, fittedOn: rows, labels)
    let mirrored = try classifier.probabilities(rows, fittedOn: rows, labels.map { 1 - $0 })
    #expect(agree(mirrored.map { 1 - $0 }, straight, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `answers the same every time, to the bit`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(300, seed: 9)
    let once = try classifier.probabilities(rows, fittedOn: rows, labels)
    #expect(try classifier.probabilities(rows, fittedOn: rows, labels) == once)
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `stands columns that repeat each other`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(100, seed: 10)
    let copies = rows.columns.map {
      Column(name: $0.name + "2", type: $0.type, values: $0.values)
    }
    let twice = Table(columns: rows.columns + copies, rowCount: 100)
    let answers = try classifier.probabilities(twice, fittedOn: twice, labels)
    #expect(try areaUnderROC(scores: answers, labels: labels) > 0.8)
  }

  @Test(arguments: ClassifierUnderTest.allCases, [1e-12, 1, 1e12])
  func `does not care for the unit of a number`(
    classifier: ClassifierUnderTest, unit: Double
  ) throws {
    let (rows, labels) = sampleClassification(100, seed: 11)
    let scaled = Table(
      columns: rows.columns.map { column in
        guard case .numbers(let numbers) = column.values else { return column }
        return numeric(column.name, numbers.map { $0 * unit })
      }, rowCount: 100)
    let plain = try classifier.probabilities(rows, fittedOn: rows, labels)
    let answers = try classifier.probabilities(scaled, fittedOn: scaled, labels)
    #expect(agree(answers, plain, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `learns from one row a label`(classifier: ClassifierUnderTest) throws {
    let rows = Table(columns: [numeric("x", [1, 2])], rowCount: 2)
    let answers = try classifier.probabilities(rows, fittedOn: rows, [0, 1])
    #expect(answers[0] < 0.5)
    #expect(answers[1] > 0.5)
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `refuses rows of one label`(classifier: ClassifierUnderTest) throws {
    let rows = Table(columns: [numeric("x", [1, 2])], rowCount: 2)
    #expect(throws: LearnerError.oneLabelOnly("0")) {
      try classifier.probabilities(rows, fittedOn: rows, [0, 0])
    }
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `learns from one column`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(200, seed: 12)
    let one = Table(columns: [rows.columns[0]], rowCount: 200)
    let answers = try classifier.probabilities(one, fittedOn: one, labels)
    #expect(try areaUnderROC(scores: answers, labels: labels) > 0.8)
  }

  @Test(arguments: ClassifierUnderTest.allCases, [1e-30, 1e30])
  func `stands tiny and huge numbers`(classifier: ClassifierUnderTest, size: Double) throws {
    let (rows, labels) = sampleClassification(100, seed: 13)
    let more = numeric("size", (0..<100).map { $0.isMultiple(of: 7) ? -size : size * Double($0) })
    let table = Table(columns: rows.columns + [more], rowCount: 100)
    let answers = try classifier.probabilities(table, fittedOn: table, labels)
    #expect(answers.allSatisfy { (0...1).contains($0) })
    #expect(try areaUnderROC(scores: answers, labels: labels) > 0.8)
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `answers for rows in which everything is missing or new`(
    classifier: ClassifierUnderTest
  ) throws {
    let (rows, labels) = sampleClassification(100, seed: 14)
    let query = Table(
      columns: [
        numeric("x", [.nan, .nan]), numeric("z", [.nan, .nan]), categorical("t", ["", "new"]),
        categorical("u", ["", "new"]),
      ], rowCount: 2)
    let answers = try classifier.probabilities(query, fittedOn: rows, labels)
    #expect(answers.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `refuses what it cannot learn from`(classifier: ClassifierUnderTest) throws {
    let rows = Table(columns: [numeric("x", [1, 2, 3])], rowCount: 3)
    for (labels, weights, expected) in [
      ([0, 1], nil, .lengthsDiffer(what: "labels", expected: 3, found: 2)),
      ([0, 1, 2], nil, .labelNotBinary(2, row: 3)),
      ([0, 0, 1], [1, 1, 0], .oneLabelOnly("0")),
      ([0, 0, 1], [1, 1], .lengthsDiffer(what: "sample weights", expected: 3, found: 2)),
      ([0, 0, 1], [1, -1, 1], .weightOutOfRange(row: 2)),
      ([0, 0, 1], [1, 1, .nan], .weightOutOfRange(row: 3)),
      ([0, 0, 1], [.infinity, 1, 1], .weightOutOfRange(row: 1)),
      ([0, 0, 1], [1, 1e308, 1e308], .weightOutOfRange(row: 2)),
    ] as [([Int], [Double]?, LearnerError)] {
      #expect(throws: expected) {
        try classifier.probabilities(rows, fittedOn: rows, labels, weights: weights)
      }
    }
  }
}

@Suite struct `Every learner of trees` {
  static let all: [ClassifierUnderTest] = [.gradientBoosting, .randomForest]

  /// The rows are so many that the work is shared.
  @Test(arguments: all)
  func `answers the same on two threads, to the bit`(classifier: ClassifierUnderTest) throws {
    let (few, labels) = sampleClassification(4_000, seed: 15)
    let columns = (0..<13).flatMap { copy in
      few.columns.map { Column(name: $0.name + "\(copy)", type: $0.type, values: $0.values) }
    }
    let rows = Table(columns: columns, rowCount: 4_000)
    let once = try classifier.probabilities(rows, fittedOn: rows, labels, maxThreads: 1)
    #expect(try classifier.probabilities(rows, fittedOn: rows, labels, maxThreads: 2) == once)
  }

  @Test(arguments: all)
  func `does not look at the order of the rows at all`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(200, seed: 16)
    let order = Array((0..<200).reversed())
    let straight = try classifier.probabilities(rows, fittedOn: rows, labels)
    let turned = try classifier.probabilities(
      rows, fittedOn: rows.rows(order), order.map { labels[$0] })
    #expect(turned == straight)
  }

  @Test(arguments: all)
  func `learns from a column in which everything is missing nothing`(
    classifier: ClassifierUnderTest
  ) throws {
    let rows = Table(
      columns: [numeric("x", [.nan, .nan, .nan]), categorical("t", ["", "", ""])], rowCount: 3)
    let answers = try classifier.probabilities(rows, fittedOn: rows, [0, 1, 1])
    #expect(agree(answers, [2, 2, 2].map { $0 / 3 }, relative: 1e-12))
  }

  @Test(arguments: all)
  func `stands a category of thousands of levels`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(3_000, seed: 17)
    let names = categorical("name", (0..<3_000).map { "n\($0)" })
    let more = Table(columns: rows.columns + [names], rowCount: 3_000)
    let answers = try classifier.probabilities(more, fittedOn: more, labels)
    #expect(try areaUnderROC(scores: answers, labels: labels) > 0.8)
  }

  @Test(arguments: all)
  func `takes more rows for a weight`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sampleClassification(60, seed: 18)
    let weights = (0..<60).map { Double(1 + $0 % 3) }
    let repeated = (0..<60).flatMap { [Int](repeating: $0, count: 1 + $0 % 3) }
    let weighted = try classifier.probabilities(rows, fittedOn: rows, labels, weights: weights)
    let answers = try classifier.probabilities(
      rows, fittedOn: rows.rows(repeated), repeated.map { labels[$0] })
    #expect(agree(answers, weighted, relative: 1e-9))
  }
}
