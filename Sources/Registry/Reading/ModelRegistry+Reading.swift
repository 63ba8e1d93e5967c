extension ModelRegistry {
  /// Every version, highest first. A version whose records are damaged is listed as such.
  ///
  /// - Parameter metric: The metric to show; the main one of each version when `nil`.
  /// - Returns: A summary of each version.
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  /// - Complexity: Two small files per version, and the history.
  public func versions(metric: String? = nil) throws(RegistryError) -> [VersionSummary] {
    try versionsAndProblems(metric: metric).versions
  }

  /// What ``versions(metric:)`` and ``problems()`` say, with one look at aliases and history.
  package func versionsAndProblems(
    metric: String? = nil
  ) throws(RegistryError) -> (versions: [VersionSummary], problems: [RegistryError]) {
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    let standings = try Standings(registry)
    let versions = try registry.versions().reversed().map {
      VersionSummary($0, in: registry, standings: standings, metric: metric)
    }
    return (versions, standings.problems)
  }

  /// What keeps alias files and the history from being read; empty when all is well. What it says
  /// of versions comes with ``versions(metric:)``.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  public func problems() throws(RegistryError) -> [RegistryError] {
    try Standings(RegistryDirectory.openToRead(path, fileSystem: fileSystem)).problems
  }

  /// The names that a reference can be: the aliases that can be read, then the versions.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  public func names() throws(RegistryError) -> [String] {
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    let aliases = try registry.aliases().filter {
      (try? AliasRecord.read($0, in: registry.root)) != nil
    }
    return aliases.map(\.description) + (try registry.versions()).reversed().map(\.description)
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
