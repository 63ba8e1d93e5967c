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
    /// The object does not fit the model's signature.
    case row([SignatureViolation])
    /// The object lacks inputs that are computed by the service that the model was made for.
    case derivedInputs([String])
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
    case .row(let violations): violations.message
    case .derivedInputs(let names): derivedMessage(names)
    case .newKey(let key): "the key '\(key)' is not in the first object, whose keys are the columns"
    case .lineTooLong(let limit): "longer than \(limit) bytes"
    }
  }

  var remedy: String {
    switch problem {
    case .invalid, .notAnObject, .lineTooLong: "write one JSON object a line"
    case .newKey:
      "give the first object every key, with null where there is no value, or write jsonl"
    case .row(let violations): violations.remedy
    case .derivedInputs: derivedRemedy
    }
  }
}

/// That inputs are missing which nobody sends and which cannot be computed here.
func derivedMessage(_ names: [String]) -> String {
  "the derived \(names.count == 1 ? "input" : "inputs") \(shortList(names)) cannot be computed here"
}

let derivedRemedy = "add the values that your service computes, or predict with that service"
