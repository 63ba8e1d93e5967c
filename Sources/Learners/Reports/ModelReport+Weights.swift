extension ModelReport.Weights {
  /// How many columns are permuted, those first that the fit says matter most: a table of ten thousand
  /// columns would take all day.
  private static let mostColumns = 20
  /// How many test rows are scored again for each column.
  private static let mostRows = 2000
  private static let repeats = 5

  /// What a model rests on: the coefficients of a linear one for one score; else by how much the metric
  /// gets worse on test rows when a column is permuted.
  ///
  /// - Parameters:
  ///   - trained: the model.
  ///   - table: the test rows.
  ///   - target: what is true of them.
  ///   - metric: what is measured.
  ///   - seed: what permutations are drawn by.
  /// - Throws: what keeps the rows from being scored or measured.
  init(
    _ trained: TrainedModel, _ table: Table, _ target: TargetEncoding, _ metric: Metric,
    _ seed: UInt64
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
    let rows = Array(0..<min(table.rowCount, Self.mostRows))
    let truth = target.rows(rows)
    let permuted = try permutationImportances(
      of: order.prefix(Self.mostColumns).map { names[$0] }, in: table.rows(rows),
      repeats: Self.repeats, seed: seed
    ) { table throws(LearnerError) in
      let metrics = try ModelMetrics(try trained.predictions(table), truth)
      let value = metrics.value(of: metric) ?? .nan
      return metric.largerIsBetter ? value : -value
    }
    self.init(
      kind: .importance,
      entries: permuted.map { .init(name: $0.name, value: $0.mean, deviation: $0.deviation) })
  }
}
