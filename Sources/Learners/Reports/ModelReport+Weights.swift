extension ModelReport.Weights {
  /// How many columns are permuted, those first that the fit says matter most: a table of ten thousand
  /// columns would take all day.
  private static let mostColumns = 20
  /// How many test rows are scored again for each column.
  private static let mostRows = 1000
  private static let repeats = 3

  /// What a model rests on: the coefficients of a linear one for one score; else by how much the metric
  /// gets worse on test rows when a column is permuted.
  ///
  /// - Parameters:
  ///   - trained: the model.
  ///   - table: the test rows.
  ///   - target: what is true of them.
  ///   - metric: what is measured.
  ///   - threshold: of two labels, a row is predicted positive from here on.
  ///   - seed: what permutations are drawn by.
  /// - Throws: what keeps the rows from being scored or measured.
  init(
    _ trained: TrainedModel, _ table: Table, _ target: TargetEncoding, _ metric: Metric,
    threshold: Double?, seed: UInt64
  ) throws(LearnerError) {
    if case .linear(let transformer, let coefficients, _) = trained.fitted.estimator,
      coefficients.count == 1
    {
      self.init(
        kind: .coefficient,
        entries: zip(transformer.featureNames, coefficients[0]).map { .init(name: $0, value: $1) })
      return
    }
    let names = table.columns.map(\.name)
    let order = names.indices.sorted {
      (trained.fitted.importances[$1], $0) < (trained.fitted.importances[$0], $1)
    }
    let rows = Self.sample(of: target)
    let truth = target.rows(rows)
    let permuted = try permutationImportances(
      of: order.prefix(Self.mostColumns).map { names[$0] }, in: table.rows(rows),
      repeats: Self.repeats, seed: seed
    ) { table throws(LearnerError) in
      let metrics = try ModelMetrics(
        try trained.predictions(table), truth, threshold: threshold)
      let value = metrics.value(of: metric) ?? .nan
      return metric.largerIsBetter ? value : -value
    }
    self.init(
      kind: .importance,
      entries: permuted.map { .init(name: $0.name, value: $0.mean, deviation: $0.deviation) })
  }

  /// Even steps through the rows in the order of what is true of them: those of a file that is sorted by
  /// its target would begin with one label only.
  private static func sample(of target: TargetEncoding) -> [Int] {
    let all = Array(0..<target.rowCount)
    guard all.count > mostRows else { return all }
    let truth = target.task == .regression ? target.numbers : target.labels.map(Double.init)
    let order = all.sorted { (truth[$0], $0) < (truth[$1], $1) }
    return (0..<mostRows).map { order[$0 * (order.count - 1) / (mostRows - 1)] }
  }
}
