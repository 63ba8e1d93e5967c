extension ModelReport {
  /// How many test rows of each class were predicted as which.
  struct Confusion {
    let classes: [String]
    /// A line a class, a column a prediction.
    let counts: [[Int]]
    /// Whether the last class stands for several.
    var isMerged = false
  }

  /// `nil` for numbers, and where the rows do not tell classes apart.
  var confusion: Confusion? {
    switch content.outcome {
    case .regression: return nil
    case .binary(let classes, let probabilities, let labels):
      let threshold = content.threshold?.value ?? 0.5
      let predicted = probabilities.map { $0 >= threshold ? 1 : 0 }
      guard let matrix = try? ConfusionMatrix(labels: labels, predicted: predicted) else {
        return nil
      }
      return Confusion(classes: classes, counts: matrix.rows)
    case .multiclass(let classes, let probabilities, let labels):
      let metrics = try? MulticlassMetrics(
        probabilities: probabilities, labels: labels, classCount: classes.count)
      return metrics.map { Confusion(classes: classes, counts: $0.confusionMatrix) }
    }
  }
}

extension ModelReport.Confusion {
  /// As many classes as a page shows: beyond, those with the fewest rows are counted as one.
  var forPage: Self {
    guard classes.count > Self.most else { return self }
    let shown = frequentClasses(atMost: Self.most - 1)
    let others = shown.count
    let places = classes.indices.map { shown.firstIndex(of: $0) ?? others }
    var merged = [[Int]](repeating: [Int](repeating: 0, count: others + 1), count: others + 1)
    for (label, line) in counts.enumerated() {
      for (prediction, count) in line.enumerated() {
        merged[places[label]][places[prediction]] += count
      }
    }
    let names = shown.map { classes[$0] } + ["\(classes.count - others) other classes"]
    return Self(classes: names, counts: merged, isMerged: true)
  }

  private static let most = 15

  /// The classes with the most rows, in the order of the classes; ties go to the first.
  func frequentClasses(atMost limit: Int) -> [Int] {
    let rows = counts.map { $0.reduce(0, +) }
    return classes.indices.sorted { (rows[$1], $0) < (rows[$0], $1) }.prefix(limit).sorted()
  }

  /// Of two classes, where the model stands in the plane of the ROC curve.
  var rocPlace: PlotPoint {
    PlotPoint(x: share(of: 0, predicted: 1), y: share(of: 1, predicted: 1))
  }

  /// Of two classes, where it stands in the plane of precision and recall.
  var precisionRecallPlace: PlotPoint {
    let found = counts[0][1] + counts[1][1]
    return PlotPoint(
      x: share(of: 1, predicted: 1), y: Double(counts[1][1]) / Double(found))
  }

  private func share(of label: Int, predicted: Int) -> Double {
    Double(counts[label][predicted]) / Double(counts[label].reduce(0, +))
  }
}
