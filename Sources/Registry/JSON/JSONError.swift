/// Why bytes are not the JSON that this library accepts, and at which byte.
public struct JSONError: Error, Sendable, Equatable {
  /// The offset of the first byte that does not fit, from 0.
  public let offset: Int
  /// What is wrong there.
  public let reason: Reason

  /// What the strict reader refuses.
  public enum Reason: String, Sendable {
    /// No bytes, or white space alone.
    case empty = "the file is empty"
    /// More than 16 MiB.
    case tooLarge = "the file is larger than 16 MiB"
    /// Arrays and objects in more than 64 levels.
    case tooDeep = "nested deeper than 64 levels"
    /// The bytes EF BB BF before the value.
    case byteOrderMark = "a byte order mark"
    /// Text that is not UTF-8.
    case invalidUTF8 = "bytes that are not UTF-8"
    /// The bytes end before the value does.
    case unexpectedEnd = "the end of the file inside a value"
    /// A byte with which nothing that may stand here begins, such as that of a comment.
    case unexpectedByte = "a byte that does not belong here"
    /// A number that JSON spells otherwise, such as `01` or `1.`.
    case invalidNumber = "not a JSON number"
    /// NaN or an infinity.
    case notANumber = "NaN or an infinity, which JSON does not have"
    /// A record that is no object.
    case notAnObject = "a value that is not an object"
    /// A backslash with something else behind it than JSON allows.
    case invalidEscape = "an escape that JSON does not have"
    /// `\uD800` to `\uDFFF` that is no half of a pair.
    case loneSurrogate = "half of a surrogate pair"
    /// A byte below 20 (hexadecimal) in a string.
    case controlCharacter = "a raw control character in a string"
    /// A key for the second time, compared byte for byte.
    case duplicateKey = "a key that the object has already"
    /// A comma before a closing bracket.
    case trailingComma = "a comma without a value after it"
    /// More than white space behind the value.
    case trailingBytes = "bytes after the value"
  }
}
