/// The history as it lies in `.registry/journal.jsonl`: a line per event, each with the SHA-256 of
/// the line before.
///
/// The journal follows the files that commit an event (a manifest, an alias file). A line that a
/// crash left out is rebuilt from those files by ``missing(manifests:aliases:)``.
struct Journal {
  static let fileName = "journal.jsonl"

  private(set) var entries: [JournalEntry] = []
  /// How many bytes of the file are whole lines; what follows was torn by a crash.
  private(set) var wholeByteCount = 0
  private var lastLine: SHA256Digest?

  /// No events yet.
  init() {}

  /// Reads the whole lines of a journal; a torn last line is left out.
  ///
  /// - Throws: an integrity error that names the line.
  init(_ bytes: [UInt8], path: String) throws(RegistryError) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = Array(bytes[start..<end])
      let place = "\(path):\(entries.count + 1)"
      entries.append(try JournalEntry(RecordFile(line, path: place)))
      lastLine = SHA256.digest(of: line)
      start = end + 1
    }
    wholeByteCount = start
  }

  /// The text of new lines, ready to be written behind the whole ones.
  func text(appending new: [JournalEntry]) -> [UInt8] {
    var text: [UInt8] = []
    var last = lastLine
    for (index, entry) in new.enumerated() {
      let line = entry.line(sequence: entries.count + index + 1, previousLine: last)
      last = SHA256.digest(of: line)
      text += line + [UInt8(ascii: "\n")]
    }
    return text
  }

  /// The events that manifests and alias files commit and that have no line yet, oldest first.
  func missing(manifests: [Manifest], aliases: [AliasRecord]) -> [JournalEntry] {
    let registered = registeredVersions
    let registrations =
      manifests
      .filter { !registered.contains($0.version) }
      .sorted { ($0.createdAt, $0.version) < ($1.createdAt, $1.version) }
      .map(JournalEntry.init(registering:))
    let settings =
      aliases
      .filter { $0.generation > lastGeneration(of: $0.alias) }
      .sorted { $0.promotedAt < $1.promotedAt }
      .map(JournalEntry.init(setting:))
    return registrations + settings
  }

  /// The versions whose registration has a line.
  var registeredVersions: Set<ModelVersion> {
    Set(entries.filter { $0.event == .register }.map(\.version))
  }

  private func lastGeneration(of alias: AliasName) -> Int {
    entries.last { $0.alias == alias }?.generation ?? 0
  }
}
