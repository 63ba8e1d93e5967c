extension ModelGraph {
  /// Checks what the types do not.
  ///
  /// - Throws: ``LearnerError/unwritableONNX(_:)``.
  func check() throws(LearnerError) {
    try checkColumns()
    try checkNames(metadata.map(\.key), kind: "metadata keys")
    try checkAnswer()
    switch estimator {
    case .linear(let transformer, let coefficients, let intercepts):
      try check(transformer)
      try check(coefficients, intercepts, featureCount: transformer.featureCount)
    case .trees(let ensemble): try check(ensemble)
    }
    try checkCalibration()
  }

  private func checkColumns() throws(LearnerError) {
    let names = estimator.columns.map(\.name)
    if names.isEmpty { throw .unwritableONNX(.noFeatures) }
    try checkNames(names, kind: "columns")
    for name in names {
      if name.isEmpty { throw .unwritableONNX(.emptyName) }
      if let task, Self.isReserved(name, for: task) { throw .unwritableONNX(.reservedName(name)) }
    }
  }

  private var task: LearningTask? {
    switch answer {
    case .scores: nil
    case .binary: .binary
    case .multiclass: .multiclass
    case .number: .regression
    }
  }

  private func checkAnswer() throws(LearnerError) {
    switch answer {
    case .scores: break
    case .number: precondition(estimator.scoreCount == 1, "a number is one score")
    case .binary(let classes, let areIntegers, let threshold):
      precondition(classes.count == 2 && estimator.scoreCount == 1, "two labels have one score")
      try checkLabels(classes, areIntegers)
      guard threshold.isFinite else { throw .unwritableONNX(.notFinite("the threshold")) }
    case .multiclass(let classes, let areIntegers):
      precondition(classes.count == estimator.scoreCount, "each of several labels has a score")
      try checkLabels(classes, areIntegers)
    }
  }

  private func checkLabels(_ labels: [String], _ areIntegers: Bool) throws(LearnerError) {
    guard areIntegers else { return try checkNames(labels, kind: "labels") }
    if let other = labels.first(where: { Int64($0) == nil }) {
      throw .unwritableONNX(.notInteger(other))
    }
    try checkNames(labels.compactMap { Int64($0) }.map(String.init), kind: "labels")
  }

  private func check(_ transformer: FittedColumnTransformer) throws(LearnerError) {
    for input in transformer.numericInputs {
      let numbers = [input.median, input.mean, 1 / input.scale].map(Float.init)
      guard numbers.allSatisfy(\.isFinite) else { throw .unwritableONNX(.notFinite(input.name)) }
    }
    for input in transformer.categoricalInputs { try check(input) }
  }

  private func check(_ input: CategoricalInput) throws(LearnerError) {
    if input.levels.contains("") { throw .unwritableONNX(.emptyLevel(input.name)) }
    try checkNames(input.levels, kind: "levels of the column '\(input.name)'")
  }

  private func check(
    _ coefficients: [[Double]], _ intercepts: [Double], featureCount: Int
  ) throws(LearnerError) {
    guard featureCount > 0 else { throw .unwritableONNX(.noFeatures) }
    precondition(coefficients.count == intercepts.count, "each score has an intercept")
    for row in coefficients where row.count != featureCount {
      throw .unwritableONNX(.coefficientCount(expected: featureCount, found: row.count))
    }
    guard (coefficients.flatMap { $0 } + intercepts).allSatisfy({ Float($0).isFinite }) else {
      throw .unwritableONNX(.notFinite("the coefficients"))
    }
  }

  private func check(_ ensemble: TreeEnsemble) throws(LearnerError) {
    for case .categorical(let bins) in ensemble.binner.inputs { try check(bins.input) }
    let scale = ensemble.scale
    let values = ensemble.trees.lazy.flatMap(\.values)
    guard ensemble.bases.allSatisfy(\.isFinite),
      values.allSatisfy({ Float($0 * scale).isFinite })
    else { throw .unwritableONNX(.notFinite("the trees")) }
  }

  private func checkCalibration() throws(LearnerError) {
    let numbers: [Double] =
      switch calibration {
      case nil: []
      case .sigmoid(let slope, let intercept): [slope, intercept]
      case .isotonic(let scores, let probabilities): scores + probabilities
      }
    guard numbers.allSatisfy({ Float($0).isFinite }) else {
      throw .unwritableONNX(.notFinite("the calibration"))
    }
  }

  private func checkNames(_ names: [String], kind: String) throws(LearnerError) {
    var seen: Set<UTF8Key> = []
    for name in names where !seen.insert(UTF8Key(name)).inserted {
      throw .unwritableONNX(.twice(kind, name))
    }
  }
}
