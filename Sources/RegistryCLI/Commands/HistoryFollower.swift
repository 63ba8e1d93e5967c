import Registry

/// Prints the events of a history as they happen.
struct HistoryFollower {
  let registry: ModelRegistry
  let subject: ModelReference?
  let isJSON: Bool

  /// Prints what is there and then what comes, for as long as `wait` returns true.
  func run(_ console: Console, wait: () -> Bool) throws {
    var printed = 0
    var seen: FileStatus?
    repeat {
      let status = try registry.journalStatus()
      // Nothing is read again while nothing is written.
      if printed > 0, status == seen { continue }
      seen = status
      let entries = try registry.history()
      for entry in entries.dropFirst(printed) where entry.concerns(subject) {
        try console.writeLine(isJSON ? jsonLine(entry) : line(entry).escapedForTerminal)
      }
      printed = entries.count
      try console.flush()
    } while wait()
  }

  private func jsonLine(_ entry: JournalEntry) -> String {
    String(decoding: entry.json.compactText, as: UTF8.self)
  }

  private func line(_ entry: JournalEntry) -> String {
    let alias = entry.alias.map { " \($0)" } ?? ""
    let before = entry.previous.map { " (was \($0))" } ?? ""
    let why = entry.reason.isEmpty ? "" : ": \(entry.reason)"
    return "\(entry.time) \(entry.event.rawValue)\(alias) \(entry.version)\(before)"
      + " by \(entry.actor)\(why)"
  }
}
