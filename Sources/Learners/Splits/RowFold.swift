/// One round of cross-validation: rows to fit on, and rows to measure on.
public struct RowFold: Sendable, Equatable {
  /// Rows to fit on, ascending.
  public let train: [Int]
  /// Rows to measure on, ascending; none of them is fitted on.
  public let validation: [Int]

  /// For each part the fold that measures on it and fits on all others.
  static func each(of parts: [[Int]]) -> [RowFold] {
    parts.indices.map { held in
      let others = parts.indices.filter { $0 != held }.flatMap { parts[$0] }
      return RowFold(train: others.sorted(), validation: parts[held].sorted())
    }
  }

  /// Folds that have each class as evenly as possible: their numbers of rows, and of rows of any one
  /// class, differ by at most one.
  ///
  /// - Parameters:
  ///   - rows: the rows to divide.
  ///   - labels: the class of each row of the table; `nil` where there are none.
  ///   - count: how many folds, at least 2 and at most as many as rows.
  ///   - seed: the same seed gives the same folds on every machine.
  /// - Returns: `count` folds.
  /// - Throws: ``LearnerError/unsplittable(_:)`` when there are fewer rows of a class than folds.
  /// - Complexity: O(*f* *n* log *n*), where *f* is the number of folds and *n* that of rows.
  ///
  /// Source: scikit-learn's `StratifiedKFold`, which shares out classes one after another, too.
  static func shuffled(
    _ rows: [Int], labels: [Int]?, count: Int, seed: UInt64
  ) throws(LearnerError) -> [RowFold] {
    var generator = SeededGenerator(seed: seed)
    var parts = [[Int]](repeating: [], count: count)
    var dealt = 0
    for (label, members) in RowSplit.classes(of: rows, labels: labels) {
      if labels != nil, members.count < count {
        throw .unsplittable(
          .fewerRowsOfClassThanFolds(label: label, rows: members.count, folds: count))
      }
      var members = members
      generator.shuffle(&members)
      for row in members {
        parts[dealt % count].append(row)
        dealt += 1
      }
    }
    return each(of: parts)
  }
}
