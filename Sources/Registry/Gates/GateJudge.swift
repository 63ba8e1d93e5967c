/// Holds a version against the gates of a policy and the champion that serves now.
struct GateJudge {
  private let target: VersionDirectory
  private let scored: ScoredRows?
  private let inspector: ModelInspector?
  private let registry: RegistryDirectory
  private let policy: PromotionPolicy
  private let champion: Champion

  /// What `champion.json` said when the judge was made.
  private enum Champion: Equatable {
    case none
    case record(AliasRecord)
    /// It cannot be read, so there is nothing to compare with.
    case damaged(RegistryError)

    init(in registry: RegistryDirectory) throws(RegistryError) {
      do {
        let record = try AliasRecord.read(.champion, in: registry.root)
        self = record.map(Champion.record) ?? .none
      } catch {
        guard error.meansDamage else { throw error }
        self = .damaged(error)
      }
    }
  }

  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)`` or a file error.
  init(
    _ target: VersionDirectory, scored: ScoredRows?, inspector: ModelInspector?,
    in registry: RegistryDirectory
  ) throws(RegistryError) {
    self.target = target
    self.inspector = inspector
    self.scored = scored
    self.registry = registry
    policy = try registry.policy().promotion()
    champion = try Champion(in: registry)
  }

  /// Whether the champion is still the one that the version was held against.
  func isWithPresentChampion() throws(RegistryError) -> Bool {
    try Champion(in: registry) == champion
  }

  /// What the gates say; `nil` where there are none, and where the version is champion already.
  ///
  /// - Throws: An error that keeps the version's own records from being read.
  func report() throws(RegistryError) -> GateReport? {
    guard !policy.gates.isEmpty else { return nil }
    if case .record(let record) = champion, record.version == target.manifest.version,
      record.manifestDigest == target.manifest.digest
    {
      return nil
    }
    let evidence = try GateEvidence(target)
    let comparison = GateComparison(
      champion: try championEvidence(), challenger: evidence, scored: usableRows,
      level: policy.confidenceLevel, bareNumbers: policy.bareNumbers)
    var results: [GateResult] = []
    for gate in policy.gates { results.append(try result(gate, evidence, comparison)) }
    var version: ModelVersion?
    if case .record(let record) = champion { version = record.version }
    return GateReport(version: target.manifest.version, champion: version, results: results)
  }

  /// Rows that others scored prove nothing here.
  private var usableRows: PairedPredictions? {
    guard let scored, case .record(let record) = champion,
      scored.champion == record.version, scored.challenger == target.manifest.version
    else { return nil }
    return scored.predictions
  }

  private func championEvidence() throws(RegistryError) -> GateComparison.Champion {
    switch champion {
    case .none: return .none
    case .damaged(let error): return .unreadable(error)
    case .record(let record):
      do {
        return .evidence(try GateEvidence(VersionDirectory(record.version, in: registry)))
      } catch {
        // It is gone or damaged: what it could do, nobody can tell any more.
        guard error.meansDamage || error.exitCode == .notFound else { throw error }
        return .unreadable(error)
      }
    }
  }

  private func result(
    _ gate: Gate, _ evidence: GateEvidence, _ comparison: GateComparison
  ) throws(RegistryError) -> GateResult {
    switch gate {
    case .metric(let metric): return comparison.result(metric)
    case .minimumRows(let count, let section): return evidence.result(gate, count, section)
    case .cleanLint: return try lint(gate)
    case .approvals(let count): return try approvals(gate, count)
    }
  }

  private func lint(_ gate: Gate) throws(RegistryError) -> GateResult {
    let subject = try LintSubject(target, inspector: inspector)
    let report = LintReport(subject.findings, policy: try LintPolicy(registry.policy()))
    guard let first = report.findings.first else { return GateResult(gate, .passed) }
    let others = report.findings.count - 1
    let more = others > 0 ? " and \(counted(others, "other finding"))" : ""
    return GateResult(gate, .refused, reason: first.line + more)
  }

  private func approvals(_ gate: Gate, _ count: Int) throws(RegistryError) -> GateResult {
    let lines = try registry.retirementsIfReadable().approvals[target.manifest.version] ?? []
    var names: [String] = []
    for line in lines where !names.contains(line.actor) { names.append(line.actor) }
    names.removeAll { $0 == target.manifest.registeredBy }
    let by = names.isEmpty ? "nobody" : names.joined(separator: ", ")
    var result = GateResult(
      gate, names.count >= count ? .passed : .refused, reason: "approved by \(by)")
    result.value = Double(names.count)
    return result
  }
}

extension GateEvidence {
  /// Whether enough rows were measured.
  fileprivate func result(_ gate: Gate, _ minimum: Int, _ section: String?) -> GateResult {
    guard let count = rowCount(section) else {
      let place = section.map { " '\($0)'" } ?? ""
      return GateResult(
        gate, .inconclusive,
        reason: "the metrics\(place) do not say of how many rows (n_samples, confusion_matrix)")
    }
    var result = GateResult(
      gate, count >= minimum ? .passed : .refused, reason: "there are \(counted(count, "row"))")
    result.rowCount = count
    return result
  }

  private func rowCount(_ section: String?) -> Int? {
    let places =
      if let section { [metrics.fields[section]?.objectValue] } else {
        metrics.objects.map(\.object)
      }
    return places.lazy.compactMap { $0.flatMap(RowCounts.init(beside:))?.rows }.first
  }
}
