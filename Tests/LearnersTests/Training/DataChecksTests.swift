import Testing

@testable import Learners

@Suite struct `What rows say against a model` {
  /// 400 rows in a fixed order that looks random: two thirds to train on, the rest in equal parts.
  private static let count = 400
  private static let labels = (0..<count).map { ($0 * 7919 % 101) < 40 ? 1 : 0 }

  private func checks(_ columns: [Column], labels: [Int] = Self.labels) -> DataChecks {
    let all = Array(0..<labels.count)
    let split = RowSplit(
      train: all.filter { $0 % 4 < 2 }, validation: all.filter { $0 % 4 == 2 },
      test: all.filter { $0 % 4 == 3 })
    return DataChecks(
      SplitRows(
        features: Table(columns: columns, rowCount: labels.count), labels: labels, split: split))
  }

  private func numbers(_ name: String, _ cell: (Int) -> Double) -> Column {
    Column(name: name, type: .real, values: .numbers((0..<Self.count).map(cell)))
  }

  private func texts(_ name: String, _ cell: (Int) -> Int, levels: Int) -> Column {
    Column(
      name: name, type: .categorical,
      values: .categories(
        codes: (0..<Self.count).map { Int32(cell($0)) }, levels: (0..<levels).map { "level \($0)" })
    )
  }

  @Test func `names a column of numbers that gives the target away, in either direction`() {
    let row = numbers("row") { Double($0) }
    let up = numbers("up") { Double(Self.labels[$0]) * 1000 + Double($0) }
    let down = numbers("down") { -Double(Self.labels[$0]) }
    #expect(
      checks([row, up, down]).leakingFeatures == [
        .init(name: "up", evidence: .areaUnderROC(1)),
        .init(name: "down", evidence: .areaUnderROC(1)),
      ])
  }

  @Test func `names a column whose missing cells give the target away`() {
    let gaps = numbers("gaps") { Self.labels[$0] == 1 ? .nan : Double($0 % 3) }
    #expect(checks([gaps]).leakingFeatures.map(\.name) == ["gaps"])
  }

  @Test func `names a category that gives the target away`() {
    let copy = texts("copy", { Self.labels[$0] * 2 + $0 % 2 }, levels: 4)
    #expect(checks([copy]).leakingFeatures.map(\.name) == ["copy"])
  }

  /// Scored on the rows that it was counted on, such a column would have an area of 1.
  @Test func `takes no text for a leak that is another in every row`() {
    let identifier = texts("id", { $0 }, levels: Self.count)
    #expect(checks([identifier]).leakingFeatures.isEmpty)
  }

  /// 4 of about 40 positive training rows in 100 are turned: an area near 0.95.
  @Test func `lets a column pass that is only good`() {
    let good = numbers("good") { Double($0 % 10 == 0 ? 1 - Self.labels[$0] : Self.labels[$0]) }
    #expect(checks([good]).leakingFeatures.isEmpty)
  }

  @Test func `lets a column pass that few rows of a label speak against`() {
    let labels = (0..<Self.count).map { $0 < 40 ? 1 : 0 }
    let copy = numbers("copy") { Double(labels[$0]) }
    #expect(checks([copy], labels: labels).leakingFeatures.isEmpty)
  }

  @Test func `finds a leak among more rows than it samples`() {
    let count = 10_000
    let labels = (0..<count).map { $0 * 7919 % 101 < 3 ? 1 : 0 }
    let cells = labels.indices.map { Double(labels[$0]) + Double($0 % 7) / 10 }
    let all = Array(0..<count)
    let rows = SplitRows(
      features: Table(
        columns: [Column(name: "x", type: .real, values: .numbers(cells))], rowCount: count),
      labels: labels,
      split: RowSplit(train: all.filter { $0 % 10 > 1 }, validation: [0, 10], test: [1, 11]))
    #expect(DataChecks(rows).leakingFeatures == [.init(name: "x", evidence: .areaUnderROC(1))])
  }

  @Test func `counts rows to measure on that were trained on, label and all`() {
    // Rows 2 and 3 of every four are rows 0 and 1 again, in the first ten fours: 20 rows, one of
    // which has another label.
    let source = (0..<Self.count).map { $0 < 40 && $0 % 4 > 1 ? $0 - 2 : $0 }
    var labels = source.map { Self.labels[$0] }
    labels[2] = 1 - labels[2]
    let number = numbers("n") { source[$0] == 1 ? .nan : Double(source[$0]) }
    let text = texts("t", { source[$0] % 5 }, levels: 5)
    let checks = checks([number, text], labels: labels)
    #expect(checks.repeatedRowCount == 19)
    #expect(checks.heldOutRowCount == 200)
    #expect(
      checks.warnings == [
        "19 of 200 rows to measure on are rows that were trained on"
      ])
  }

  @Test func `takes 0 and -0 for one number`() {
    let zero = numbers("z") { $0 % 4 < 2 ? 0.0 : -0.0 }
    #expect(checks([zero], labels: Self.labels.map { _ in 0 }).repeatedRowCount == 200)
  }

  @Test func `stays silent on few repeated rows`() {
    let source = (0..<Self.count).map { $0 < 8 && $0 % 4 == 2 ? $0 - 2 : $0 }
    let number = numbers("n") { Double(source[$0]) }
    let checks = checks([number], labels: source.map { Self.labels[$0] })
    #expect(checks.repeatedRowCount == 2)
    #expect(checks.warnings.isEmpty)
  }

  @Test
  func `names a column that tells one of several labels from the others only when it tells all`() {
    let labels = (0..<Self.count).map { $0 * 7919 % 3 }
    let all = Array(0..<Self.count)
    let split = RowSplit(
      train: all.filter { $0 % 4 < 2 }, validation: all.filter { $0 % 4 == 2 },
      test: all.filter { $0 % 4 == 3 })
    let copy = texts("copy", { labels[$0] }, levels: 3)
    let part = texts("part", { labels[$0] == 2 ? 1 : 0 }, levels: 2)
    let rows = SplitRows(
      features: Table(columns: [copy, part], rowCount: Self.count), labels: labels, split: split)
    #expect(DataChecks(rows, classCount: 3).leakingFeatures.map(\.name) == ["copy"])
  }

  @Test func `names a column that goes with a target of numbers`() {
    let targets = (0..<Self.count).map { Double($0 * 7919 % 101) }
    let copy = numbers("copy") { $0 % 9 == 0 ? .nan : 3 - 2 * targets[$0] }
    let noisy = numbers("noisy") { targets[$0] + Double($0 % 10) }
    // The magnitude of a correlation is 1 for a line; NumPy's corrcoef gives 0.995 for the noisy one.
    #expect(LeakingFeature(copy, numbers: targets)?.name == "copy")
    #expect(LeakingFeature(noisy, numbers: targets) == nil)
  }
}
