import Registry

/// Standard output could not take what was written.
enum OutputError: ReportableError, Equatable {
  /// Whoever read a pipe has stopped reading. Never reported: they have seen what they wanted.
  case readerGone
  case notWritten(errno: Int32)

  var message: String {
    switch self {
    case .readerGone: "nobody reads standard output any more"
    case .notWritten(let errno):
      RegistryError.fileCallFailed(call: "write", path: "standard output", errno: errno).message
    }
  }

  var remedy: String? {
    switch self {
    case .readerGone: nil
    case .notWritten:
      "what was printed is not complete: check where the output goes, and run it again"
    }
  }

  var exitCode: ExitCode { .couldNotRun }
}
