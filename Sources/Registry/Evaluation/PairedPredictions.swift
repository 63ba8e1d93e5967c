/// What two models say about the same labelled rows: the evidence of a paired comparison.
public struct PairedPredictions: Sendable, Equatable {
  /// Whether each row is positive.
  public let labels: [Bool]
  /// The first model's probability of being positive: the champion's.
  public let first: [Double]
  /// The second model's: the challenger's.
  public let second: [Double]
  /// How many rows the first model had, of which only those that the second had, too, are here.
  public let firstRowCount: Int
  /// How many rows the second model had.
  public let secondRowCount: Int

  /// Rows that are in one order already.
  ///
  /// - Parameters:
  ///   - labels: whether each row is positive.
  ///   - first: as many probabilities, each in 0...1.
  ///   - second: as many again.
  /// - Throws: ``EvidenceProblem/noRows``,
  ///   ``EvidenceProblem/lengthsDiffer(labels:probabilities:)``,
  ///   ``EvidenceProblem/probabilityOutOfRange(row:)``.
  public init(labels: [Bool], first: [Double], second: [Double]) throws(EvidenceProblem) {
    try EvidenceCheck.probabilities(first, labels: labels)
    try EvidenceCheck.probabilities(second, labels: labels)
    (self.labels, self.first, self.second) = (labels, first, second)
    (firstRowCount, secondRowCount) = (labels.count, labels.count)
  }

  /// The rows that two files share, in the order of the first.
  ///
  /// Rows are the same when their id and their split are, byte for byte.
  ///
  /// - Parameters:
  ///   - first: what the first model answered.
  ///   - second: what the second model answered.
  ///   - positive: the label that counts as positive, as the files spell it.
  ///   - split: only rows of this split, such as `test`; `nil` takes all.
  /// - Throws: ``EvidenceProblem/noCommonRows``, ``EvidenceProblem/labelsDiffer(rowID:)`` when the
  ///   files do not agree about a row, ``EvidenceProblem/noPositiveLabel(_:)``, and
  ///   ``EvidenceProblem/noRows`` when a file has no row of the split.
  /// - Complexity: O(*n*) in the rows of both files.
  public init(
    _ first: HoldoutPredictions, _ second: HoldoutPredictions, positive: String,
    split: String? = nil
  ) throws(EvidenceProblem) {
    let (mine, others) = (first.rows(of: split), second.rows(of: split))
    guard !mine.isEmpty, !others.isEmpty else { throw .noRows }
    var places: [HoldoutPredictions.Key: Int] = [:]
    places.reserveCapacity(others.count)
    for (place, row) in others.enumerated() { places[row.key] = place }
    var (labels, ofFirst, ofSecond): ([Bool], [Double], [Double]) = ([], [], [])
    for row in mine {
      guard let place = places[row.key] else { continue }
      let other = others[place]
      guard row.label.hasSameBytes(as: other.label) else { throw .labelsDiffer(rowID: row.id) }
      labels.append(row.label.hasSameBytes(as: positive))
      ofFirst.append(row.probability)
      ofSecond.append(other.probability)
    }
    guard !labels.isEmpty else { throw .noCommonRows }
    guard labels.contains(true) else { throw .noPositiveLabel(positive) }
    (self.labels, self.first, self.second) = (labels, ofFirst, ofSecond)
    (firstRowCount, secondRowCount) = (mine.count, others.count)
  }

  /// How many rows both models had.
  public var count: Int { labels.count }
}
