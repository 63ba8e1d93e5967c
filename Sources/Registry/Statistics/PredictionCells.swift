/// The rows of two models by label and by what each model predicts: all that metrics at a threshold
/// know of them.
struct PredictionCells {
  /// The positive rows, by which model predicts them positive.
  var positives: PairedProportions
  /// The negative rows, by which model predicts them positive.
  var negatives: PairedProportions

  init(positives: PairedProportions, negatives: PairedProportions) {
    (self.positives, self.negatives) = (positives, negatives)
  }

  init(_ pairs: PairedPredictions, thresholds: PairedPredictions.Thresholds) {
    var counts = [0, 0, 0, 0, 0, 0, 0, 0]
    for row in pairs.labels.indices {
      let first = pairs.first[row] >= thresholds.first ? 2 : 0
      let second = pairs.second[row] >= thresholds.second ? 1 : 0
      counts[(pairs.labels[row] ? 4 : 0) + first + second] += 1
    }
    positives = PairedProportions(
      uncheckedBoth: counts[7], firstOnly: counts[6], secondOnly: counts[5], neither: counts[4])
    negatives = PairedProportions(
      uncheckedBoth: counts[3], firstOnly: counts[2], secondOnly: counts[1], neither: counts[0])
  }

  var first: ConfusionCounts {
    ConfusionCounts(
      trueNegatives: negatives.secondOnly + negatives.neither,
      falsePositives: negatives.both + negatives.firstOnly,
      falseNegatives: positives.secondOnly + positives.neither,
      truePositives: positives.both + positives.firstOnly)
  }

  var second: ConfusionCounts {
    ConfusionCounts(
      trueNegatives: negatives.firstOnly + negatives.neither,
      falsePositives: negatives.both + negatives.secondOnly,
      falseNegatives: positives.firstOnly + positives.neither,
      truePositives: positives.both + positives.secondOnly)
  }
}
