/// The name of one model among several that live side by side in `models/`.
///
/// One to 64 ASCII letters, digits, `.`, `-` and `_`, a letter or digit first.
public struct ModelName: Sendable, Hashable, CustomStringConvertible {
  /// The name, which is also the name of its registry directory.
  public let description: String

  /// Reads the name of a model.
  ///
  /// - Throws: ``RegistryError/invalidModelName(_:)``.
  public init(_ text: String) throws(RegistryError) {
    let isNamed =
      (1...64).contains(text.utf8.count)
      && text.utf8.first.map { isLetter($0) || isDigit($0) } == true
      && text.utf8.allSatisfy {
        isLetter($0) || isDigit($0)
          || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")]
            .contains($0)
      }
    guard isNamed else { throw .invalidModelName(text) }
    description = text
  }

  /// The registry directory of this model: beside `directory`, in place of its last component.
  public func directory(beside directory: String) -> String {
    let (parent, name) = PathText.split(directory)
    // The parent of `.` and of `..` has no spelling but this.
    let isDots = name == "." || name == ".."
    return PathText.join(isDots ? PathText.join(directory, "..") : parent, description)
  }
}
