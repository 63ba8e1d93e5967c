/// A metric of one version with the rows behind it: what can be said of it without its predictions.
struct CountedMetric {
  /// How many rows count, for a share those that it is of; `nil` where nothing says.
  let rowCount: Int?
  private let kind: Kind?

  /// What has an interval that follows from counts.
  private enum Kind {
    case area(UnpairedArea)
    case share(Proportion)
  }

  init(_ name: String, _ found: EvaluationMetrics.Finding) {
    let counts = RowCounts(beside: found.neighbours)
    kind = counts.flatMap { Self.kind(name, found.value, $0) }
    rowCount = if case .share(let share) = kind { share.count } else { counts?.rows }
  }

  /// Counts that contradict the metric are no evidence.
  private static func kind(_ name: String, _ value: Double, _ counts: RowCounts) -> Kind? {
    guard let metric = EvaluationMetric(named: name) else { return nil }
    if metric == .areaUnderROC {
      guard let (positives, negatives) = counts.classes else { return nil }
      return (try? UnpairedArea(value, positives: positives, negatives: negatives)).map(Kind.area)
    }
    guard let count = counts.denominator(of: metric), counts.agree(with: metric, of: value) else {
      return nil
    }
    return (try? Proportion(share: value, of: count)).map(Kind.share)
  }

  /// The interval of the metric; `nil` where none follows from the counts.
  func interval(level: ConfidenceLevel) -> Interval? {
    switch kind {
    case .area(let area): area.interval(level: level)
    case .share(let share): share.interval(level: level)
    case nil: nil
    }
  }

  /// This version's metric less another's, as if they came from different rows; `nil` where no interval
  /// follows from the counts of both.
  func comparison(with champion: CountedMetric, level: ConfidenceLevel) -> Comparison? {
    switch (champion.kind, kind) {
    case (.area(let first), .area(let second)):
      UnpairedArea.comparison(first, second, level: level)
    case (.share(let first), .share(let second)):
      Proportion.comparison(first, second, level: level)
    default: nil
    }
  }
}
