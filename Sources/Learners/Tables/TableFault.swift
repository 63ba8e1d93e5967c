/// What is wrong with the text of a table, at the line that the error names.
public enum TableFault: Sendable, Equatable {
  /// A record has more or fewer fields than the header.
  case fieldCount(expected: Int, found: Int)
  /// The quotes that open on this line never close.
  case unclosedQuote
  /// A byte is zero.
  case zeroByte
  /// The bytes are not UTF-8.
  case notUTF8
  /// A record is longer than this many bytes.
  case recordTooLong(limit: Int)

  /// The fault as the rest of a sentence that begins with the file and the line.
  var message: String {
    switch self {
    case .fieldCount(let expected, let found):
      "\(found) \(found == 1 ? "field" : "fields") where the header has \(expected)"
    case .unclosedQuote: "a quote opens here and never closes"
    case .zeroByte: "a byte is zero, so this is not text"
    case .notUTF8: "the bytes are not UTF-8"
    case .recordTooLong(let limit): "the record is longer than \(limit) bytes"
    }
  }

  var remedy: String {
    switch self {
    case .fieldCount(let expected, let found):
      found < expected
        ? "give every column a field: an empty one stands for a missing value"
        : "put a field that contains the separator in double quotes"
    case .unclosedQuote: "close the quote, or double it where it is part of the text"
    case .zeroByte: "export the table as UTF-8 text"
    case .notUTF8: "convert the file first, for example: iconv -f latin1 -t utf-8"
    case .recordTooLong: "look for a quote near this line that never closes"
    }
  }
}
