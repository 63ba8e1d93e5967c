/// A column that alone tells the labels apart.
struct LeakingFeature: Sendable, Equatable {
  /// The column.
  let name: String
  /// How well: the area under the ROC curve.
  let areaUnderROC: Double

  /// The area from which on a column gives the target away.
  static let threshold = 0.99
  /// With fewer rows of a label than this, a column may sort them by chance.
  private static let leastRows = 30
  /// So many rows tell whether it is worth while to sort them all.
  private static let sampleSize = 2048
  private static let sampleThreshold = 0.9

}

extension LeakingFeature {
  /// `nil` when the column does not give the target away.
  ///
  /// Numbers are ranked in either direction, with missing cells below or above all others, on the
  /// training rows. The levels of a category are scored by their share of positive training rows
  /// and measured on the validation rows: a level that occurs once tells nothing of others.
  init?(at position: Int, of rows: SplitRows) {
    let column = rows.train.columns[position]
    let area: Double? =
      switch column.values {
      case .numbers(let numbers): Self.area(numbers, rows.trainLabels)
      case .categories(let codes, let levels):
        if case .categories(let others, _) = rows.validation.columns[position].values {
          Self.area(
            codes, rows.trainLabels, levelCount: levels.count, on: others, rows.validationLabels)
        } else {
          nil
        }
      }
    guard let area, area >= Self.threshold else { return nil }
    name = column.name
    areaUnderROC = area
  }

  private static func area(_ numbers: [Double], _ labels: [Int]) -> Double? {
    let step = max(1, numbers.count / sampleSize)
    if step > 1 {
      let sample = Array(stride(from: 0, to: numbers.count, by: step))
      // A sample that lacks a label tells nothing.
      if let area = ranked(sample.map { numbers[$0] }, sample.map { labels[$0] }),
        area < sampleThreshold
      {
        return nil
      }
    }
    return hasEnough(labels) ? ranked(numbers, labels) : nil
  }

  /// The best of the areas that the direction and the place of missing cells give.
  private static func ranked(_ numbers: [Double], _ labels: [Int]) -> Double? {
    let extreme = Double.greatestFiniteMagnitude
    let fills = numbers.contains(where: \.isNaN) ? [-extreme, extreme] : [0]
    let areas = fills.compactMap { fill in
      try? Learners.areaUnderROC(scores: numbers.map { $0.isNaN ? fill : $0 }, labels: labels)
    }
    return areas.map { max($0, 1 - $0) }.max()
  }

  private static func area(
    _ codes: [Int32], _ labels: [Int], levelCount: Int, on others: [Int32], _ otherLabels: [Int]
  ) -> Double? {
    guard hasEnough(otherLabels) else { return nil }
    // Place 0 is what is missing.
    var counts = [(rows: Int, positives: Int)](repeating: (0, 0), count: levelCount + 1)
    for (code, label) in zip(codes, labels) {
      counts[Int(code) + 1].rows += 1
      counts[Int(code) + 1].positives += label
    }
    let prevalence = Double(labels.reduce(0, +)) / Double(labels.count)
    let rates = counts.map { $0.rows == 0 ? prevalence : Double($0.positives) / Double($0.rows) }
    return try? Learners.areaUnderROC(
      scores: others.map { rates[Int($0) + 1] }, labels: otherLabels)
  }

  private static func hasEnough(_ labels: [Int]) -> Bool {
    let positives = labels.reduce(0, +)
    return min(positives, labels.count - positives) >= leastRows
  }
}
