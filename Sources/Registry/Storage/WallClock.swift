internal import Glibc

/// The time of day, finer than ``Timestamp`` has it.
enum WallClock {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
