internal import Glibc

/// The environment of this process.
public enum ProcessEnvironment {
  /// The value of a variable; `nil` when it is not set. Bytes that are not UTF-8 become U+FFFD, so
  /// that a damaged name is refused and not taken for an unset one.
  public static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The number of the user with whose rights this process touches files.
  static var effectiveUser: UInt32 { geteuid() }

  /// The user that runs this process: `USER`, `LOGNAME`, or the number of the user.
  public static var user: String {
    for name in ["USER", "LOGNAME"] {
      if let user = value(name), !user.isEmpty { return user }
    }
    return "uid-\(getuid())"
  }

  /// The name of this computer; `nil` where the system does not tell.
  static var host: String? {
    var name = [CChar](repeating: 0, count: 256)
    // A name that is cut need not end in a zero: the last byte stays one.
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
