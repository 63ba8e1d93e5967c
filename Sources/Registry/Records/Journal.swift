/// The history as it lies in `.registry/journal.jsonl`: a line per event, each with the SHA-256 of
/// the line before.
///
/// The journal follows the files that commit an event (a manifest, an alias file). A line that a
/// crash left out is rebuilt from those files by ``missing(registered:aliases:)``. Where an event
/// has no file of its own (a yank, for example), the line is the commit.
struct Journal {
  static let fileName = "journal.jsonl"

  private(set) var entries: [JournalEntry] = []
  /// How many bytes of the file are whole lines; what follows was torn by a crash.
  private(set) var wholeByteCount = 0
  /// What follows the whole lines: nothing, or the beginning of a line.
  private(set) var tail: [UInt8] = []
  /// The digest of the last whole line: who keeps it can tell later whether lines are gone.
  private(set) var head: SHA256Digest?
  /// The digest of each whole line.
  private(set) var lineDigests: [SHA256Digest] = []
  /// The last line that set each alias.
  private var settings: [AliasName: JournalEntry] = [:]
  /// Where in `entries` each version was registered last.
  private var registrations: [ModelVersion: Int] = [:]

  /// No events yet.
  init() {}

  /// Reads the whole lines of a journal; a torn last line is left out.
  ///
  /// - Throws: ``RegistryError/brokenHistory(path:line:)`` for the first line that cannot be read,
  ///   or that does not follow the line before it.
  init(
    _ bytes: [UInt8], path: String, hasher: any SHA256Hasher.Type = SHA256.self
  ) throws(RegistryError) {
    // About as many as lines: growing step by step would hash everything several times.
    let lineCount = bytes.count / 400
    entries.reserveCapacity(lineCount)
    lineDigests.reserveCapacity(lineCount)
    registrations.reserveCapacity(lineCount)
    var start = 0
    while let end = bytes.indexOfLineBreak(from: start) {
      do {
        let line = try JournalLine(bytes, in: start..<end, path: path, hasher: hasher)
        try take(line, path: path)
      } catch {
        if case .newerFormat = error { throw error }
        throw .brokenHistory(path: path, line: entries.count + 1)
      }
      start = end + 1
    }
    wholeByteCount = start
    tail = Array(bytes[start...])
  }

  /// Checks that a line follows the one before it, and takes it.
  private mutating func take(_ line: JournalLine, path: String) throws(RegistryError) {
    let entry = line.entry
    var follows = line.sequence == entries.count + 1 && line.previous == head
    if let alias = entry.alias, let generation = entry.generation {
      follows = follows && generation >= nextGeneration(of: alias)
    }
    guard follows else { throw .brokenHistory(path: path, line: entries.count + 1) }
    append(entry, lineDigest: line.digest)
  }

  private mutating func append(_ entry: JournalEntry, lineDigest: SHA256Digest) {
    entries.append(entry)
    head = lineDigest
    lineDigests.append(lineDigest)
    if let alias = entry.alias { settings[alias] = entry }
    if entry.event == .register { registrations[entry.version] = entries.count - 1 }
  }

  /// The text of new lines, ready to be written behind the whole ones.
  func text(appending new: [JournalEntry]) throws(RegistryError) -> [UInt8] {
    var text: [UInt8] = []
    var last = head
    for (index, entry) in new.enumerated() {
      let line = try entry.line(sequence: entries.count + index + 1, previousLine: last)
      last = SHA256.digest(of: line)
      text += line + [UInt8(ascii: "\n")]
    }
    return text
  }

  /// The journal with new entries at its end, as it is when their text is written.
  func appending(_ new: [JournalEntry]) throws(RegistryError) -> Journal {
    var journal = self
    for entry in new {
      let line = try entry.line(
        sequence: journal.entries.count + 1, previousLine: journal.head)
      journal.wholeByteCount += line.count + 1
      journal.append(entry, lineDigest: SHA256.digest(of: line))
    }
    journal.tail = []
    return journal
  }

  /// The events that manifests and alias files commit and that have no line yet:
  /// registrations, oldest first, and then settings, oldest first.
  ///
  /// - Parameters:
  ///   - registered: What the files of the versions that are there say of their registration.
  ///   - aliases: The alias files.
  /// - Returns: An entry for each.
  func missing(registered: [JournalEntry], aliases: [AliasRecord]) -> [JournalEntry] {
    let registrations =
      registered
      .filter { registration(of: $0.version) == nil }
      .sorted { ($0.time, $0.version) < ($1.time, $1.version) }
    let settings = aliases.sorted { $0.promotedAt < $1.promotedAt }.compactMap(missing)
    return registrations + settings
  }

  /// The event that an alias file commits, if it has no line yet.
  ///
  /// A file without a generation was written by another tool: it counts when it means another
  /// version than the last line says.
  private func missing(_ record: AliasRecord) -> JournalEntry? {
    let last = settings[record.alias]
    let isForeign = record.generation == 0
    if isForeign, last?.version != record.version {
      return JournalEntry(setting: record, generation: nextGeneration(of: record.alias))
    }
    guard record.generation >= nextGeneration(of: record.alias) else { return nil }
    return JournalEntry(setting: record, generation: record.generation)
  }

  /// Compares a manifest with the one that the history says was registered.
  ///
  /// - Throws: ``RegistryError/manifestNotInHistory(path:)`` when they differ.
  func check(_ manifest: Manifest, path: String) throws(RegistryError) {
    let registered = registration(of: manifest.version)?.manifestDigest
    guard let registered, registered != manifest.digest else { return }
    throw .manifestNotInHistory(path: path)
  }

  /// The line that says that a version was registered.
  func registration(of version: ModelVersion) -> JournalEntry? {
    registrations[version].map { entries[$0] }
  }

  /// The versions whose registration has a line.
  var registeredVersions: Set<ModelVersion> {
    Set(registrations.keys)
  }

  /// The aliases that were ever set.
  var aliases: Set<AliasName> { Set(settings.keys) }

  /// The last line that set an alias.
  func lastSetting(of alias: AliasName) -> JournalEntry? { settings[alias] }

  /// The number that the next setting of an alias gets.
  func nextGeneration(of alias: AliasName) -> Int { (settings[alias]?.generation ?? 0) + 1 }
}

extension [UInt8] {
  /// Where the first line break from an index on stands.
  func indexOfLineBreak(from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == UInt8(ascii: "\n") { return index }
      index += 1
    }
    return nil
  }
}
