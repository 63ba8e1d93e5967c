internal import Registry

/// From a CSV file to a measured model: what `registry train` runs.
///
/// The rows are split in three, stratified by the target: the model learns from the training
/// rows, candidates are ranked on the validation rows, and the winner is measured once on the test
/// rows. The result depends on data, parameters and seed only.
///
/// ```swift
/// var pipeline = TrainingPipeline(data: "bank.csv", target: "y")
/// pipeline.positive = "yes"
/// let result = try pipeline.run()
/// try result.write(to: "artifacts")
/// ```
public struct TrainingPipeline: Sendable {
  /// The CSV file.
  public var data: String
  /// The column to predict: two labels, none missing.
  public var target: String
  /// The label whose probability is predicted; by default ``TargetEncoding`` chooses.
  public var positive: String?
  /// Columns to leave out.
  public var drop: [String] = []
  /// Names of columns that must not be inputs, with `*` for any text: columns that are there are left out,
  /// and the metadata keeps the list.
  public var blocked: [String] = []
  /// The types of columns, by name, where they are not to be inferred.
  public var types: [String: ColumnType] = [:]
  /// Which algorithm.
  public var model: ModelFamily = .logisticRegression
  /// What candidates are ranked by.
  public var metric: Metric = .areaUnderROC
  /// The share of rows to test on, above 0 and below 1.
  public var testFraction = 0.2
  /// The share of rows to validate on, above 0 and below 1.
  public var validationFraction = 0.2
  /// Where the split starts from.
  public var seed: UInt64 = 42

  /// A pipeline for this file and target, everything else as usual.
  public init(data: String, target: String) {
    self.data = data
    self.target = target
  }

  /// Trains and measures.
  ///
  /// - Parameter progress: Told what is being done; what it throws ends the training.
  /// - Returns: The model with its measurements; nothing is written.
  /// - Throws: ``LearnerError`` that names the file, row, column or parameter that does not fit.
  /// - Complexity: Two passes over the file and one fit; the table is kept in memory.
  public func run(
    progress: TrainingObserver = { _ in }
  ) throws(LearnerError) -> TrainingResult {
    guard testFraction > 0, validationFraction > 0 else {
      throw .badSplitFractions(test: testFraction, validation: validationFraction)
    }
    try progress(TrainingProgress("reading \(data)"))
    let source = try readTable()
    let target = try TargetEncoding(column: source.table.column(self.target), positive: positive)
    var features = try self.features(of: source.table)
    let split = try self.split(target)
    let leftOut = features.columns.filter { !$0.hasValue(in: split.train) }.map(\.name)
    features = try features.without(leftOut)
    let rows = SplitRows(features: features, labels: target.labels, split: split)
    try progress(TrainingProgress("fitting \(model.rawValue) on \(split.train.count) rows"))
    let fitted = try FittedLinearModel(rows.train, labels: rows.trainLabels, target: target)
    try progress(
      TrainingProgress("measuring on \(split.validation.count + split.test.count) rows"))
    let result = try TrainingResult(
      pipeline: self, source: source, target: target, rows: rows, leftOut: leftOut, model: fitted)
    try progress(TrainingProgress("writing"))
    return result
  }

  private func split(_ target: TargetEncoding) throws(LearnerError) -> RowSplit {
    do throws(LearnerError) {
      // In the order of the labels, so that the split does not depend on which is positive.
      return try RowSplit.stratified(
        labels: target.isInOrder ? target.labels : target.labels.map { 1 - $0 },
        testFraction: testFraction, validationFraction: validationFraction, seed: seed)
    } catch {
      guard case .tooFewRowsToSplit(let label, let rows, let part) = error else { throw error }
      let name = target.classes[target.isInOrder ? label : 1 - label]
      throw .tooFewRowsOfLabel(name, rows: rows, part: part)
    }
  }

  private func readTable() throws(LearnerError) -> TrainingSource {
    var reader = CSVReader(types: types)
    // As text, labels keep the spelling of the file.
    reader.textColumn = target
    var first: DigestingSource?
    let csv = try reader.read(named: data) { () throws(LearnerError) in
      let source = DigestingSource(try FileSource.opened(data))
      first = first ?? source
      return source
    }
    guard let first else { preconditionFailure("a table was read from some source") }
    return TrainingSource(csv: csv, sha256: first.digest)
  }

  private func features(of table: Table) throws(LearnerError) -> Table {
    for name in drop { _ = try table.column(name) }
    let patterns = blocked.map(NamePattern.init)
    let refused = table.columns.map(\.name).filter { name in
      patterns.contains { $0.matches(name) }
    }
    let features = try table.without([target] + drop + refused)
    let names = features.columns.map(\.name)
    if let name = names.first(where: { ModelGraph.isReserved($0, for: .binary) }) {
      throw .unwritableONNX(.reservedName(name))
    }
    try refuseInfinite(features)
    return features
  }
}

extension Table {
  /// - Throws: ``LearnerError/noFeatures`` when no column is left.
  fileprivate func without(_ names: [String]) throws(LearnerError) -> Table {
    let gone = Set(names.map(UTF8Key.init))
    let left = columns.filter { !gone.contains(UTF8Key($0.name)) }
    guard !left.isEmpty else { throw .noFeatures }
    return Table(columns: left, rowCount: rowCount)
  }
}

extension Column {
  /// Whether a row among these has a value. Text may lack one everywhere: missing is a level then.
  fileprivate func hasValue(in rows: [Int]) -> Bool {
    guard case .numbers(let numbers) = values else { return true }
    return rows.contains { !numbers[$0].isNaN }
  }
}

/// Models take numbers as `Float`: one that is infinite there is refused wherever its row falls.
private func refuseInfinite(_ table: Table) throws(LearnerError) {
  for column in table.columns {
    guard case .numbers(let numbers) = column.values else { continue }
    if let row = numbers.firstIndex(where: { !$0.isNaN && !Float($0).isFinite }) {
      throw .infiniteValue(column: column.name, row: row + 1)
    }
  }
}
