import Registry

extension EvaluationMetrics {
  /// A row for each metric, a column for each place in which metrics were found.
  func table(style: TextStyle) -> String {
    var names: [String] = []
    for metric in places.flatMap(\.entries) where !names.contains(metric.name) {
      names.append(metric.name)
    }
    var table = TextTable(
      [.init("METRIC")] + places.map { .init($0.title.uppercased(), .right) })
    for name in names {
      table.add(
        [name]
          + places.map { place in
            place.entries.first { $0.name == name }?.value.shortened ?? "-"
          })
    }
    return table.text(style: style)
  }
}
