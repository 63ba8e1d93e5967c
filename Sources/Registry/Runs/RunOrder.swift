/// An order of runs.
public struct RunOrder: Sendable, Equatable {
  /// What is looked at: `created`, `duration`, a metric, or any other number of a run.
  public let name: String
  /// Whether the last come first.
  public let isReversed: Bool

  /// The order by what a name means: the newest first by `created`, the best first by a metric, the
  /// smallest first by any other number.
  public init(by name: String = "created", reversed isReversed: Bool = false) {
    self.name = name
    self.isReversed = isReversed
  }

  /// The runs in this order. Equal ones stand newest first, those without the number last, reversed or not.
  public func sorted(_ runs: [RunRecord]) -> [RunRecord] {
    let newest = runs.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
    guard name != "created" else { return isReversed ? newest.reversed() : newest }
    let numbered = newest.map { (run: $0, number: $0.value(named: name)?.doubleValue) }
    let known = numbered.enumerated().compactMap { place, row in
      row.number.map { (run: row.run, number: $0, place: place) }
    }
    let descends = isDescending(runs) != isReversed
    let sorted = known.sorted {
      if $0.number == $1.number { return $0.place < $1.place }
      return descends ? $0.number > $1.number : $0.number < $1.number
    }
    return sorted.map(\.run) + numbered.filter { $0.number == nil }.map(\.run)
  }

  /// A metric of which nothing is known is taken for one that grows with what is good.
  private func isDescending(_ runs: [RunRecord]) -> Bool {
    guard runs.contains(where: { $0.metric(name) != nil }) else { return false }
    return EvaluationMetric.largerIsBetter(named: name) ?? true
  }
}
