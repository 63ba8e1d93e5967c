extension ModelReport {
  /// How many test rows of each class were predicted as which; `nil` for numbers.
  ///
  /// Beyond as many classes as a page shows, those with the fewest rows are counted as one.
  var confusion: (classes: [String], counts: [[Int]])? {
    switch content.outcome {
    case .regression: nil
    case .binary(let classes, _, _, let confusion): (classes, confusion.rows)
    case .multiclass(let classes, _, _, let confusion):
      classes.count > Self.mostClasses ? merged(confusion, classes) : (classes, confusion)
    }
  }

  private static let mostClasses = 15

  private func merged(
    _ confusion: [[Int]], _ classes: [String]
  ) -> (classes: [String], counts: [[Int]]) {
    let shown = frequentClasses(atMost: Self.mostClasses - 1)
    let others = shown.count
    let places = classes.indices.map { shown.firstIndex(of: $0) ?? others }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: others + 1), count: others + 1)
    for (label, line) in confusion.enumerated() {
      for (prediction, count) in line.enumerated() {
        counts[places[label]][places[prediction]] += count
      }
    }
    return (shown.map { classes[$0] } + ["\(classes.count - others) other classes"], counts)
  }

  /// The classes with the most test rows, in the order of the classes; ties go to the first.
  func frequentClasses(atMost limit: Int) -> [Int] {
    guard case .multiclass(let classes, _, _, let confusion) = content.outcome else { return [] }
    let counts = confusion.map { $0.reduce(0, +) }
    return classes.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(limit).sorted()
  }
}
