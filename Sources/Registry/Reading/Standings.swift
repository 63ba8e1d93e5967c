/// Which versions are or were meant by aliases, as the alias files and the history tell.
struct Standings {
  private let aliases: [AliasRecord]
  private let champions: Set<ModelVersion>

  init(_ registry: RegistryDirectory) throws(RegistryError) {
    // A damaged alias file is reported where it is read; a list goes on without it.
    aliases = try registry.aliases().compactMap { try? AliasRecord.read($0, in: registry.root) }
    var champions: Set<ModelVersion> = []
    for entry in try registry.journal().entries where entry.alias == .champion {
      champions.formUnion([entry.version, entry.previous].compactMap { $0 })
    }
    for record in aliases where record.alias == .champion {
      champions.formUnion([record.version, record.previous].compactMap { $0 })
    }
    self.champions = champions
  }

  /// The aliases that mean a version now, by name.
  func aliases(of version: ModelVersion) -> [AliasName] {
    aliases.filter { $0.version == version }.map(\.alias)
  }

  /// Where a version stands whose records can be read.
  func status(of version: ModelVersion) -> VersionSummary.Status {
    let names = aliases(of: version)
    if names.contains(.champion) { return .champion }
    if !names.isEmpty { return .staged }
    return champions.contains(version) ? .archived : .registered
  }
}

extension VersionSummary {
  /// Reads what there is to say of a version; what cannot be read is its ``problem``.
  init(
    _ version: ModelVersion, in registry: RegistryDirectory, standings: Standings, metric: String?
  ) {
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
