/// The runs of a directory that training fills: `artifacts/runs/`.
///
/// ```swift
/// let store = RunStore(artifacts: "artifacts")
/// let run = try store.record(of: store.find("4k9x"))
/// print(run.modelFamily ?? "", run.mainMetric?.value ?? 0)
/// ```
public struct RunStore: Sendable {
  /// The directory of the runs.
  public let path: String
  let fileSystem: any FileSystem

  /// The runs that were written to a directory of artifacts; nothing is looked at yet.
  public init(artifacts: String) { self.init(artifacts: artifacts, fileSystem: PosixFileSystem()) }

  /// The runs on another file system, for tests.
  package init(artifacts: String, fileSystem: any FileSystem) {
    path = PathText.join(artifacts, Self.directoryName)
    self.fileSystem = fileSystem
  }

  private static let directoryName = "runs"

  /// The directory of a run.
  public func directory(of id: RunID) -> String { PathText.join(path, id.description) }

  /// The names of the runs, the oldest first; none where nothing was trained.
  ///
  /// - Throws: A file error.
  public func ids() throws(RegistryError) -> [RunID] {
    guard let directory = try open() else { return [] }
    return try ids(in: directory)
  }

  /// Every run, the oldest first.
  ///
  /// - Returns: Those that can be read, and why the others cannot.
  /// - Throws: A file error.
  /// - Complexity: One small file a run; models are not touched.
  public func records() throws(RegistryError) -> (runs: [RunRecord], problems: [Problem]) {
    var runs: [RunRecord] = []
    var problems: [Problem] = []
    guard let directory = try open() else { return (runs, problems) }
    for id in try ids(in: directory) {
      do { runs.append(try record(of: id, in: directory)) } catch {
        guard error.meansDamage else { throw error }
        problems.append(Problem(id: id, error: error))
      }
    }
    return (runs, problems)
  }

  /// A run that cannot be read.
  public struct Problem: Sendable, Equatable {
    /// Its name.
    public let id: RunID
    /// What is wrong with it.
    public let error: RegistryError
  }

  /// The run that is meant by what was typed.
  ///
  /// - Parameter text: Its name, or the beginning of the name or of the six symbols that end it, where
  ///   that is the beginning of no other.
  /// - Returns: Its name; whether its record can be read is not looked at.
  /// - Throws: ``RegistryError/noSuchRun(_:directory:known:)``,
  ///   ``RegistryError/ambiguousRun(_:directory:matches:)`` or a file error.
  public func find(_ text: String) throws(RegistryError) -> RunID {
    let ids = try ids().reversed()
    let matches = ids.filter { $0.isMeant(by: text) }
    guard let match = matches.first else {
      throw .noSuchRun(text, directory: path, known: Array(ids))
    }
    guard matches.count == 1 else {
      throw .ambiguousRun(text, directory: path, matches: matches)
    }
    return match
  }

  /// What a run was and what came out.
  ///
  /// - Throws: ``RegistryError/noSuchRun(_:directory:known:)``,
  ///   ``RegistryError/damagedRun(directory:_:)``,
  ///   ``RegistryError/newerFormat(path:found:known:)`` or a file error.
  public func record(of id: RunID) throws(RegistryError) -> RunRecord {
    guard let directory = try open(), try directory.status(of: id.description) != nil else {
      throw .noSuchRun(id.description, directory: path, known: try ids().reversed())
    }
    return try record(of: id, in: directory)
  }

  /// The files of a run, to be registered.
  ///
  /// - Throws: ``RegistryError/runWithoutModel(_:_:)`` when it left none, and what ``record(of:)`` and
  ///   ``ArtifactDirectory/init(_:)`` throw.
  public func artifacts(of id: RunID) throws(RegistryError) -> ArtifactDirectory {
    let run = try record(of: id)
    do { return try ArtifactDirectory(directory(of: id), fileSystem: fileSystem) } catch {
      guard case .missingArtifacts(_, let missing) = error, missing.contains(.model) else {
        throw error
      }
      throw .runWithoutModel(id, run.status)
    }
  }

  private func open() throws(RegistryError) -> Directory? {
    do { return try Directory.open(path, fileSystem: fileSystem) } catch {
      if case .noSuchFile = error { return nil }
      throw error
    }
  }

  private func ids(in directory: Directory) throws(RegistryError) -> [RunID] {
    var ids: [RunID] = []
    for entry in try directory.unsortedEntries() where entry.isUTF8 {
      guard let id = RunID(entry.name) else { continue }
      // Most file systems tell with the name what it stands for.
      let kind =
        if let kind = entry.kind { kind } else { try directory.status(of: entry.name)?.kind }
      if kind == .directory { ids.append(id) }
    }
    return ids.sorted()
  }

  private func record(of id: RunID, in directory: Directory) throws(RegistryError) -> RunRecord {
    do { return try RunRecord(of: id, in: directory.directory(id.description)) } catch {
      if case .newerFormat = error { throw error }
      guard error.meansDamage else { throw error }
      throw .damagedRun(directory: directory.pathOf(id.description), error)
    }
  }
}
