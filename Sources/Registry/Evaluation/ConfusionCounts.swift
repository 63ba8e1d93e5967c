/// How many rows of each label were predicted as which, and the ratios that follow.
///
/// Where a ratio has nothing to divide by it is 0, as scikit-learn's `zero_division` default.
package struct ConfusionCounts: Sendable, Equatable {
  /// Labelled negative, predicted negative.
  package var trueNegatives: Int
  /// Labelled negative, predicted positive.
  package var falsePositives: Int
  /// Labelled positive, predicted negative.
  package var falseNegatives: Int
  /// Labelled positive, predicted positive.
  package var truePositives: Int

  package init(
    trueNegatives: Int, falsePositives: Int, falseNegatives: Int, truePositives: Int
  ) {
    (self.trueNegatives, self.falsePositives) = (trueNegatives, falsePositives)
    (self.falseNegatives, self.truePositives) = (falseNegatives, truePositives)
  }

  /// Counts the rows whose probability is at least the threshold as predicted positive.
  init(labels: [Bool], probabilities: [Double], threshold: Double) {
    self.init(trueNegatives: 0, falsePositives: 0, falseNegatives: 0, truePositives: 0)
    for (isPositive, probability) in zip(labels, probabilities) {
      switch (isPositive, probability >= threshold) {
      case (false, false): trueNegatives += 1
      case (false, true): falsePositives += 1
      case (true, false): falseNegatives += 1
      case (true, true): truePositives += 1
      }
    }
  }

  package var negatives: Int { trueNegatives + falsePositives }
  package var positives: Int { falseNegatives + truePositives }
  package var count: Int { negatives + positives }

  /// The share of positive rows.
  package var prevalence: Double { ratio(positives, count) }

  /// The share of rows predicted positive that are.
  package var precision: Double { ratio(truePositives, truePositives + falsePositives) }

  /// The share of positive rows that were predicted positive.
  package var recall: Double { ratio(truePositives, positives) }

  /// The share of negative rows that were predicted negative.
  package var specificity: Double { ratio(trueNegatives, negatives) }

  /// The share of negative rows that were predicted positive.
  package var falsePositiveRate: Double { ratio(falsePositives, negatives) }

  /// The harmonic mean of precision and recall.
  package var f1: Double {
    ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  /// The harmonic mean of precision and recall that weighs recall four times.
  package var f2: Double {
    ratio(5 * truePositives, 5 * truePositives + falsePositives + 4 * falseNegatives)
  }

  /// The share of rows predicted right.
  package var accuracy: Double { ratio(trueNegatives + truePositives, count) }

  /// The mean of recall and specificity.
  package var balancedAccuracy: Double { (recall + specificity) / 2 }
}

private func ratio(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}
