extension TrainingPipeline {
  /// Divides the rows, and leaves out columns that a model could not learn from.
  ///
  /// - Returns: the rows, and the columns that have no value where candidates learn.
  func trainingData(
    _ table: Table, _ target: TargetEncoding
  ) throws(LearnerError) -> (rows: TrainingData, leftOut: [String]) {
    let method = split ?? (target.task == .regression ? .random : .stratified)
    let parts = try divide(table, target, by: method)
    try check(parts, target)
    let features = try self.features(of: table, for: target.task)
    let leftOut = features.columns.filter { column in
      !parts.rounds.allSatisfy { column.hasValue(in: $0.train) }
    }.map(\.name)
    let all = LearningRows(
      features: try features.without(leftOut).inSinglePrecision, target: target,
      weights: try weights(of: table))
    let data = TrainingData(
      all: all, method: method, rounds: parts.rounds, learned: parts.learned, test: parts.test)
    return (data, leftOut)
  }

  /// What each row weighs; `nil` where nothing is said.
  private func weights(of table: Table) throws(LearnerError) -> [Double]? {
    guard let weights else { return nil }
    let numbers = try table.column(weights).numberCells()
    if let row = numbers.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .weightOutOfRange(row: row + 1)
    }
    return numbers
  }

  private typealias Parts = (rounds: [RowFold], learned: [Int], test: [Int])

  /// Refuses a part in which every row has one label, as the latest rows may.
  private func check(_ parts: Parts, _ target: TargetEncoding) throws(LearnerError) {
    guard target.task != .regression else { return }
    var places: [(rows: [Int], part: RowSplit.Part)] = [(parts.test, .test)]
    for round in parts.rounds {
      places += [(round.train, .train), (round.validation, .validation)]
    }
    for (rows, part) in places {
      guard let first = rows.first, rows.allSatisfy({ target.labels[$0] == target.labels[first] })
      else { continue }
      throw .unsplittable(.oneLabelOnly(target.classes[target.labels[first]], part: part))
    }
  }

  private func divide(
    _ table: Table, _ target: TargetEncoding, by method: SplitMethod
  ) throws(LearnerError) -> Parts {
    guard testFraction > 0, folds != nil || validationFraction > 0 else {
      throw .badSplitFractions(test: testFraction, validation: validationFraction)
    }
    let labels = target.orderedLabels
    do throws(LearnerError) {
      let split = try method.split(
        table, labels: labels, testFraction: testFraction,
        validationFraction: folds == nil ? validationFraction : 0, seed: seed)
      guard let folds else {
        let round = RowFold(train: split.train, validation: split.validation)
        return ([round], split.train, split.test)
      }
      let rounds = try method.folds(
        table, rows: split.train, labels: labels, count: folds, seed: seed)
      return (rounds, split.train, split.test)
    } catch {
      throw target.naming(error)
    }
  }
}

extension TargetEncoding {
  /// The classes in the order of the labels' bytes, so that a split does not depend on which of two is
  /// positive; `nil` for numbers.
  fileprivate var orderedLabels: [Int]? {
    if task == .regression { return nil }
    return isInOrder ? labels : labels.map { 1 - $0 }
  }

  /// An error that speaks of a label by its spelling in place of its number.
  fileprivate func naming(_ error: LearnerError) -> LearnerError {
    switch error {
    case .tooFewRowsToSplit(let label, let rows, let part):
      .tooFewRowsOfLabel(spelling(ofOrdered: label), rows: rows, part: part)
    case .unsplittable(.fewerRowsOfClassThanFolds(let label, let rows, let folds)):
      .unsplittable(
        .fewerRowsOfLabelThanFolds(spelling(ofOrdered: label), rows: rows, folds: folds))
    default: error
    }
  }

  private func spelling(ofOrdered label: Int) -> String { classes[isInOrder ? label : 1 - label] }
}

extension Column {
  /// Whether a row among these has a value. Text may lack one everywhere: missing is a level then.
  func hasValue(in rows: [Int]) -> Bool {
    guard case .numbers(let numbers) = values else { return true }
    return rows.contains { !numbers[$0].isNaN }
  }
}
