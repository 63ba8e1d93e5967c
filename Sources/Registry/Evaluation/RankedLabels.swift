/// Labels in falling order of their scores, equal scores as one group: what every ranking metric
/// is computed from.
package struct RankedLabels: Sendable {
  /// The rows that share one score, or rows of one label between which none of the other stands.
  struct Group: Sendable {
    var positives = 0
    var negatives = 0
  }

  /// From the highest score to the lowest.
  private let groups: [Group]
  package let positives: Int
  package let negatives: Int

  init(groups: [Group]) {
    self.groups = groups
    positives = groups.reduce(0) { $0 + $1.positives }
    negatives = groups.reduce(0) { $0 + $1.negatives }
  }

  /// - Precondition: as many scores as labels, none of them NaN.
  /// - Complexity: O(*n* log *n*).
  package init(scores: [Double], labels: [Bool]) {
    let pairs = zip(scores, labels).sorted { $0.0 > $1.0 }
    var groups: [Group] = []
    var last: Double?
    for (score, isPositive) in pairs {
      if score != last { groups.append(Group()) }
      last = score
      groups[groups.count - 1].positives += isPositive ? 1 : 0
      groups[groups.count - 1].negatives += isPositive ? 0 : 1
    }
    self.init(groups: groups)
  }

  /// The area under the ROC curve; counted in whole numbers, so it has no rounding but the last.
  ///
  /// - Precondition: both labels are there.
  package var areaUnderROC: Double {
    var positivesAbove = 0
    var twice = 0
    for group in groups {
      twice += group.negatives * (2 * positivesAbove + group.positives)
      positivesAbove += group.positives
    }
    return Double(twice) / 2 / (Double(positives) * Double(negatives))
  }

  /// How many rows of each label stand at or above each score, from the highest score to the lowest.
  package var running: [(positives: Int, negatives: Int)] {
    var sum = (positives: 0, negatives: 0)
    return groups.map { group in
      sum.positives += group.positives
      sum.negatives += group.negatives
      return sum
    }
  }

  /// The mean of the precisions at which each positive row is found.
  ///
  /// - Precondition: there is a positive label.
  package var averagePrecision: Double {
    var found = 0
    var taken = 0
    var sum = 0.0
    for group in groups {
      found += group.positives
      taken += group.positives + group.negatives
      guard group.positives > 0 else { continue }
      sum += Double(group.positives) * Double(found) / Double(taken)
    }
    return sum / Double(positives)
  }
}
