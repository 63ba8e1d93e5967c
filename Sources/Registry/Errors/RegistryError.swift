/// Every refusal of this module: a value that says what and where.
public enum RegistryError: ReportableError, Equatable {
  /// A file call failed: the call's C name, the path it was given, and errno.
  case fileCallFailed(call: String, path: String, errno: Int32)
  /// A path names nothing.
  case noSuchFile(path: String)

  public var message: String {
    switch self {
    case .fileCallFailed(let call, let path, let errno):
      "'\(path)': \(call) failed: \(errorText(errno))"
    case .noSuchFile(let path): "'\(path)' does not exist"
    }
  }

  public var remedy: String? {
    switch self {
    case .fileCallFailed: nil
    case .noSuchFile: "check the path"
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .fileCallFailed: .couldNotRun
    case .noSuchFile: .notFound
    }
  }
}
