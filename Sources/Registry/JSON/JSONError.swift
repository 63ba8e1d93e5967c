/// Why bytes are not the JSON that this library accepts, and at which byte.
public struct JSONError: Error, Sendable, Equatable {
  /// The offset of the first byte that does not fit, from 0.
  public let offset: Int
  /// What is wrong there.
  public let reason: Reason

  /// What the strict reader refuses.
  public enum Reason: String, Sendable {
    case empty = "the file is empty"
    case tooLarge = "the file is larger than 16 MiB"
    case tooDeep = "nested deeper than 64 levels"
    case byteOrderMark = "a byte order mark"
    case invalidUTF8 = "bytes that are not UTF-8"
    case unexpectedEnd = "the end of the file inside a value"
    case unexpectedByte = "a byte that does not belong here"
    case invalidNumber = "not a JSON number"
    case invalidEscape = "an escape that JSON does not have"
    case loneSurrogate = "half of a surrogate pair"
    case controlCharacter = "a raw control character in a string"
    case duplicateKey = "a key that the object has already"
    case trailingComma = "a comma without a value after it"
    case trailingBytes = "bytes after the value"
  }
}
