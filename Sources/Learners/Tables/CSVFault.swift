/// Why a CSV file cannot be read, and where.
public struct CSVFault: Sendable, Equatable {
  /// The file, or `standard input`.
  public let path: String
  /// The line on which the record begins, from 1; `nil` when the whole file is meant.
  public let line: Int?
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong.
  public enum Problem: Sendable, Equatable {
    /// There is no header.
    case empty
    /// There is a header and no row.
    case noRows
    /// The text is UTF-16.
    case utf16
    /// A byte is zero.
    case zeroByte
    /// Text is not UTF-8.
    case notUTF8(column: String)
    /// A quote was opened and never closed.
    case unclosedQuote
    /// A row has another number of fields than the header.
    case fieldCount(expected: Int, found: Int)
    /// A record is longer than is kept in memory.
    case recordTooLong(limit: Int)
    /// A cell does not fit the type of its column.
    case cell(column: String, text: String, expected: ColumnType)
    /// A column has more different levels than can be counted.
    case tooManyLevels(column: String)
  }

  init(_ problem: Problem, path: String, line: Int? = nil) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  /// The message, as a person reads it.
  var message: String {
    let place = line.map { "'\(path)' line \($0): " } ?? "'\(path)' "
    return place + text
  }

  private var text: String {
    switch problem {
    case .empty: "is empty"
    case .noRows: "has a header and no rows"
    case .utf16: "is UTF-16 text"
    case .zeroByte: "a zero byte"
    case .notUTF8(let column): "column '\(column)' holds bytes that are not UTF-8"
    case .unclosedQuote: "a quote is opened and not closed before the end of the file"
    case .fieldCount(let expected, let found):
      "\(found) fields where the header has \(expected)"
    case .recordTooLong(let limit): "a record is longer than \(limit) bytes"
    case .cell(let column, let text, let expected):
      "column '\(column)' holds '\(text)' where \(expected.description) is needed"
    case .tooManyLevels(let column): "column '\(column)' has too many different levels"
    }
  }

  /// What to do, as a person reads it.
  var remedy: String {
    switch problem {
    case .empty, .noRows: "give a file with a header and rows"
    case .utf16, .notUTF8: "convert it to UTF-8, for example with iconv -t UTF-8"
    case .zeroByte: "check that it is a text file"
    case .unclosedQuote, .recordTooLong: "close the quote, or double a quote inside one"
    case .fieldCount: "complete or remove the row; quote fields that hold the separator"
    case .cell(let column, _, _):
      "correct the cell, or read the column as text with --types '\(column)=object'"
    case .tooManyLevels(let column): "leave the column out with --drop '\(column)'"
    }
  }
}

extension ColumnType: CustomStringConvertible {
  /// A value of this type, in words.
  public var description: String {
    switch self {
    case .integer: "a whole number"
    case .real: "a number"
    case .boolean: "TRUE or FALSE"
    case .categorical: "text"
    }
  }
}
