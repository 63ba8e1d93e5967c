/// Rows whose probabilities are about the same, and how often the positive label came true for them.
struct CalibrationBin: Sendable, Equatable {
  /// The smallest probability that belongs here.
  let lowerEdge: Double
  /// The smallest that belongs to the bin above; 1 for the last, which it belongs to.
  let upperEdge: Double
  /// How many rows; at least 1.
  let count: Int
  /// How many of them are positive.
  let positives: Int
  /// The mean of their probabilities.
  let meanProbability: Double

  /// The share of them that is positive.
  var positiveShare: Double { Double(positives) / Double(count) }

  /// Rows in bins of the same width between 0 and 1, ascending; bins without rows are left out.
  ///
  /// - Parameters:
  ///   - probabilities: of label 1; what is not in 0...1 is left out.
  ///   - labels: as many, each 0 or 1.
  ///   - binCount: at least 1.
  /// - Returns: at most `binCount` bins.
  static func bins(
    of probabilities: [Double], labels: [Int], into binCount: Int = 10
  ) -> [CalibrationBin] {
    var counts = [Int](repeating: 0, count: binCount)
    var positives = counts
    var sums = [Double](repeating: 0, count: binCount)
    for (probability, label) in zip(probabilities, labels) where (0...1).contains(probability) {
      let bin = min(binCount - 1, Int(probability * Double(binCount)))
      counts[bin] += 1
      positives[bin] += label
      sums[bin] += probability
    }
    return counts.indices.filter { counts[$0] > 0 }.map { bin in
      CalibrationBin(
        lowerEdge: Double(bin) / Double(binCount), upperEdge: Double(bin + 1) / Double(binCount),
        count: counts[bin], positives: positives[bin],
        meanProbability: sums[bin] / Double(counts[bin]))
    }
  }
}
