/// Which versions are or were meant by aliases, as the alias files and the history tell.
struct Standings {
  /// What keeps an alias file or the history from being read; the rest is told all the same.
  let problems: [RegistryError]
  /// Which versions were withdrawn or removed.
  let retirements: Retirements
  /// The history; empty where it cannot be read.
  private let journal: Journal
  private let aliases: [ModelVersion: [AliasName]]
  private let champions: Set<ModelVersion>
  /// Versions that the gates refused, and that nobody made champion since.
  private let rejected: Set<ModelVersion>

  init(_ registry: RegistryDirectory) throws(RegistryError) {
    var aliases: [AliasRecord] = []
    var problems: [RegistryError] = []
    for alias in try registry.aliases() {
      do throws(RegistryError) {
        guard let record = try AliasRecord.read(alias, in: registry.root) else { continue }
        aliases.append(record)
        if try registry.root.status(of: record.version.description) == nil {
          throw RegistryError.danglingAlias(
            path: registry.root.pathOf(alias.fileName), version: record.version)
        }
      } catch {
        guard error.meansDamage else { throw error }
        problems.append(error)
      }
    }
    let history = try registry.journalAndRetirements()
    retirements = history.retirements
    switch history.journal {
    case .success(let journal): self.journal = journal
    case .failure(let error):
      journal = Journal()
      problems.append(error)
    }
    var champions: Set<ModelVersion> = []
    var rejected: Set<ModelVersion> = []
    for entry in journal.entries {
      if entry.event == .reject { rejected.insert(entry.version) }
      guard entry.alias == .champion else { continue }
      champions.formUnion([entry.version, entry.previous].compactMap { $0 })
      rejected.remove(entry.version)
    }
    for record in aliases where record.alias == .champion {
      champions.formUnion([record.version, record.previous].compactMap { $0 })
    }
    self.aliases = Dictionary(grouping: aliases, by: \.version).mapValues { $0.map(\.alias) }
    self.champions = champions
    self.rejected = rejected
    self.problems = problems
  }

  /// The line that says that a version was registered.
  func registration(of version: ModelVersion) -> JournalEntry? { journal.registration(of: version) }

  /// The aliases that mean a version now, by name.
  func aliases(of version: ModelVersion) -> [AliasName] {
    aliases[version] ?? []
  }

  /// Where a version stands whose records can be read.
  func status(of version: ModelVersion) -> VersionSummary.Status {
    let names = aliases(of: version)
    if retirements.yanked[version] != nil { return .yanked }
    if names.contains(.champion) { return .champion }
    if rejected.contains(version) { return .rejected }
    if !names.isEmpty { return .staged }
    return champions.contains(version) ? .archived : .registered
  }
}

extension VersionSummary {
  /// Reads what there is to say of a version; what cannot be read is its ``problem``.
  init(
    _ version: ModelVersion, in registry: RegistryDirectory, standings: Standings, metric: String?
  ) {
    if let line = standings.registration(of: version),
      let entry = line.metric, metric?.hasSameBytes(as: entry.name) ?? true,
      registry.recordsAreUnchanged(since: line)
    {
      self.init(
        version: version, status: standings.status(of: version),
        aliases: standings.aliases(of: version), createdAt: line.time, registeredBy: line.actor,
        notes: line.reason, metric: entry, problem: nil)
      return
    }
    var manifest: Manifest?
    var entry: EvaluationMetrics.Entry?
    var problem: RegistryError?
    do {
      let directory = try VersionDirectory(version, in: registry)
      manifest = directory.manifest
      let metrics = try EvaluationMetrics(directory)
      entry = metric.map { metrics.entry($0) } ?? metrics.main
    } catch { problem = error }
    self.init(
      version: version, status: problem == nil ? standings.status(of: version) : .damaged,
      aliases: standings.aliases(of: version), createdAt: manifest?.createdAt ?? "",
      registeredBy: manifest?.registeredBy ?? "", notes: manifest?.notes ?? "", metric: entry,
      problem: problem)
  }
}
