/// The four counts of a confusion matrix `[[tn, fp], [fn, tp]]`.
struct BinaryCounts: Sendable, Equatable {
  let trueNegatives: Int
  let falsePositives: Int
  let falseNegatives: Int
  let truePositives: Int

  /// No data set has more rows; four of it can be added up.
  static let largest = 1 << 53

  /// The counts, where `matrix` is two rows of two counts.
  init?(_ matrix: JSONValue) {
    let rows = matrix.arrayValue?.map { $0.arrayValue?.compactMap(Self.count) ?? [] } ?? []
    guard matrix.arrayValue?.allSatisfy({ $0.arrayValue?.count == 2 }) == true, rows.count == 2,
      rows.allSatisfy({ $0.count == 2 })
    else { return nil }
    (trueNegatives, falsePositives) = (rows[0][0], rows[0][1])
    (falseNegatives, truePositives) = (rows[1][0], rows[1][1])
  }

  /// A whole number from 0, also spelled `74.0` as some libraries do.
  static func count(_ value: JSONValue) -> Int? {
    guard let number = value.doubleValue, (0...Double(largest)).contains(number) else { return nil }
    return Int(exactly: number)
  }

  var total: Int { negatives + positives }
  var negatives: Int { trueNegatives + falsePositives }
  var positives: Int { falseNegatives + truePositives }
  var predictedNegative: Int { trueNegatives + falseNegatives }
  var predictedPositive: Int { falsePositives + truePositives }

  /// The share of all rows; at least one row is needed.
  func share(_ count: Int) -> Double { Double(count) / Double(total) }
}
