internal import Glibc

/// The lock that orders the writers of one registry, held until the value goes away.
///
/// `flock` and not `fcntl`: those locks vanish when the process closes any descriptor of the file.
/// The file is never removed, so that two writers never lock two files of one name. It holds the
/// holder's name until the holder has finished: a name in a lock that nobody holds tells of a writer
/// that was killed or that a file call failed.
struct WriterLock {
  private let file: OpenFile
  /// Whether the last holder did not finish: what it wrote last may be seen and yet not be on the
  /// disk, even after another flush.
  let wasLeftUnfinished: Bool

  init(
    _ name: String, in directory: Directory, for work: String, timeoutSeconds: Int
  ) throws(RegistryError) {
    file = try directory.fileOrMake(name)
    guard try file.status().kind == .regular else {
      throw .damagedFile(path: file.path, .notARegularFile)
    }
    let deadline = monotonicSeconds() + timeoutSeconds
    while try !file.tryLock() {
      guard monotonicSeconds() < deadline else {
        throw .busy(path: file.path, holder: Self.holder(file), waitedSeconds: timeoutSeconds)
      }
      pause(milliseconds: 10)
    }
    wasLeftUnfinished = try file.status().byteCount > 0
    try file.truncate(to: 0)
    try file.seek(to: 0)
    try file.write(Array("process \(processIdentifier()) (\(work))\n".utf8))
  }

  /// Says that everything that was written under the lock is on the disk.
  func finish() { try? file.truncate(to: 0) }

  /// Who wrote their name into the lock file last.
  private static func holder(_ file: OpenFile) -> String {
    guard (try? file.seek(to: 0)) != nil, let bytes = try? file.readAll(limit: 4096),
      let text = String(validating: bytes, as: UTF8.self), !text.isEmpty
    else { return "another process" }
    return String(text.prefix { $0 != "\n" })
  }
}

/// The time since an arbitrary start; never goes backwards.
///
/// Not `ContinuousClock`: it is all that would bring Swift's concurrency and Dispatch into the
/// program, a fifth of its size, which look at the machine before `main` begins.
private func monotonicSeconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec
}

func processIdentifier() -> Int32 { getpid() }
