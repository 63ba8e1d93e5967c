/// Decides the gates on metrics: finds the best evidence that is there, and holds it against the bound.
struct GateComparison {
  /// What there is to compare with.
  enum Champion {
    /// Nobody serves.
    case none
    case evidence(GateEvidence)
    /// Somebody serves, and what it could do cannot be told.
    case unreadable(RegistryError)
  }

  let champion: Champion
  let challenger: GateEvidence
  /// Rows that both scored for this comparison.
  let scored: PairedPredictions?
  let level: ConfidenceLevel
  let bareNumbers: PromotionPolicy.BareNumbers

  func result(_ gate: MetricGate) -> GateResult {
    guard gate.bound.isRelative else { return absolute(gate) }
    switch champion {
    case .none:
      return GateResult(.metric(gate), .passed, reason: "there is no champion to compare with")
    case .unreadable(let error):
      return GateResult(
        .metric(gate), .inconclusive, reason: "the champion cannot be read: \(error.message)")
    case .evidence(let champion): return relative(gate, to: champion)
    }
  }

  // MARK: By itself

  private func absolute(_ gate: MetricGate) -> GateResult {
    guard let found = onScoredRows(gate.name) ?? challenger.metrics.finding(gate.name) else {
      return GateResult(.metric(gate), .inconclusive, reason: challenger.absence(of: gate.name))
    }
    var result = GateResult(.metric(gate), .inconclusive)
    result.value = found.value
    let measurement = CountedMetric(gate.name, found)
    result.tier = measurement.rowCount == nil ? .bare : .counted
    result.rowCount = measurement.rowCount
    result.interval = measurement.interval(level: level)
    if gate.basis == .interval, let interval = result.interval {
      result.verdict = gate.bound.verdict(lower: interval.lower, upper: interval.upper, 1)
      result.reason = result.verdict == .inconclusive ? "the interval holds the bound" : ""
    } else {
      judgeByValue(&result, gate, found.value, orientation: 1)
    }
    return result
  }

  /// The metric on the rows that were scored for this, as a metrics file would say it; `nil` where none
  /// were, and for a metric that is named by its place in the file.
  private func onScoredRows(_ name: String) -> EvaluationMetrics.Finding? {
    guard let scored, !name.utf8.contains(UInt8(ascii: ".")),
      let metric = EvaluationMetric(named: name), let threshold = challenger.threshold,
      let value = try? metric.value(
        labels: scored.labels, probabilities: scored.second, threshold: threshold)
    else { return nil }
    let counts = ConfusionCounts(
      labels: scored.labels, probabilities: scored.second, threshold: threshold)
    return EvaluationMetrics.Finding(
      value: value, section: nil, neighbours: ["confusion_matrix": counts.json])
  }

  // MARK: Against the champion

  private func relative(_ gate: MetricGate, to champion: GateEvidence) -> GateResult {
    var notes: [String] = []
    if let metric = EvaluationMetric(named: gate.name) {
      let evidence = PairedEvidence(
        champion: champion, challenger: challenger, scored: scored, metric: gate.name)
      do {
        let (comparison, remark) = try evidence.comparison(by: metric, level: level)
        return judged(gate, comparison, tier: .paired, notes: [remark ?? ""])
      } catch { notes.append("not paired: \(error.text)") }
    } else {
      notes.append("not paired: '\(gate.name)' cannot be computed from predictions")
    }
    for evidence in [champion, challenger] where evidence.metrics.finding(gate.name) == nil {
      notes.insert(evidence.absence(of: gate.name), at: 0)
      return GateResult(
        .metric(gate), .inconclusive, reason: notes.joined(separator: "; "))
    }
    return unpaired(gate, champion, notes: notes)
  }

