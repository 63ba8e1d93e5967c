/// How a command ends, as a number that scripts can rely on.
///
/// A number keeps its meaning for ever; new meanings get new numbers.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// What was asked for is done.
  case done = 0
  /// It could not run: a file could not be read or written, or an internal error.
  case couldNotRun = 1
  /// The words of the command are wrong, or the input data does not fit.
  case usage = 2
  /// A version, alias, file or column that was named is not there.
  case notFound = 3
  /// It already exists, or another process was first.
  case alreadyExists = 4
  /// Bytes on disk are not what was registered.
  case integrityFailure = 5
  /// A rule or a promotion gate refused it.
  case refused = 6
  /// A promotion gate could not decide on the evidence that there is.
  case inconclusive = 7
  /// The version number is too small for the change.
  case versionTooSmall = 8
  /// Another process holds the lock.
  case busy = 9
  /// The files were written by a newer format than this program knows.
  case newerFormat = 10
  /// Ctrl-C or SIGTERM stopped it before it wrote anything; the number that a shell gives for SIGINT.
  case interrupted = 130

  /// One line for help texts.
  public var summary: String {
    switch self {
    case .done: "done"
    case .couldNotRun: "could not run (input/output, internal)"
    case .usage: "usage: the command's words or its input are wrong"
    case .notFound: "not found"
    case .alreadyExists: "already exists, or lost a race"
    case .integrityFailure: "integrity failure"
    case .refused: "refused by a rule or gate"
    case .inconclusive: "gate inconclusive"
    case .versionTooSmall: "version number too small for the change"
    case .busy: "busy: another process holds the lock"
    case .newerFormat: "written by a newer format"
    case .interrupted: "interrupted before anything was written"
    }
  }
}
