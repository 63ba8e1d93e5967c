extension ConfusionCounts {
  /// More rows than anybody has; four of it can be added up and multiplied.
  static let largest = 1 << 53

  /// The counts of `[[tn, fp], [fn, tp]]`; `nil` for anything else.
  init?(matrix: JSONValue) {
    guard let rows = matrix.arrayValue, rows.count == 2,
      rows.allSatisfy({ $0.arrayValue?.count == 2 })
    else { return nil }
    let counts = rows.flatMap { $0.arrayValue ?? [] }.compactMap(Self.count)
    guard counts.count == 4 else { return nil }
    self.init(
      trueNegatives: counts[0], falsePositives: counts[1], falseNegatives: counts[2],
      truePositives: counts[3])
  }

  /// `[[tn, fp], [fn, tp]]`.
  var json: JSONValue {
    [
      [.integer(trueNegatives), .integer(falsePositives)],
      [.integer(falseNegatives), .integer(truePositives)],
    ]
  }

  /// A whole number from 0, also spelled `74.0` as some libraries do.
  static func count(_ value: JSONValue) -> Int? {
    guard let number = value.doubleValue, (0...Double(largest)).contains(number) else { return nil }
    return Int(exactly: number)
  }

  var predictedNegatives: Int { trueNegatives + falseNegatives }
  var predictedPositives: Int { falsePositives + truePositives }
}
