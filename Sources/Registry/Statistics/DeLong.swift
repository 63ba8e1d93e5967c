/// Two areas under the ROC curve on the same rows, compared without assuming how scores are
/// distributed.
///
/// Source: DeLong, DeLong and Clarke-Pearson (1988), *Comparing the areas under two or more
/// correlated receiver operating characteristic curves*, Biometrics 44(3); computed from ranks as
/// Sun and Xu (2014), *Fast implementation of DeLong's algorithm*, IEEE Signal Processing Letters
/// 21(11), do.
public struct DeLong: Sendable, Equatable {
  /// The area of the first model, the champion's.
  public let first: Double
  /// The area of the second model.
  public let second: Double
  /// The standard error of the first area.
  public let firstStandardError: Double
  /// The standard error of the second area.
  public let secondStandardError: Double
  /// The standard error of the second area less the first; 0 when both models put the rows into
  /// the same order.
  public let standardError: Double
  private let rows: Int

  /// Compares the two models of the rows.
  ///
  /// - Throws: ``EvidenceProblem/oneLabelOnly(isPositive:)``,
  ///   ``EvidenceProblem/singleRow(isPositive:)``, ``EvidenceProblem/noSpread`` when the areas
  ///   differ and every row agrees about by how much: there is no standard error then.
  /// - Complexity: O(*n* log *n*), where *n* is the number of rows.
  public init(_ pairs: PairedPredictions) throws(EvidenceProblem) {
    let positives = pairs.labels.count { $0 }
    let counts = (positives, negatives: pairs.count - positives)
    try EvidenceCheck.labels(pairs.labels, for: .areaUnderROC)
    guard counts.0 > 1 else { throw .singleRow(isPositive: true) }
    guard counts.negatives > 1 else { throw .singleRow(isPositive: false) }
    let ofFirst = Placements(scores: pairs.first, labels: pairs.labels)
    let ofSecond = Placements(scores: pairs.second, labels: pairs.labels)
    // Of the differences themselves: the same order gives 0 and not a rounding error.
    let ofDifference = ofSecond.subtracting(ofFirst)
    (first, second) = (ofFirst.area, ofSecond.area)
    firstStandardError = ofFirst.standardError
    secondStandardError = ofSecond.standardError
    standardError = ofDifference.standardError
    rows = pairs.count
    guard standardError > 0 || ofDifference.area == 0 else { throw .noSpread }
  }

  /// The difference of the areas with its interval and the two-sided test that there is none.
  public func comparison(level: ConfidenceLevel = .usual) -> Comparison {
    let difference = second - first
    return Comparison(
      first: first, second: second,
      difference: Interval(
        difference, standardError: standardError, level: level, method: .deLong),
      standardError: standardError,
      pValue: standardError > 0 ? NormalDistribution.twoSided(difference / standardError) : 1,
      rows: rows)
  }
}

/// For each row, the share of the rows of the other label that stand on the right side of it, ties
/// counting half: what DeLong calls structural components.
private struct Placements {
  var ofPositives: [Double] = []
  var ofNegatives: [Double] = []

  /// The mean of the placements, which is the area under the ROC curve.
  var area: Double { ofPositives.reduce(0, +) / Double(ofPositives.count) }

  var standardError: Double {
    (Self.variance(ofPositives) / Double(ofPositives.count)
      + Self.variance(ofNegatives) / Double(ofNegatives.count)).squareRoot()
  }

  private init(ofPositives: [Double], ofNegatives: [Double]) {
    (self.ofPositives, self.ofNegatives) = (ofPositives, ofNegatives)
  }

  func subtracting(_ other: Placements) -> Placements {
    Placements(
      ofPositives: zip(ofPositives, other.ofPositives).map { $0 - $1 },
      ofNegatives: zip(ofNegatives, other.ofNegatives).map { $0 - $1 })
  }

  init(scores: [Double], labels: [Bool]) {
    let positives = labels.count { $0 }
    let sorted = scores.indices.map { (score: scores[$0], row: $0) }.sorted { $0.score < $1.score }
    var placements = [Double](repeating: 0, count: labels.count)
    var below = (positives: 0, negatives: 0)
    var start = 0
    while start < sorted.count {
      let score = sorted[start].score
      let end = sorted[start...].firstIndex { $0.score != score } ?? sorted.count
      let tied = sorted[start..<end].count { labels[$0.row] }
      let tiedNegatives = end - start - tied
      let ofPositive =
        (Double(below.negatives) + Double(tiedNegatives) / 2) / Double(labels.count - positives)
      let ofNegative =
        (Double(positives - below.positives) - Double(tied) / 2) / Double(positives)
      for (_, row) in sorted[start..<end] {
        placements[row] = labels[row] ? ofPositive : ofNegative
      }
      below = (below.positives + tied, below.negatives + tiedNegatives)
      start = end
    }
    for (isPositive, placement) in zip(labels, placements) {
      if isPositive { ofPositives.append(placement) } else { ofNegatives.append(placement) }
    }
  }

  /// With *n* − 1 in the denominator.
  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
