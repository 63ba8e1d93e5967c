extension ModelReport {
  /// How many test rows of each class were predicted as which; `nil` for numbers.
  ///
  /// Beyond as many classes as a page shows, those with the fewest rows are counted as one.
  var confusionCounts: (classes: [String], counts: [[Int]])? {
    switch content.outcome {
    case .regression: return nil
    case .binary(let classes, let probabilities, let labels):
      let threshold = content.threshold?.value ?? 0.5
      return (classes, Self.counts(labels, probabilities.map { $0 >= threshold ? 1 : 0 }, 2))
    case .multiclass(let classes, let probabilities, let labels):
      let predicted = Self.likeliest(probabilities, classes.count)
      guard classes.count > Self.mostClasses else {
        return (classes, Self.counts(labels, predicted, classes.count))
      }
      let shown = frequentClasses(atMost: Self.mostClasses - 1)
      let places = classes.indices.map { shown.firstIndex(of: $0) ?? shown.count }
      let counts = Self.counts(
        labels.map { places[$0] }, predicted.map { places[$0] }, shown.count + 1)
      return (shown.map { classes[$0] } + ["\(classes.count - shown.count) other classes"], counts)
    }
  }

  /// The classes with the most test rows, in the order of the classes; ties go to the first.
  func frequentClasses(atMost limit: Int) -> [Int] {
    guard case .multiclass(let classes, _, let labels) = content.outcome else { return [] }
    var counts = [Int](repeating: 0, count: classes.count)
    for label in labels { counts[label] += 1 }
    return classes.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(limit).sorted()
  }

  private static let mostClasses = 15

  private static func counts(_ labels: [Int], _ predicted: [Int], _ classCount: Int) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classCount), count: classCount)
    for (label, prediction) in zip(labels, predicted) { counts[label][prediction] += 1 }
    return counts
  }

  /// The class of the highest probability of each row, the first of those that tie.
  private static func likeliest(_ probabilities: [Double], _ classCount: Int) -> [Int] {
    stride(from: 0, to: probabilities.count, by: classCount).map { first in
      (1..<classCount).reduce(0) {
        probabilities[first + $1] > probabilities[first + $0] ? $1 : $0
      }
    }
  }
}
