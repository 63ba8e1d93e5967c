/// A release of scikit-learn, as far as formats depend on it.
struct ScikitLearnVersion: Comparable, CustomStringConvertible, Sendable {
  let major: Int
  let minor: Int
  let description: String

  init?(_ text: String) {
    let parts = text.split(separator: ".")
    guard parts.count > 1, let major = Int(parts[0]), let minor = Int(parts[1]) else { return nil }
    (self.major, self.minor, description) = (major, minor, text)
  }

  init(_ major: Int, _ minor: Int) {
    (self.major, self.minor, description) = (major, minor, "\(major).\(minor)")
  }

  static func < (a: Self, b: Self) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
  static func == (a: Self, b: Self) -> Bool { (a.major, a.minor) == (b.major, b.minor) }
}
