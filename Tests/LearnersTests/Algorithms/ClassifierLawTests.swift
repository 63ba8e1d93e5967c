import Testing

@testable import Learners

/// The learners that the laws are run over.
enum ClassifierUnderTest: CaseIterable {
  case logisticRegression

  /// Fits on a table's rows and answers the probabilities of others.
  func probabilities(
    _ query: Table, fittedOn rows: Table, _ labels: [Int], weights: [Double]? = nil
  ) throws -> [Double] {
    let transformer = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
    let (features, queries) = (try transformer.transform(rows), try transformer.transform(query))
    switch self {
    case .logisticRegression:
      return try LogisticRegression().fit(features, labels: labels, sampleWeights: weights)
        .probabilities(queries)
    }
  }
}

@Suite struct `Every classifier` {
  @Test(arguments: ClassifierUnderTest.allCases)
  func `answers probabilities`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sample(200, seed: 1)
    let answers = try classifier.probabilities(rows, fittedOn: rows, labels)
    #expect(answers.count == 200)
    #expect(answers.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `learns what there is to learn`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sample(400, seed: 2)
    let (others, truth) = sample(400, seed: 3)
    let answers = try classifier.probabilities(others, fittedOn: rows, labels)
    #expect(try areaUnderROC(scores: answers, labels: truth) > 0.8)
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `does not look at the order of the rows`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sample(200, seed: 4)
    let order = Array((0..<200).reversed())
    let straight = try classifier.probabilities(rows, fittedOn: rows, labels)
    let turned = try classifier.probabilities(
      rows, fittedOn: rows.rows(order), order.map { labels[$0] })
    #expect(agree(turned, straight, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `takes a weight for so many repetitions`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sample(100, seed: 5)
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
    let (rows, labels) = sample(100, seed: 6)
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
    let (rows, labels) = sample(100, seed: 7)
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
    let (rows, labels) = sample(100, seed: 8)
    let straight = try classifier.probabilities(rows, fittedOn: rows, labels)
    let mirrored = try classifier.probabilities(rows, fittedOn: rows, labels.map { 1 - $0 })
    #expect(agree(mirrored.map { 1 - $0 }, straight, relative: 1e-9))
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `answers the same every time, to the bit`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sample(300, seed: 9)
    let once = try classifier.probabilities(rows, fittedOn: rows, labels)
    #expect(try classifier.probabilities(rows, fittedOn: rows, labels) == once)
  }

  @Test(arguments: ClassifierUnderTest.allCases)
  func `stands columns that repeat each other`(classifier: ClassifierUnderTest) throws {
    let (rows, labels) = sample(100, seed: 10)
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
    let (rows, labels) = sample(100, seed: 11)
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
}

/// Rows of two numbers, one with missing cells, and two categories; the label leans on the first
/// number and the first category.
private func sample(_ count: Int, seed: UInt64) -> (Table, [Int]) {
  var draws = SeededDraws(seed: seed)
  var (x, z, t, u, labels): ([Double], [Double], [String], [String], [Int]) = ([], [], [], [], [])
  for row in 0..<count {
    x.append(draws.nextNumber())
    z.append(draws.next(below: 5) == 0 ? .nan : draws.nextNumber())
    t.append(["a", "b", "c", ""][draws.next(below: 4)])
    u.append(["yes", "no"][draws.next(below: 2)])
    let score = 2 * x[row] + (t[row] == "b" ? 1 : 0) + 0.7 * draws.nextNumber() - 0.2
    labels.append(score > 0 ? 1 : 0)
  }
  let columns = [numeric("x", x), categorical("t", t), numeric("z", z), categorical("u", u)]
  return (Table(columns: columns, rowCount: count), labels)
}
