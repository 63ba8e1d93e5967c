public import Registry

/// Why a line of a JSON Lines file is no row, and where.
public struct JSONLinesFault: Sendable, Equatable {
  /// The file, or `standard input`.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong.
  public enum Problem: Sendable, Equatable {
    /// The line is not strict JSON.
    case invalid(JSONError)
    /// The line is JSON, but no object.
    case notAnObject
    /// The object lacks an input of the model.
    case missingKey(String)
    /// A value does not fit the type of its input.
    case value(key: String, text: String, expected: ColumnType)
    /// Rows are kept as a table, and the first one lacks this key.
    case newKey(String)
    /// The line is longer than is kept in memory.
    case lineTooLong(limit: Int)
  }

  var message: String { "'\(path)' line \(line): \(text)" }

  private var text: String {
    switch problem {
    case .invalid(let error): "not JSON: \(error.reason.rawValue) at byte \(error.offset)"
    case .notAnObject: "not a JSON object"
    case .missingKey(let key): "the input '\(key)' is missing"
    case .value(let key, let text, let expected):
      "the input '\(key)' is \(text) where \(expected.phrase) is needed"
    case .newKey(let key): "the key '\(key)' is not in the first object, whose keys are the columns"
    case .lineTooLong(let limit): "longer than \(limit) bytes"
    }
  }

  var remedy: String {
    switch problem {
    case .invalid, .notAnObject, .lineTooLong: "write one JSON object a line"
    case .newKey:
      "give the first object every key, with null where there is no value, or write jsonl"
    case .missingKey(let key): "add it, with null where the value is not known: \"\(key)\": null"
    case .value: "correct the value, or write null where it is not known"
    }
  }
}
