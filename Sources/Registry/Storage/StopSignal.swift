internal import Glibc
internal import Synchronization

/// Ctrl-C (SIGINT) and SIGTERM as a wish that long work looks at, in place of an end in its middle.
package enum StopSignal {
  private static let received = Atomic(false)

  /// Whether one came since ``listen()``.
  package static var wasReceived: Bool { received.load(ordering: .relaxed) }

  /// From here on to the end of the process, the first of each signal is noted, and the second ends
  /// the process at once, as any does without this.
  ///
  /// A signal that the parent had ignored (`nohup`, a shell's background job) stays ignored. A call
  /// that waits is woken with EINTR: calls are made again, but for those of ``FileSource``, which
  /// then throw ``RegistryError/interrupted``.
  package static func listen() {
    // Made now: a handler must not be the one that makes it.
    _ = wasReceived
    for signal in [SIGINT, SIGTERM] {
      var present = sigaction()
      guard sigaction(signal, nil, &present) == 0, !present.isIgnored else { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        StopSignal.received.store(true, ordering: .relaxed)
      }
      // Gone after the first one; without SA_RESTART, so that it wakes who waits for input.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }
}

extension sigaction {
  /// Whether the signal does nothing.
  fileprivate var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
