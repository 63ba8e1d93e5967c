extension GradientBoosting {
  /// Refuses what the method cannot use.
  ///
  /// - Throws: ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  func checkHyperparameters() throws(LearnerError) {
    for (name, value, least) in [
      ("treeCount", treeCount, 1), ("maxLeaves", maxLeaves, 2), ("maxDepth", maxDepth ?? 1, 1),
      ("minSamplesLeaf", minSamplesLeaf, 1), ("earlyStoppingRounds", earlyStoppingRounds ?? 1, 1),
      ("maxThreads", maxThreads, 1),
    ] {
      try check(name, value, isAtLeast: least)
    }
    for (name, value) in [
      ("learningRate", learningRate), ("rowFraction", rowFraction),
      ("columnFraction", columnFraction),
    ] {
      guard value > 0, value <= 1 else {
        throw .hyperparameterOutOfRange(
          name: name, value: "\(value)", allowed: "a number above 0 and at most 1")
      }
    }
    guard l2 >= 0, l2.isFinite else {
      throw .hyperparameterOutOfRange(
        name: "l2", value: "\(l2)", allowed: "a finite number of at least 0")
    }
  }

  /// For each column 1 where the score may only rise with it, -1 where it may only fall, else 0.
  ///
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for a categorical column.
  func directions(_ binner: FittedColumnBinner) throws(LearnerError) -> [Int] {
    var directions = [Int](repeating: 0, count: binner.inputs.count)
    for (name, direction) in monotone.sorted(by: { precedesByBytes($0.key, $1.key) }) {
      guard let column = binner.inputs.firstIndex(where: { $0.name == name }) else {
        throw .noSuchColumn(name, known: binner.columnNames)
      }
      guard case .numeric = binner.inputs[column] else {
        throw .hyperparameterOutOfRange(
          name: "monotone", value: name, allowed: "names of numeric columns only")
      }
      directions[column] = direction == .increasing ? 1 : -1
    }
    return directions
  }
}

/// Refuses a hyperparameter that is too small.
///
/// - Throws: ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
func check(_ name: String, _ value: Int, isAtLeast least: Int) throws(LearnerError) {
  guard value >= least else {
    throw .hyperparameterOutOfRange(
      name: name, value: "\(value)", allowed: "a number of at least \(least)")
  }
}
