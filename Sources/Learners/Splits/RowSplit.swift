/// Which rows a model is trained, tuned and measured on.
public struct RowSplit: Sendable, Equatable {
  /// Rows to fit on, ascending.
  public let train: [Int]
  /// Rows to choose a model and a threshold on, ascending; may be empty.
  public let validation: [Int]
  /// Rows to measure the chosen model on, ascending; may be empty.
  public let test: [Int]

  /// One part of a split.
  public enum Part: String, Sendable, CaseIterable {
    /// Rows to fit on.
    case train
    /// Rows to choose on.
    case validation
    /// Rows to measure on.
    case test
  }

  /// Splits rows at random so that every part has each class in the proportion of the whole.
  ///
  /// Each class is shared out by itself: every part gets the whole rows of its share, and the
  /// rows left over go to the parts with the largest remainders, train before validation before
  /// test when those tie.
  ///
  /// - Parameters:
  ///   - labels: the class of each row.
  ///   - testFraction: the test part's share of the rows, in 0..<1; 0 leaves the part empty.
  ///   - validationFraction: the same for the validation part.
  ///   - seed: the same seed gives the same split on every machine.
  /// - Returns: the parts; every row is in exactly one.
  /// - Throws: ``LearnerError/badSplitFractions(test:validation:)`` when nothing is left to train
  ///   on; ``LearnerError/tooFewRowsToSplit(label:rows:part:)`` when a class would be absent from
  ///   a part that is not to be empty.
  /// - Complexity: O(*n* log *n*), where *n* is the number of rows.
  ///
  /// Source: Hamilton's method of largest remainders.
  public static func stratified(
    labels: [Int], testFraction: Double, validationFraction: Double, seed: UInt64
  ) throws(LearnerError) -> RowSplit {
    try stratified(
      Array(labels.indices), labels: labels,
      shares: shares(testFraction: testFraction, validationFraction: validationFraction),
      seed: seed)
  }

  /// Splits rows at random, each class in the proportion of the whole.
  ///
  /// - Parameters:
  ///   - rows: the rows to split.
  ///   - labels: the class of each row of the table; `nil` where all are alike.
  ///   - shares: of the three parts, adding up to 1.
  ///   - seed: the same seed gives the same split on every machine.
  /// - Returns: the parts.
  /// - Throws: ``LearnerError/tooFewRowsToSplit(label:rows:part:)``, or
  ///   ``LearnerError/unsplittable(_:)`` where there are no labels.
  static func stratified(
    _ rows: [Int], labels: [Int]?, shares: [Double], seed: UInt64
  ) throws(LearnerError) -> RowSplit {
    var generator = SeededGenerator(seed: seed)
    var parts: [[Int]] = [[], [], []]
    for (label, members) in classes(of: rows, labels: labels) {
      var shuffled = members
      generator.shuffle(&shuffled)
      var first = 0
      for (part, count) in counts(of: members.count, shares: shares).enumerated() {
        if count == 0, shares[part] > 0 {
          let name = Part.allCases[part]
          guard labels != nil else { throw .unsplittable(.tooFewRows(members.count, part: name)) }
          throw .tooFewRowsToSplit(label: label, rows: members.count, part: name)
        }
        parts[part] += shuffled[first..<first + count]
        first += count
      }
    }
    return RowSplit(parts: parts)
  }

  /// The shares of the three parts.
  ///
  /// - Throws: ``LearnerError/badSplitFractions(test:validation:)`` when nothing is left to train on.
  static func shares(
    testFraction: Double, validationFraction: Double
  ) throws(LearnerError) -> [Double] {
    guard testFraction >= 0, validationFraction >= 0, testFraction + validationFraction < 1 else {
      throw .badSplitFractions(test: testFraction, validation: validationFraction)
    }
    return [1 - testFraction - validationFraction, validationFraction, testFraction]
  }

  /// The rows of every class, the classes ascending; one class where there are no labels.
  static func classes(of rows: [Int], labels: [Int]?) -> [(label: Int, rows: [Int])] {
    Dictionary(grouping: rows) { labels?[$0] ?? 0 }
      .map { (label: $0.key, rows: $0.value) }
      .sorted { $0.label < $1.label }
  }

  /// `total` rows shared out by largest remainders.
  static func counts(of total: Int, shares: [Double]) -> [Int] {
    // Shares such as 0.1 are not exact: what misses a whole row by less than this is one.
    let slack = min(1e-9 * Double(total), 1e-3)
    let quotas = shares.map { $0 * Double(total) }
    var counts = quotas.map { Int(($0 + slack).rounded(.down)) }
    let remainders = zip(quotas, counts).map { max(0, $0 - Double($1)) }
    var order = Array(remainders.indices)
    // Insertion keeps ties in order, which sort does not promise.
    for index in order.indices.dropFirst() {
      var place = index
      while place > 0, remainders[order[place]] > remainders[order[place - 1]] + slack {
        order.swapAt(place, place - 1)
        place -= 1
      }
    }
    for part in order.prefix(max(0, total - counts.reduce(0, +))) { counts[part] += 1 }
    return counts
  }
}

extension RowSplit {
  /// The rows of each part, in any order: train, validation, test.
  init(parts: [[Int]]) {
    self.init(
      train: parts[0].sorted(), validation: parts[1].sorted(), test: parts[2].sorted())
  }
}
