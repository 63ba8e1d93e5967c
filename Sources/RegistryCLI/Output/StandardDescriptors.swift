internal import Glibc
import Registry

/// Every system call of the command line program's own is in this file.
enum StandardDescriptor: Int32 {
  case output = 1
  case errors = 2

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(rawValue, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count > 0 {
        done += count
        continue
      }
      let code = count < 0 ? errno : EIO
      if code == EINTR { continue }
      throw code == EPIPE ? .readerGone : .notWritten(errno: code)
    }
  }

  /// The terminal's width in cells, or `nil` when the descriptor is no terminal.
  var terminalWidth: Int? {
    guard isatty(rawValue) == 1 else { return nil }
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// The value of an environment variable.
func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// The time since an arbitrary start; never goes backwards.
func monotonicTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// Fills standard descriptors that the caller closed (`registry list >&-`).
///
/// Else the next file that is opened would get the number 1, and what is meant for standard output
/// would be written into it. Here they are opened so that using them fails.
func reserveStandardDescriptors() {
  for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
    _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
  }
}
