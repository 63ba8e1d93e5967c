/// A column that alone tells the target.
struct LeakingFeature: Sendable, Equatable {
  /// The column.
  let name: String
  /// How well it does.
  let evidence: Evidence

  /// What gives a column away.
  enum Evidence: Sendable, Equatable {
    /// The area under the ROC curve; of several classes the smallest, each against all others.
    case areaUnderROC(Double)
    /// The magnitude of the correlation with a target of numbers.
    case correlation(Double)
  }

  /// The area from which on a column gives the target away.
  static let threshold = 0.99
  /// The correlation from which on it does.
  static let correlationThreshold = 0.999
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
  init?(at position: Int, of rows: SplitRows, classCount: Int = 2) {
    var smallest = 1.0
    // Of two classes one tells all.
    for label in (classCount == 2 ? 1 : 0)..<classCount {
      guard let area = Self.area(at: position, of: rows, label: label), area >= Self.threshold
      else { return nil }
      smallest = min(smallest, area)
    }
    name = rows.train.columns[position].name
    evidence = .areaUnderROC(smallest)
  }

  /// `nil` when a column of numbers does not give a target of numbers away; text is not looked at.
  init?(_ column: Column, numbers targets: [Double]) {
    guard case .numbers(let numbers) = column.values,
      let correlation = Self.correlation(numbers, targets),
      correlation >= Self.correlationThreshold
    else { return nil }
    name = column.name
    evidence = .correlation(correlation)
  }

  /// The magnitude of Pearson's correlation over the rows that have both.
  private static func correlation(_ numbers: [Double], _ targets: [Double]) -> Double? {
    let rows = numbers.indices.filter { !numbers[$0].isNaN }
    guard rows.count >= leastRows else { return nil }
    let count = Double(rows.count)
    let means = rows.reduce(into: (0.0, 0.0)) {
      $0.0 += numbers[$1] / count
      $0.1 += targets[$1] / count
    }
    var (squares, otherSquares, products) = (0.0, 0.0, 0.0)
    for row in rows {
      let (one, other) = (numbers[row] - means.0, targets[row] - means.1)
      squares += one * one
      otherSquares += other * other
      products += one * other
    }
    let scale = squares.squareRoot() * otherSquares.squareRoot()
    return scale > 0 && scale.isFinite ? abs(products / scale) : nil
  }

  /// How well a column tells one class from all others.
  private static func area(at position: Int, of rows: SplitRows, label: Int) -> Double? {
    let labels = rows.trainLabels.map { $0 == label ? 1 : 0 }
    switch rows.train.columns[position].values {
    case .numbers(let numbers): return area(numbers, labels)
    case .categories(let codes, let levels):
      guard case .categories(let others, _) = rows.validation.columns[position].values else {
        return nil
      }
      return area(
        codes, labels, levelCount: levels.count, on: others,
        rows.validationLabels.map { $0 == label ? 1 : 0 })
    }
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
