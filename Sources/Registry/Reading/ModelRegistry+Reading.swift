extension ModelRegistry {
  /// Every version, highest first. A version whose records are damaged is listed as such.
  ///
  /// - Parameter metric: The metric to show; the main one of each version when `nil`.
  /// - Returns: A summary of each version.
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  /// - Complexity: Two small files per version, and the history.
  public func versions(metric: String? = nil) throws(RegistryError) -> [VersionSummary] {
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    let aliases = try registry.aliases().compactMap { try? AliasRecord.read($0, in: registry.root) }
    let champions = try registry.formerChampions(aliases)
    return try registry.versions().reversed().map { version in
      let own = aliases.filter { $0.version == version }.map(\.alias)
      return summary(version, in: registry, aliases: own, champions: champions, metric: metric)
    }
  }

  private func summary(
    _ version: ModelVersion, in registry: RegistryDirectory, aliases: [AliasName],
    champions: Set<ModelVersion>, metric: String?
  ) -> VersionSummary {
    var problem: RegistryError?
    var opened: VersionDirectory?
    var entry: EvaluationMetrics.Entry?
    do {
      let found = try VersionDirectory(version, in: registry)
      opened = found
      let metrics = try EvaluationMetrics(found)
      entry = metric.map { metrics.entry($0) } ?? metrics.main
    } catch { problem = error }
    let manifest = opened?.manifest
    let status: VersionSummary.Status =
      if problem != nil {
        .damaged
      } else if aliases.contains(.champion) {
        .champion
      } else if !aliases.isEmpty {
        .staged
      } else {
        champions.contains(version) ? .archived : .registered
      }
    return VersionSummary(
      version: version, status: status, aliases: aliases, createdAt: manifest?.createdAt ?? "",
      registeredBy: manifest?.registeredBy ?? "", notes: manifest?.notes ?? "", metric: entry,
      problem: problem)
  }

  /// The manifest of a version, its seal checked.
  ///
  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)`` or an integrity error.
  public func manifest(of version: ModelVersion) throws(RegistryError) -> Manifest {
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    return try VersionDirectory(version, in: registry).manifest
  }

  /// What an alias means; `nil` when it is not set.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func alias(_ alias: AliasName) throws(RegistryError) -> AliasRecord? {
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    return try AliasRecord.read(alias, in: registry.root)
  }

  /// What every alias means, by name.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func aliases() throws(RegistryError) -> [AliasRecord] {
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    var records: [AliasRecord] = []
    for alias in try registry.aliases() {
      if let record = try AliasRecord.read(alias, in: registry.root) { records.append(record) }
    }
    return records
  }

  /// Everything that was done, oldest first.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func history() throws(RegistryError) -> [JournalEntry] {
    try RegistryDirectory.openToRead(path, fileSystem: fileSystem).history()
  }
}

extension RegistryDirectory {
  /// Every version that is or was champion, as far as the records tell.
  fileprivate func formerChampions(
    _ aliases: [AliasRecord]
  ) throws(RegistryError) -> Set<ModelVersion> {
    var champions: Set<ModelVersion> = []
    for entry in try journal().entries where entry.alias == .champion {
      champions.insert(entry.version)
      if let previous = entry.previous { champions.insert(previous) }
    }
    for record in aliases where record.alias == .champion {
      champions.insert(record.version)
      if let previous = record.previous { champions.insert(previous) }
    }
    return champions
  }
}
