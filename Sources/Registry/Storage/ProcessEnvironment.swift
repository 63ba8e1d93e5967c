internal import Glibc

/// The environment of this process.
public enum ProcessEnvironment {
  /// The value of a variable; `nil` when it is not set or not UTF-8.
  public static func value(_ name: String) -> String? {
    getenv(name).flatMap { String(validatingCString: $0) }
  }

  /// The user that runs this process: `USER`, `LOGNAME`, or the number of the user.
  public static var user: String {
    for name in ["USER", "LOGNAME"] {
      if let user = value(name), !user.isEmpty { return user }
    }
    return "uid-\(getuid())"
  }
}
