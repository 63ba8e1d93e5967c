/// Why a version is where it is: who made it what, when, on which evidence, and where it comes from.
public struct Provenance: Sendable, Equatable {
  /// Everything that the registry knows of the version itself.
  public let details: VersionDetails
  /// Its metadata, as training wrote it.
  public let metadata: JSONObject
  /// The alias that was asked for, or else `champion` where it means the version; `nil` where neither does.
  public let alias: AliasRecord?
  /// The event that made it champion last; `nil` where it never was.
  public let lastPromotion: JournalEntry?
  /// The event that took it off again; `nil` while it serves, and where it never did.
  public let replacement: JournalEntry?
  /// The event in which the gates refused it last; `nil` where they never did.
  public let rejection: JournalEntry?
  /// What the gates said when it became the champion that it is, or else when they were asked last; `nil`
  /// where no policy asked them.
  public let gates: GateReport?
  /// What it is compared with: the champion before it, or else the release below it.
  public let predecessor: ModelVersion?
  /// What changed for callers since then; `nil` where there is nothing to compare with or it cannot be read.
  public let compatibility: Compatibility?
  /// What kept the history or the predecessor from being read; the rest is told all the same.
  public let problems: [RegistryError]

  /// Why the number may be too small for what changed; `nil` where it is not.
  public var allowance: String? {
    details.manifest.fields[Allowance.field]?["reason"]?.stringValue
  }

  /// Why a file of it may be dangerous to load; `nil` where none is.
  public var unsafeAllowance: String? { details.manifest.unsafeAllowance }
}

extension ModelRegistry {
  /// Why the version that a reference means is where it is.
  ///
  /// - Parameter reference: An alias, a version or a range; not `.development`.
  /// - Returns: What the records, the history and the files say.
  /// - Throws: What ``details(of:)`` throws. A damaged history is among the problems of the answer.
  public func provenance(of reference: ModelReference) throws(RegistryError) -> Provenance {
    let details = try details(of: reference)
    let version = details.manifest.version
    let registry = try openToRead()
    var problems: [RegistryError] = []
    let events = try readable(&problems) { () throws(RegistryError) in try registry.history() }
    let settings = (events ?? []).filter { $0.alias == .champion }
    let last = settings.lastIndex { $0.version == version }
    let alias = try alias(of: reference, meaning: version, in: registry)
    let judgements = (events ?? []).filter { $0.version == version && $0.gates != nil }
    let isServing = alias?.alias == .champion
    let before = last.flatMap { settings[$0].previous }
    let predecessor = if let before { before } else { try registry.baseline(below: version) }
    let directory = try VersionDirectory(version, in: registry)
    var compatibility: Compatibility?
    if let predecessor {
      compatibility = try readable(&problems) { () throws(RegistryError) in
        try registry.compatibility(of: ModelContract(directory), with: predecessor)
      }
    }
    return Provenance(
      details: details, metadata: try directory.object(.metadata), alias: alias,
      lastPromotion: last.map { settings[$0] },
      replacement: last.flatMap { index in settings[(index + 1)...].first },
      rejection: judgements.last { $0.event == .reject },
      gates: isServing ? alias?.gates : judgements.last?.gates, predecessor: predecessor,
      compatibility: compatibility, problems: problems)
  }

  private func alias(
    of reference: ModelReference, meaning version: ModelVersion, in registry: RegistryDirectory
  ) throws(RegistryError) -> AliasRecord? {
    var name = AliasName.champion
    if case .alias(let asked) = reference { name = asked }
    do {
      let record = try AliasRecord.read(name, in: registry.root)
      return record?.version == version ? record : nil
    } catch {
      // Whoever asked for another one is told of the version all the same.
      guard error.meansDamage, name == .champion else { throw error }
      return nil
    }
  }

  /// What can be read; where it is damaged or gone, that is a problem of the answer.
  private func readable<Answer>(
    _ problems: inout [RegistryError], _ work: () throws(RegistryError) -> Answer
  ) throws(RegistryError) -> Answer? {
    do { return try work() } catch {
      guard error.meansDamage || error.exitCode == .notFound else { throw error }
      problems.append(error)
      return nil
    }
  }
}
