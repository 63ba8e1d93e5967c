/// Labels in falling order of their scores, equal scores as one group: what every ranking metric
/// is computed from.
struct RankedLabels {
  /// The rows that share one score.
  struct Group {
    var positives = 0
    var negatives = 0
  }

  /// From the highest score to the lowest.
  private(set) var groups: [Group] = []
  private(set) var positives = 0
  private(set) var negatives = 0

  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/scoreNotFinite(row:)``,
  ///   ``LearnerError/oneLabelOnly(_:)``.
  /// - Complexity: O(*n* log *n*).
  init(scores: [Double], labels: [Int]) throws(LearnerError) {
    try check(labels, rowCount: scores.count)
    try check(scores: scores)
    let pairs = zip(scores, labels).sorted { $0.0 > $1.0 }
    var last: Double?
    for (score, label) in pairs {
      if score != last { groups.append(Group()) }
      last = score
      groups[groups.count - 1].positives += label
      groups[groups.count - 1].negatives += 1 - label
    }
    positives = labels.reduce(0, +)
    negatives = labels.count - positives
    guard positives > 0 else { throw .oneLabelOnly("0") }
    guard negatives > 0 else { throw .oneLabelOnly("1") }
  }

  /// The area under the ROC curve; counted in whole numbers, so it has no rounding but the last.
  var areaUnderROC: Double {
    var positivesAbove = 0
    var twice = 0
    for group in groups {
      twice += group.negatives * (2 * positivesAbove + group.positives)
      positivesAbove += group.positives
    }
    return Double(twice) / 2 / (Double(positives) * Double(negatives))
  }

  /// The mean of the precisions at which each positive row is found.
  var averagePrecision: Double {
    var found = 0
    var taken = 0
    var sum = 0.0
    for group in groups {
      found += group.positives
      taken += group.positives + group.negatives
      sum += Double(group.positives) * Double(found) / Double(taken)
    }
    return sum / Double(positives)
  }
}
