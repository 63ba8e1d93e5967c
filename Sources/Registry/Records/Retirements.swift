/// Which versions the history says were withdrawn or removed, and which somebody vouched for.
///
/// Read line by line and apart from the chain: damage elsewhere in the history neither hides a
/// yank nor keeps a model from being served.
struct Retirements {
  /// Versions that were yanked and not restored: the line that says so.
  private(set) var yanked: [ModelVersion: JournalEntry] = [:]
  /// Versions that were removed.
  private(set) var pruned: [ModelVersion: JournalEntry] = [:]
  /// Versions that somebody vouched for.
  private(set) var approvals: [ModelVersion: [JournalEntry]] = [:]

  init(_ entries: some Sequence<JournalEntry>) {
    for entry in entries {
      switch entry.event {
      case .yank: yanked[entry.version] = entry
      case .restore: yanked[entry.version] = nil
      case .prune: pruned[entry.version] = entry
      case .approve: approvals[entry.version, default: []].append(entry)
      case .register, .promote, .rollback, .alias, .reject: break
      }
    }
  }

  /// Reads the whole lines of a journal that commit their events, and passes over all others.
  ///
  /// - Complexity: One look at each byte; only lines that name such an event are read as JSON.
  init(journal bytes: [UInt8]) {
    var entries: [JournalEntry] = []
    var start = 0
    while let end = bytes.indexOfLineBreak(from: start) {
      if Self.namesCommittingEvent(bytes[start..<end]),
        let record = try? RecordFile(Array(bytes[start..<end]), path: Journal.fileName),
        let entry = try? JournalEntry(record)
      {
        entries.append(entry)
      }
      start = end + 1
    }
    self.init(entries)
  }

  private static let member = Array("\"event\"".utf8)
  /// Three letters of each: `res` and `rej` are no registration, and `pru` no promotion.
  private static let beginnings = JournalEntry.Event.allCases.filter(\.isCommittedByLine)
    .map { Array($0.rawValue.utf8.prefix(3)) }

  /// Whether a line may be one that commits its event. Quotes in text are escaped, so only the member
  /// itself is spelled so; another writer may leave out the space behind it, or put more.
  static func namesCommittingEvent(_ line: ArraySlice<UInt8>) -> Bool {
    var position = line.startIndex
    while let quote = line[position...].firstIndex(of: member[0]) {
      if line[quote...].starts(with: member) {
        let name = line[(quote + member.count)...].drop {
          $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ":")
            || $0 == UInt8(ascii: "\"")
        }
        return beginnings.contains { name.starts(with: $0) }
      }
      position = quote + 1
    }
    return false
  }

  /// The versions that were not removed. A version is gone from the line that says so, whether or
  /// not its files were removed yet.
  func remaining(_ versions: [ModelVersion]) -> [ModelVersion] {
    pruned.isEmpty ? versions : versions.filter { pruned[$0] == nil }
  }

  /// Refuses a version that cannot be chosen any more.
  ///
  /// - Throws: ``RegistryError/pruned(_:by:reason:)`` or ``RegistryError/yanked(_:by:reason:)``.
  func refuse(_ version: ModelVersion) throws(RegistryError) {
    try refusePruned(version)
    if let entry = yanked[version] {
      throw .yanked(version, by: entry.actor, reason: entry.reason)
    }
  }

  /// Refuses a version that was removed.
  func refusePruned(_ version: ModelVersion) throws(RegistryError) {
    if let entry = pruned[version] {
      throw .pruned(version, by: entry.actor, reason: entry.reason)
    }
  }
}
