/// How rows are divided into those that are learned from and those that are measured on.
public enum SplitMethod: Sendable, Equatable {
  /// At random, each class in the proportion of the whole.
  case stratified
  /// At random.
  case random
  /// By the values of a column, the earliest to learn from and the latest to test on. Numbers, or text
  /// that sorts as time goes (`2026-01-15`, `2026-01-15T10:30:00`), in one time zone. Rows of one time
  /// stay together.
  case timeOrdered(column: String)
  /// At random, rows of one value of a column together, so that no group is on both sides.
  case grouped(column: String)

  /// Splits the rows of a table in three.
  ///
  /// Shares are met as nearly as rows that stay together allow; each part that has a share gets a row.
  ///
  /// - Parameters:
  ///   - table: holds the column that the method names.
  ///   - labels: the class of each row; `nil` for numbers, whose rows ``stratified`` draws as
  ///     ``random`` does. Groups are shared out with an eye on the classes, times are not.
  ///   - testFraction: the test part's share of the rows, in 0..<1; 0 leaves the part empty.
  ///   - validationFraction: the same for the validation part.
  ///   - seed: the same seed gives the same split on every machine; times do not need it.
  /// - Returns: the parts; every row is in exactly one.
  /// - Throws: ``LearnerError/badSplitFractions(test:validation:)``,
  ///   ``LearnerError/noSuchColumn(_:known:)``, ``LearnerError/noRows``,
  ///   ``LearnerError/lengthsDiffer(what:expected:found:)``; for a class or table with too few rows
  ///   ``LearnerError/tooFewRowsToSplit(label:rows:part:)`` and ``LearnerError/unsplittable(_:)``,
  ///   which is also thrown for a column with a missing cell or too few values.
  /// - Complexity: O(*n* log *n*), and with groups also O(groups × classes).
  public func split(
    _ table: Table, labels: [Int]?, testFraction: Double, validationFraction: Double, seed: UInt64
  ) throws(LearnerError) -> RowSplit {
    try check(table, labels)
    let shares = try RowSplit.shares(
      testFraction: testFraction, validationFraction: validationFraction)
    let rows = Array(0..<table.rowCount)
    switch self {
    case .stratified: return try .stratified(rows, labels: labels, shares: shares, seed: seed)
    case .random: return try .stratified(rows, labels: nil, shares: shares, seed: seed)
    case .timeOrdered(let column):
      return try .timeOrdered(RowOrder(of: table.column(column), rows: rows), shares: shares)
    case .grouped(let column):
      let groups = try RowGroups(of: table.column(column), rows: rows)
      return RowSplit(parts: try groups.parts(shares: shares, labels: labels, seed: seed))
    }
  }

  /// Divides rows into folds for cross-validation.
  ///
  /// Each row is measured on in one fold, and fitted on in the others; but of rows in the order of time
  /// a fold is fitted on those before the ones that it measures on, so that the earliest are only
  /// fitted on.
  ///
  /// - Parameters:
  ///   - table: holds the column that the method names.
  ///   - rows: the rows of the table to divide; others are in no fold.
  ///   - labels: the class of each row of the table; `nil` for numbers.
  ///   - count: how many folds, at least 2 and at most as many as rows.
  ///   - seed: the same seed gives the same folds on every machine; times do not need it.
  /// - Returns: `count` folds.
  /// - Throws: as ``split(_:labels:testFraction:validationFraction:seed:)``;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for the number of folds.
  /// - Complexity: O(*f* *n* log *n*), where *f* is the number of folds, and with groups also
  ///   O(groups × folds × classes).
  ///
  /// Source: scikit-learn's `StratifiedKFold`, `KFold`, `TimeSeriesSplit`, `StratifiedGroupKFold`.
  public func folds(
    _ table: Table, rows: [Int], labels: [Int]?, count: Int, seed: UInt64
  ) throws(LearnerError) -> [RowFold] {
    try check(table, labels)
    guard count > 1 else {
      throw .hyperparameterOutOfRange(
        name: "folds", value: "\(count)", allowed: "a number of at least 2")
    }
    guard rows.count >= count else {
      throw .unsplittable(.fewerRowsThanFolds(rows: rows.count, folds: count))
    }
    switch self {
    case .stratified:
      return try RowFold.shuffled(rows, labels: labels, count: count, seed: seed)
    case .random: return try RowFold.shuffled(rows, labels: nil, count: count, seed: seed)
    case .timeOrdered(let column):
      return try RowFold.timeOrdered(RowOrder(of: table.column(column), rows: rows), count: count)
    case .grouped(let column):
      let groups = try RowGroups(of: table.column(column), rows: rows)
      let shares = [Double](repeating: 1 / Double(count), count: count)
      return RowFold.each(of: try groups.parts(shares: shares, labels: labels, seed: seed))
    }
  }

  private func check(_ table: Table, _ labels: [Int]?) throws(LearnerError) {
    guard table.rowCount > 0 else { throw .noRows }
    if let labels, labels.count != table.rowCount {
      throw .lengthsDiffer(what: "labels", expected: table.rowCount, found: labels.count)
    }
  }
}
