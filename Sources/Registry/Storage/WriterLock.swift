/// The lock that orders the writers of one registry, held until the value goes away.
///
/// `flock` and not `fcntl`: those locks vanish when the process closes any descriptor of the file.
/// The file is never removed, so that two writers never lock two files of one name. It holds the
/// holder's name until the holder has finished: a name in a lock that nobody holds tells of a writer
/// that was killed or that a file call failed.
///
/// A class because what the last holder left is settled once, for all who work under the lock.
final class WriterLock {
  private let file: OpenFile
  /// Whether the last holder did not finish: what it wrote last may be seen and yet not be on the
  /// disk, even after another flush.
  private(set) var wasLeftUnfinished: Bool

  init(
    _ name: String, in directory: Directory, for work: String, timeoutSeconds: Int
  ) throws(RegistryError) {
    let damage = RegistryError.damagedFile(path: directory.pathOf(name), .notARegularFile)
    let file: OpenFile
    do { file = try directory.fileOrMake(name) } catch {
      if case .notARegularFile = error { throw damage }
      throw error
    }
    guard try file.status().kind == .regular else { throw damage }
    try waiting(seconds: timeoutSeconds, for: { () throws(RegistryError) in try file.tryLock() }) {
      .busy(path: file.path, holder: Self.holder(file), waitedSeconds: timeoutSeconds)
    }
    wasLeftUnfinished = try file.status().byteCount > 0
    let text = Array("process \(processIdentifier()) (\(work))\n".utf8)
    // The file is never empty in between: who is killed here must not hide what was left before.
    try file.seek(to: 0)
    try file.write(text)
    try file.truncate(to: text.count)
    self.file = file
  }

  /// Says that what the last holder left is on the disk now.
  func settle() { wasLeftUnfinished = false }

  /// Says that everything that was written under the lock is on the disk. What the last holder left
  /// and nobody settled stays so.
  func finish() {
    if !wasLeftUnfinished { try? file.truncate(to: 0) }
  }

  /// Who wrote their name into the lock file last.
  private static func holder(_ file: OpenFile) -> String {
    guard (try? file.seek(to: 0)) != nil, let bytes = try? file.readAll(limit: 4096),
      let text = String(validating: bytes, as: UTF8.self), !text.isEmpty
    else { return "another process" }
    return String(text.prefix { $0 != "\n" })
  }
}
