package import Registry

/// How the probability from which on a row counts as positive is found.
public enum ThresholdPolicy: Sendable, Equatable {
  /// This one, in 0...1.
  case fixed(Double)
  /// The one with the largest F1.
  case maximizeF1
  /// The one with the largest recall among those with at least this precision, in 0...1.
  case maximizeRecall(minPrecision: Double)
  /// The one with the largest precision among those with at least this recall, in 0...1.
  case maximizePrecision(minRecall: Double)

  /// Finds the threshold on rows that the model was not fitted on.
  ///
  /// Probabilities are compared as `Float`, as models answer them. One of them, or the fixed number as
  /// a `Float`, is the threshold, so that comparing in `Double` says the same. Of thresholds that are
  /// equally good by recall (precision), the one with the better precision (recall) is chosen, and of
  /// those that still are equal, the highest.
  ///
  /// - Parameters:
  ///   - probabilities: of label 1, each in 0...1.
  ///   - labels: as many labels, each 0 or 1, both occurring.
  /// - Returns: the threshold and what it does to these rows. Where none has the precision that is
  ///   asked for, the one with the highest.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/probabilityOutOfRange(row:)``,
  ///   ``LearnerError/oneLabelOnly(_:)``; ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``
  ///   for a number of the policy that is not in 0...1.
  /// - Complexity: O(*n* log *n*).
  public func choose(
    probabilities: [Double], labels: [Int]
  ) throws(LearnerError) -> ThresholdChoice {
    try checkNumber()
    try check(labels, rowCount: probabilities.count)
    try check(probabilities: probabilities)
    guard labels.contains(0), labels.contains(1) else { throw .oneLabelOnly("\(labels[0])") }
    let rows = RankedProbabilities(probabilities.map(Float.init), labels: labels)
    if case .fixed(let threshold) = self { return choice(rows.cut(at: Float(threshold))) }
    // From the highest to the lowest, so that of equals the highest stays.
    var best = choice(rows.cuts[0])
    for cut in rows.cuts.dropFirst() {
      let next = choice(cut)
      if rank(next) > rank(best) { best = next }
    }
    return best
  }

  private func choice(_ cut: RankedProbabilities.Cut) -> ThresholdChoice {
    let isMet =
      switch self {
      case .fixed, .maximizeF1: true
      case .maximizeRecall(let minPrecision): cut.counts.precision >= minPrecision
      case .maximizePrecision(let minRecall): cut.counts.recall >= minRecall
      }
    return ThresholdChoice(policy: self, cut: cut, isConstraintMet: isMet)
  }

  /// Numbers of which the first that differs decides, the larger one being better.
  private func rank(_ choice: ThresholdChoice) -> (Int, Double, Double) {
    let isMet = choice.isConstraintMet
    return switch self {
    case .fixed, .maximizeF1: (1, choice.f1, 0)
    case .maximizeRecall:
      isMet ? (1, choice.recall, choice.precision) : (0, choice.precision, choice.recall)
    case .maximizePrecision:
      isMet ? (1, choice.precision, choice.recall) : (0, choice.recall, choice.precision)
    }
  }

  private func checkNumber() throws(LearnerError) {
    let (name, value): (String, Double)
    switch self {
    case .maximizeF1: return
    case .fixed(let threshold): (name, value) = ("threshold", threshold)
    case .maximizeRecall(let precision): (name, value) = ("minPrecision", precision)
    case .maximizePrecision(let recall): (name, value) = ("minRecall", recall)
    }
    guard (0...1).contains(value) else {
      throw .hyperparameterOutOfRange(
        name: name, value: "\(value)", allowed: "a number in 0...1")
    }
  }

  /// The member `threshold_policy` of the metadata.
  ///
  /// - Parameter threshold: the one that was chosen.
  /// - Returns: `objective`, the least ratios (null where there are none) and `threshold_value`.
  package func json(threshold: Double) -> JSONObject {
    var (objective, minRecall, minPrecision) = ("fixed", JSONValue.null, JSONValue.null)
    switch self {
    case .fixed: break
    case .maximizeF1: objective = "max_f1"
    case .maximizeRecall(let least):
      (objective, minPrecision) = ("max_recall", .double(least))
    case .maximizePrecision(let least):
      (objective, minRecall) = ("max_precision", .double(least))
    }
    return [
      "objective": .string(objective), "min_recall": minRecall, "min_precision": minPrecision,
      "threshold_value": .double(threshold),
    ]
  }
}
