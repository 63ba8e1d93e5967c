/// The name of an alias such as `champion`: the file `champion.json` says which version it means.
///
/// One to 64 ASCII letters, digits, `-` and `_`, a letter first, and nothing that reads as a
/// version, a range or another file of the registry (`v2`, `latest`, `policy`, `manifest`).
public struct AliasName: Sendable, Hashable, CustomStringConvertible {
  /// The version that serves.
  public static let champion = AliasName(checked: "champion")
  /// The version that wants to serve.
  public static let challenger = AliasName(checked: "challenger")
  /// The version under test.
  public static let staging = AliasName(checked: "staging")

  /// The name.
  public let description: String

  private init(checked: String) { description = checked }

  /// Reads the name of an alias.
  ///
  /// - Throws: ``RegistryError/invalidAlias(_:)``.
  public init(_ text: String) throws(RegistryError) {
    let isNamed =
      text.utf8.count <= 64 && text.utf8.first.map(isLetter) == true
      && text.utf8.allSatisfy {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
    guard isNamed, !Self.reserved.contains(text), !Self.looksLikeVersion(text) else {
      throw .invalidAlias(text)
    }
    description = text
  }

  /// `v`, or `V`, and a digit: what was meant is a version.
  static func looksLikeVersion(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    if bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "v") { bytes = bytes.dropFirst() }
    return bytes.first.map(isDigit) == true
  }

  private static let reserved: Set<String> = ["latest", "policy", "manifest"]

  /// The file that holds the alias.
  var fileName: String { description + ".json" }
}
