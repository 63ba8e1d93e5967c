internal import Registry

extension RankedLabels {
  /// The ROC curve from (0, 0) to (1, 1): the share of the negative rows (x) and of the positive rows
  /// (y) that are predicted positive, at each score as threshold.
  ///
  /// - Precondition: both labels are there.
  var rocCurve: [PlotPoint] {
    [PlotPoint(x: 0, y: 0)]
      + running.map {
        PlotPoint(
          x: Double($0.negatives) / Double(negatives), y: Double($0.positives) / Double(positives))
      }
  }

  /// The precision (y) at which each share of the positive rows (x, the recall) is found, as steps: the
  /// area below them is the average precision.
  ///
  /// - Precondition: there is a positive label.
  var precisionRecallCurve: [PlotPoint] {
    var curve: [PlotPoint] = []
    var found = 0
    for counts in running where counts.positives > found {
      let precision = Double(counts.positives) / Double(counts.positives + counts.negatives)
      for end in [found, counts.positives] {
        curve.append(PlotPoint(x: Double(end) / Double(positives), y: precision))
      }
      found = counts.positives
    }
    return curve
  }
}
