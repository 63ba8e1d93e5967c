/// Rows of one group kept together while groups are shared out.
struct RowGroups: Sendable {
  /// The rows of each group, ascending; the groups in order of their first rows.
  let groups: [[Int]]
  private let column: String

  /// - Throws: ``LearnerError/unsplittable(_:)`` for a missing cell.
  init(of column: Column, rows: [Int]) throws(LearnerError) {
    try column.checkNoneMissing(in: rows)
    let members: [[Int]] =
      switch column.values {
      case .numbers(let numbers): Dictionary(grouping: rows) { numbers[$0] }.map(\.value)
      case .categories(let codes, _): Dictionary(grouping: rows) { codes[$0] }.map(\.value)
      }
    groups = members.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    self.column = column.name
  }

  /// Shares the groups out so that each part has its share of the rows, and of the rows of each class,
  /// as nearly as whole groups allow.
  ///
  /// The largest groups go first, equal ones in random order; each goes to the part that it leaves
  /// least overfull. No part that has a share stays empty.
  ///
  /// - Parameters:
  ///   - shares: of the parts, adding up to 1.
  ///   - labels: the class of each row of the table; `nil` where there are none.
  ///   - seed: decides between equals.
  /// - Returns: the rows of each part, ascending.
  /// - Throws: ``LearnerError/unsplittable(_:)`` when there are fewer groups than parts.
  /// - Complexity: O(*n* + *g* log *g* + *g* *p* *c*) for *g* groups, *p* parts and *c* classes.
  ///
  /// Source: as scikit-learn's `StratifiedGroupKFold`, with the squared distance from each class's
  /// share for the deviation of the shares.
  func parts(shares: [Double], labels: [Int]?, seed: UInt64) throws(LearnerError) -> [[Int]] {
    let open = shares.indices.filter { shares[$0] > 0 }
    guard groups.count >= open.count else {
      throw .unsplittable(
        .tooFewValues(column: column, values: groups.count, parts: open.count))
    }
    let classes = ClassCounts(of: groups, labels: labels)
    var generator = SeededGenerator(seed: seed)
    var order = Array(groups.indices)
    generator.shuffle(&order)
    let places = order.indices.sorted {
      (groups[order[$1]].count, $0) < (groups[order[$0]].count, $1)
    }
    var parts = [[Int]](repeating: [], count: shares.count)
    var held = shares.map { _ in [Double](repeating: 0, count: classes.totals.count) }
    for (done, group) in places.map({ order[$0] }).enumerated() {
      let empty = open.filter { parts[$0].isEmpty }
      let candidates = groups.count - done > empty.count ? open : empty
      let costs = candidates.map { classes.cost(of: group, on: held[$0]) / shares[$0] }
      let least = costs.min() ?? 0
      let part = candidates[costs.firstIndex(of: least) ?? 0]
      parts[part] += groups[group]
      for (label, rows) in classes.counts[group] { held[part][label] += rows }
    }
    return parts.map { $0.sorted() }
  }
}

/// How many rows of each class groups have.
private struct ClassCounts {
  /// For each group its classes that occur, by place in ``totals``, with their rows.
  let counts: [[(label: Int, rows: Double)]]
  /// The rows of each class in all groups.
  let totals: [Double]

  init(of groups: [[Int]], labels: [Int]?) {
    let known = Set(groups.joined().map { labels?[$0] ?? 0 }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    counts = groups.map { rows in
      RowSplit.classes(of: rows, labels: labels).map {
        (label: places[$0.label] ?? 0, rows: Double($0.rows.count))
      }
    }
    var totals = [Double](repeating: 0, count: known.count)
    for (label, rows) in counts.joined() { totals[label] += rows }
    self.totals = totals
  }

  /// What a group adds to the squares of a part's shares of the classes.
  func cost(of group: Int, on held: [Double]) -> Double {
    counts[group].reduce(0) { sum, own in
      sum + own.rows * (2 * held[own.label] + own.rows) / totals[own.label]
    }
  }
}
