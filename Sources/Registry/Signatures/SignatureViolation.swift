/// One way in which a row does not fit a signature, named by column.
public struct SignatureViolation: Sendable, Equatable {
  /// What was validated.
  public enum Subject: String, Sendable {
    /// A row of inputs.
    case input
    /// An answer of a model.
    case output
  }

  /// Which side of the signature it is about.
  public let subject: Subject
  /// The name of the input or output.
  public let column: String
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong.
  public enum Problem: Sendable, Equatable {
    /// It is not there and must be.
    case missing
    /// It is null, or an empty text, and a value is needed.
    case null
    /// The value is of another kind than the type; its text is cut short.
    case wrongType(text: String, expected: DataType)
    /// The text is not one of those that are known, and others are refused.
    case unknownLevel(text: String, known: [String])
  }

  /// One line that names the column.
  public var message: String { "the \(subject.rawValue) '\(column)' \(phrase)" }

  /// What is wrong, without the name.
  var phrase: String {
    switch problem {
    case .missing: "is missing"
    case .null: "is null where \(subject == .input ? "a value" : "an answer") is needed"
    case .wrongType(let text, let expected): "is \(text) where \(expected.phrase) is needed"
    case .unknownLevel(let text, _): "is \(text), which is none of its levels"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch problem {
    case .missing where subject == .input:
      "add it, with null where the value is not known: \"\(column)\": null"
    case .missing: "add it"
    case .null: "give a value: the model was not made for rows without one"
    case .wrongType: "correct the value, or write null where it is not known"
    case .unknownLevel(_, let known): "it takes \(listed(known))"
    }
  }
}

extension [SignatureViolation] {
  /// All of them in one line: as one says it itself, or counted and named one by one, at most eight.
  package var message: String {
    guard count != 1 else { return self[0].message }
    let shown = prefix(8).map { "'\($0.column)' \($0.phrase)" }.joined(separator: ", ")
    let more = count > 8 ? " and \(count - 8) more" : ""
    return "\(counted(count, "value")) do not fit: \(shown)\(more)"
  }

  /// What to do about all of them.
  package var remedy: String {
    guard count != 1 else { return self[0].remedy }
    return allSatisfy { $0.problem == .missing }
      ? "add them, with null where the value is not known"
      : "correct them, and write null where a value is not known"
  }
}
