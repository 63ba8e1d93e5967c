/// Holds a candidate against the gates of a policy and the champion that serves now.
struct GateJudge {
  private let version: ModelVersion
  private let manifestDigest: SHA256Digest?
  private let candidate: () throws(RegistryError) -> GateCandidate
  private let scored: ScoredRows?
  private let registry: RegistryDirectory
  private let policy: PromotionPolicy
  private let gates: [Gate]
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

  /// - Parameters:
  ///   - version: The version that the candidate is, or would become.
  ///   - manifestDigest: Of its manifest; `nil` where it is not registered.
  ///   - scored: Rows that the candidate and the champion scored for this.
  ///   - defaultGates: The gates where the policy has none.
  ///   - registry: Where the champion and the policy are.
  ///   - candidate: Reads it, once there is something to ask of it.
  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)`` or a file error.
  init(
    _ version: ModelVersion, manifestDigest: SHA256Digest?, scored: ScoredRows?,
    defaultGates: [Gate], in registry: RegistryDirectory,
    candidate: @escaping () throws(RegistryError) -> GateCandidate
  ) throws(RegistryError) {
    self.version = version
    self.manifestDigest = manifestDigest
    self.candidate = candidate
    self.scored = scored
    self.registry = registry
    policy = try registry.policy().promotion()
    gates = policy.gates.isEmpty ? defaultGates : policy.gates
    champion = try Champion(in: registry)
  }

  /// Whether the champion is still the one that the version was held against.
  func isWithPresentChampion() throws(RegistryError) -> Bool {
    try Champion(in: registry) == champion
  }

  /// What the gates say; `nil` where there are none, and where the version is champion already.
  ///
  /// - Throws: An error that keeps the candidate's own records from being read.
  func report() throws(RegistryError) -> GateReport? {
    guard !gates.isEmpty else { return nil }
    if case .record(let record) = champion, let manifestDigest, record.version == version,
      record.manifestDigest == manifestDigest
    {
      return nil
    }
    let candidate = try candidate()
    let comparison = GateComparison(
      champion: try championEvidence(), challenger: candidate.evidence,
      scored: usableRows?.predictions,
      level: policy.confidenceLevel, bareNumbers: policy.bareNumbers)
    var results: [GateResult] = []
    for gate in gates { results.append(try result(gate, candidate, comparison)) }
    return GateReport(
      version: version, champion: championVersion, rows: usableRows?.source, results: results)
  }

  private var championVersion: ModelVersion? {
    if case .record(let record) = champion { record.version } else { nil }
  }

  /// Rows that others scored prove nothing here.
  private var usableRows: ScoredRows? {
    guard let scored, scored.champion == championVersion, scored.challenger == version else {
      return nil
    }
    return scored
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
    _ gate: Gate, _ candidate: GateCandidate, _ comparison: GateComparison
  ) throws(RegistryError) -> GateResult {
    switch gate {
    case .metric(let metric): return comparison.result(metric)
    case .minimumRows(let count, let section):
      return candidate.evidence.result(gate, count, section)
    case .cleanLint: return try lint(gate, candidate)
    case .approvals(let count): return try approvals(gate, count, candidate)
    }
  }

  private func lint(
    _ gate: Gate, _ candidate: GateCandidate
  ) throws(RegistryError) -> GateResult {
    let report = try LintReport(
      candidate.lintSubject().findings, policy: LintPolicy(registry.policy()))
    guard let first = report.findings.first else { return GateResult(gate, .passed) }
    let others = report.findings.count - 1
    let more = others > 0 ? " and \(counted(others, "other finding"))" : ""
    return GateResult(gate, .refused, reason: first.line + more)
  }

  private func approvals(
    _ gate: Gate, _ count: Int, _ candidate: GateCandidate
  ) throws(RegistryError) -> GateResult {
    let lines = try registry.retirementsIfReadable().approvals[version] ?? []
    // A name that is typed a little differently is no other person.
    func person(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
    var names: [String] = []
    for line in lines where !names.contains(where: { person($0) == person(line.actor) }) {
      names.append(line.actor)
    }
    let counting = names.filter { person($0) != person(candidate.registrant) }
    let by = counting.isEmpty ? "nobody" : counting.joined(separator: ", ")
    let own = counting.count < names.count ? "; \(candidate.registrant) registered it" : ""
    let result = GateResult(
      gate, counting.count >= count ? .passed : .inconclusive, reason: "approved by \(by)\(own)")
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
    var result = GateResult(gate, count >= minimum ? .passed : .refused)
    if count < minimum { result.reason = "there are \(counted(count, "row"))" }
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
