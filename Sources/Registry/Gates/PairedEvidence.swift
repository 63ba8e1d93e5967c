/// The rows that two versions both scored, wherever they are found.
struct PairedEvidence {
  let champion: GateEvidence
  let challenger: GateEvidence
  /// Rows that both scored for this comparison; they go before those that are registered.
  let scored: PairedPredictions?
  /// The metric, as the gate names it.
  let metric: String

  /// Why there is no paired evidence.
  enum Absence: Error {
    /// A version has no predictions.
    case noPredictions(ModelVersion)
    /// Predictions cannot be read.
    case unreadable(RegistryError)
    /// The row ids of two data files name different rows.
    case otherData
    /// A file tells splits apart, and has no row of the one that the metric is of.
    case noSplit(String)
    /// Which label is the positive one is not said, or not the same.
    case positiveLabel
    /// A version does not say its threshold.
    case noThreshold(ModelVersion)
    /// The rows do not allow it.
    case problem(EvidenceProblem)

    /// In words.
    var text: String {
      switch self {
      case .noPredictions(let version): "\(version) has no holdout_predictions.csv"
      case .unreadable(let error): error.message
      case .otherData: "the versions were trained from different data files"
      case .noSplit(let name): "not both versions held out rows of the split '\(name)'"
      case .positiveLabel: "the versions do not say the same positive label"
      case .noThreshold(let version): "\(version) states no threshold"
      case .problem(let problem): problem.reason
      }
    }
  }

  /// The metric of both on the rows that both scored.
  func comparison(
    by metric: EvaluationMetric, level: ConfidenceLevel
  ) throws(Absence) -> (Comparison, remark: String?) {
    let thresholds = try thresholds(for: metric)
    let rows = try predictions()
    do throws(EvidenceProblem) {
      let comparison = try rows.comparison(by: metric, thresholds: thresholds, level: level)
      return (comparison, remark(rows))
    } catch { throw .problem(error) }
  }

  private func thresholds(
    for metric: EvaluationMetric
  ) throws(Absence) -> PairedPredictions.Thresholds {
    // What is not asked for its labels does not need to know where they begin.
    let any = metric.needsThreshold ? nil : 0.5
    guard let first = any ?? champion.threshold else { throw .noThreshold(champion.version) }
    guard let second = any ?? challenger.threshold else { throw .noThreshold(challenger.version) }
    do { return try PairedPredictions.Thresholds(first: first, second: second) } catch {
      throw .problem(error)
    }
  }

  private func predictions() throws(Absence) -> PairedPredictions {
    if let scored { return scored }
    let (first, second) = (try holdout(champion), try holdout(challenger))
    if let one = champion.dataSHA256, let other = challenger.dataSHA256, one != other {
      throw .otherData
    }
    guard let positive = champion.positiveLabel(among: first),
      challenger.positiveLabel(among: second) == positive
    else { throw .positiveLabel }
    let split = try split(first, second)
    do { return try PairedPredictions(first, second, positive: positive, split: split) } catch {
      throw .problem(error)
    }
  }

  private func holdout(_ evidence: GateEvidence) throws(Absence) -> HoldoutPredictions {
    if let problem = evidence.holdoutProblem { throw .unreadable(problem) }
    guard let holdout = evidence.holdout else { throw .noPredictions(evidence.version) }
    return holdout
  }

  /// The rows that the metric was measured on: those of its section, else the test rows; `nil` for all, where
  /// no file tells splits apart.
  private func split(
    _ first: HoldoutPredictions, _ second: HoldoutPredictions
  ) throws(Absence) -> String? {
    let splits = [first.splits, second.splits]
    guard splits.contains(where: { $0 != [""] }) else { return nil }
    let section = challenger.metrics.finding(metric)?.section
    let name = section?.hasPrefix("validation") == true ? "validation" : "test"
    guard splits.allSatisfy({ $0.contains(name) }) else { throw .noSplit(name) }
    return name
  }

  private func remark(_ rows: PairedPredictions) -> String? {
    guard scored == nil else { return nil }
    let most = max(rows.firstRowCount, rows.secondRowCount)
    let isKnown = champion.dataSHA256 != nil && challenger.dataSHA256 != nil
    let remarks = [
      rows.count < most ? "\(rows.count) of \(most) held-out rows are in both" : nil,
      isKnown ? nil : "rows are taken for the same by their ids: not both say their data_sha256",
    ]
    return remarks.compactMap { $0 }.joined(separator: "; ")
  }
}

extension EvaluationMetric {
  /// Whether it counts predicted labels.
  fileprivate var needsThreshold: Bool {
    if case .counts = computation { true } else { false }
  }
}
