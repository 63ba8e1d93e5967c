/// The history as it lies in `.registry/journal.jsonl`: a line per event, each with the SHA-256 of
/// the line before.
///
/// The journal follows the files that commit an event (a manifest, an alias file). A line that a
/// crash left out is rebuilt from those files by ``missing(manifests:aliases:)``. Where an event
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
  private(set) var lineDigests: Set<SHA256Digest> = []
  /// The last line that set each alias.
  private var settings: [AliasName: JournalEntry] = [:]

  /// No events yet.
  init() {}

  /// Reads the whole lines of a journal; a torn last line is left out.
  ///
  /// - Throws: ``RegistryError/brokenHistory(path:line:)`` for the first line that cannot be read,
  ///   or that does not follow the line before it.
  init(_ bytes: [UInt8], path: String) throws(RegistryError) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = Array(bytes[start..<end])
      do { try take(line, path: path) } catch {
        if case .newerFormat = error { throw error }
        throw .brokenHistory(path: path, line: entries.count + 1)
      }
      start = end + 1
    }
    wholeByteCount = start
    tail = Array(bytes[start...])
  }

  /// Reads a line and checks that it follows the one before it.
  private mutating func take(_ line: [UInt8], path: String) throws(RegistryError) {
    let record = try RecordFile(line, path: path)
    guard try record.integer("sequence") == entries.count + 1,
      try record.digest("previous_sha256") == head
    else { throw .brokenHistory(path: path, line: entries.count + 1) }
    let entry = try JournalEntry(record)
    if let alias = entry.alias, let generation = entry.generation {
      guard generation >= nextGeneration(of: alias) else {
        throw .brokenHistory(path: path, line: entries.count + 1)
      }
    }
    append(entry, lineDigest: record.digest)
  }

  private mutating func append(_ entry: JournalEntry, lineDigest: SHA256Digest) {
    entries.append(entry)
    head = lineDigest
    lineDigests.insert(lineDigest)
    if let alias = entry.alias { settings[alias] = entry }
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
  func missing(manifests: [Manifest], aliases: [AliasRecord]) -> [JournalEntry] {
    let registered = registeredVersions
    let registrations =
      manifests
      .filter { !registered.contains($0.version) }
      .sorted { ($0.createdAt, $0.version) < ($1.createdAt, $1.version) }
      .map(JournalEntry.init(registering:))
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
    entries.last { $0.event == .register && $0.version == version }
  }

  /// The versions whose registration has a line.
  var registeredVersions: Set<ModelVersion> {
    Set(entries.filter { $0.event == .register }.map(\.version))
  }

  /// The aliases that were ever set.
  var aliases: Set<AliasName> { Set(settings.keys) }

  /// The last line that set an alias.
  func lastSetting(of alias: AliasName) -> JournalEntry? { settings[alias] }

  /// The number that the next setting of an alias gets.
  func nextGeneration(of alias: AliasName) -> Int { (settings[alias]?.generation ?? 0) + 1 }
}