  private func unpaired(
    _ gate: MetricGate, _ champion: GateEvidence, notes: [String]
  ) -> GateResult {
    guard let mine = challenger.metrics.finding(gate.name),
      let theirs = champion.metrics.finding(gate.name)
    else { return GateResult(.metric(gate), .inconclusive) }
    guard mine.section == theirs.section else {
      let places = [theirs.section, mine.section].map { $0.map { "in '\($0)'" } ?? "at the top" }
      return GateResult(
        .metric(gate), .inconclusive,
        reason: (notes + [
          "'\(gate.name)' is \(places[0]) of the champion and \(places[1]) of this version"
        ]).joined(separator: "; "))
    }
    let counted = (champion: CountedMetric(gate.name, theirs), own: CountedMetric(gate.name, mine))
    if let comparison = counted.own.comparison(with: counted.champion, level: level) {
      return judged(gate, comparison, tier: .counted, notes: notes)
    }
    var result = GateResult(.metric(gate), .inconclusive)
    (result.value, result.championValue) = (mine.value, theirs.value)
    result.rowCount = counted.own.rowCount
    result.tier = .bare
    result.reason = notes.joined(separator: "; ")
    judgeByValue(
      &result, gate, mine.value - theirs.value, orientation: gate.largerIsBetter ? 1 : -1)
    return result
  }

  private func judged(
    _ gate: MetricGate, _ comparison: Comparison, tier: GateResult.Tier, notes: [String]
  ) -> GateResult {
    var result = GateResult(.metric(gate), .inconclusive, reason: notes.joined(separator: "; "))
    result.tier = tier
    (result.value, result.championValue) = (comparison.second, comparison.first)
    result.interval = comparison.difference
    result.rowCount = comparison.rows
    result.pValue = comparison.pValue
    result.smallestDifference = comparison.smallestDetectableDifference
    let orientation = gate.largerIsBetter ? 1.0 : -1.0
    let difference = comparison.difference
    let (lower, upper) =
      gate.basis == .value
      ? (difference.estimate, difference.estimate) : (difference.lower, difference.upper)
    result.verdict = gate.bound.verdict(lower: lower, upper: upper, orientation)
    return result
  }

  /// Holds a number against the bound that has no interval, or is not to be seen with one.
  private func judgeByValue(
    _ result: inout GateResult, _ gate: MetricGate, _ value: Double, orientation: Double
  ) {
    // Where two are compared, asking for the value is saying that it may be bare.
    let isAsked = gate.basis == .value && (result.tier == .counted || gate.bound.isRelative)
    let isAllowed = isAsked || bareNumbers == .compare
    var reasons = result.reason.isEmpty ? [] : [result.reason]
    if result.tier == .bare || !isAllowed {
      reasons.append(
        isAllowed
          ? "compared as bare numbers"
          : result.rowCount == nil
            ? "nothing says of how many rows '\(gate.name)' is"
            : "no interval of '\(gate.name)' follows from counts of rows")
    }
    result.verdict =
      isAllowed ? gate.bound.verdict(lower: value, upper: value, orientation) : .inconclusive
    result.reason = reasons.joined(separator: "; ")
  }
}

extension MetricGate.Bound {
  /// What the bound says of values between two limits. The orientation is -1 where a smaller value is the
  /// better one; for bounds on the value itself it is 1.
  fileprivate func verdict(
    lower: Double, upper: Double, _ orientation: Double
  ) -> GateResult.Verdict {
    let (worst, best) = orientation > 0 ? (lower, upper) : (-upper, -lower)
    // Differences of decimals: 0.7 - 0.68 is a little less than 0.02.
    let slack = 1e-12
    switch self {
    case .minimum(let bound):
      return worst >= bound - slack ? .passed : best < bound - slack ? .refused : .inconclusive
    case .maximum(let bound):
      return best <= bound + slack ? .passed : worst > bound + slack ? .refused : .inconclusive
    case .notWorse(let margin):
      return worst >= -margin - slack
        ? .passed : best < -margin - slack ? .refused : .inconclusive
    case .better(let margin):
      return worst > margin + slack ? .passed : best <= margin + slack ? .refused : .inconclusive
    }
  }
}

extension GateEvidence {
  /// Why a metric is no number, and what there is instead.
  fileprivate func absence(of name: String) -> String {
    if let other = metrics.objects.lazy.compactMap({ $0.object[name] }).first {
      let text = String(decoding: other.compactText.prefix(40), as: UTF8.self)
      return "'\(name)' of \(version) is \(text), which is no number"
    }
    var names: [String] = []
    for place in metrics.places {
      for entry in place.entries where !names.contains(entry.name) { names.append(entry.name) }
    }
    let known = names.isEmpty ? "no metric at all" : listed(names)
    return "\(version) has no metric '\(name)'; it has \(known)"
  }
}
