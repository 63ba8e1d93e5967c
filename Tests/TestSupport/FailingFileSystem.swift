package import Registry
internal import Synchronization

/// A file system on which the call with one number fails.
///
/// A class because every copy counts the same calls.
package final class FailingFileSystem: FileSystemWrapper {
  package let real: any FileSystem
  private let failing: Int
  private let errno: Int32
  private let failsForEver: Bool
  private let log = Mutex(Log())

  private struct Log {
    var names: [String] = []
    var failedSyncs: Set<UInt64> = []
    var repeatedSyncs = 0
  }

  /// - Parameters:
  ///   - real: What answers the other calls.
  ///   - failing: The number of the call that fails, from 1; 0 for none.
  ///   - errno: What it fails with.
  ///   - failsForEver: Whether all calls after it fail too, as on a full disk or after a kill.
  package init(
    _ real: any FileSystem = PosixFileSystem(), failing: Int, errno: Int32,
    failsForEver: Bool = false
  ) {
    self.real = real
    self.failing = failing
    self.errno = errno
    self.failsForEver = failsForEver
  }

  /// The calls made so far, by their C names.
  package var callNames: [String] { log.withLock { $0.names } }

  /// How many times a file was synced whose sync had failed.
  package var repeatedSyncs: Int { log.withLock { $0.repeatedSyncs } }

  package func willMake(_ call: FileCall) throws(Errno) {
    let file = call.name == "fsync" ? call.descriptor.flatMap(inode) : nil
    let isFailing = log.withLock { log in
      log.names.append(call.name)
      let number = log.names.count
      let isFailing = number == failing || (failsForEver && failing > 0 && number > failing)
      if let file {
        if log.failedSyncs.contains(file) { log.repeatedSyncs += 1 }
        if isFailing { log.failedSyncs.insert(file) }
      }
      return isFailing
    }
    if isFailing { throw Errno(code: errno) }
  }

  private func inode(_ descriptor: Int32) -> UInt64? { try? real.status(descriptor).inode }
}
