/// Which rows a model learns from, which candidates are ranked on, and which it is tested on.
public struct RowSplit: Sendable, Equatable {
  /// Row indices from 0, ascending.
  public let train: [Int]
  /// Row indices from 0, ascending.
  public let validation: [Int]
  /// Row indices from 0, ascending.
  public let test: [Int]

  /// Splits at random so that each part has the labels in the proportions of the whole, to the
  /// nearest row.
  ///
  /// - Parameters:
  ///   - labels: One label a row.
  ///   - testFraction: The share of rows to test on, in 0..<1.
  ///   - validationFraction: The share of rows to validate on, in 0..<1; together below 1.
  ///   - seed: The same seed gives the same split.
  /// - Returns: The three parts; a part of share 0 is empty.
  /// - Throws: ``LearnerError/fractionOutOfRange(test:validation:)``, or
  ///   ``LearnerError/tooFewRows(label:count:)`` when a label has too few rows to occur in each part.
  public static func stratified(
    labels: [Int], testFraction: Double, validationFraction: Double, seed: UInt64
  ) throws(LearnerError) -> RowSplit {
    guard testFraction >= 0, validationFraction >= 0, testFraction + validationFraction < 1 else {
      throw .fractionOutOfRange(test: testFraction, validation: validationFraction)
    }
    var generator = SeededGenerator(seed: seed)
    var train: [Int] = []
    var validation: [Int] = []
    var test: [Int] = []
    for label in Set(labels).sorted() {
      var rows = labels.indices.filter { labels[$0] == label }
      generator.shuffle(&rows)
      let testCount = Int((Double(rows.count) * testFraction).rounded())
      let validationCount = Int((Double(rows.count) * validationFraction).rounded())
      let isEverywhere =
        (testCount > 0 || testFraction == 0) && (validationCount > 0 || validationFraction == 0)
        && testCount + validationCount < rows.count
      guard isEverywhere else { throw .tooFewRows(label: label, count: rows.count) }
      test += rows[..<testCount]
      validation += rows[testCount..<(testCount + validationCount)]
      train += rows[(testCount + validationCount)...]
    }
    return RowSplit(train: train.sorted(), validation: validation.sorted(), test: test.sorted())
  }
}
