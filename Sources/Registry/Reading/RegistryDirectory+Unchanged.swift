extension RegistryDirectory {
  /// Whether the manifest and the metrics of a version are files that nobody changed since its line
  /// in the history: it tells what is in them, and they need not be read.
  ///
  /// Every change sets a file's change time (`ctime`), which no program can set back. A registry
  /// that was copied or restored has later ones.
  ///
  /// - Parameter line: The line of its registration.
  /// - Returns: `false` also where that cannot be told.
  func recordsAreUnchanged(since line: JournalEntry) -> Bool {
    guard let registered = Timestamp(line.time)?.secondsSinceEpoch else { return false }
    let directory = line.version.description
    for file in ["/manifest.json", "/metrics.json"] {
      guard let status = try? root.status(of: directory + file), status.kind == .regular,
        status.changedNanoseconds / 1_000_000_000 <= Int64(registered) + Self.toleratedSeconds
      else { return false }
    }
    return true
  }

  /// The manifest is written just after its `created_at`, which has no fraction.
  private static let toleratedSeconds: Int64 = 2
}
