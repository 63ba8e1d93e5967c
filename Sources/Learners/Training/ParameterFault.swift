public import Registry

/// What is wrong with hyperparameters that a person wrote.
public enum ParameterFault: Sendable, Equatable {
  /// An algorithm has no hyperparameter of this name.
  case unknownName(String, family: String, known: [String])
  /// A hyperparameter is set of an algorithm that is not trained.
  case ofNoCandidate(family: String, trained: [String])
  /// Text is not `FAMILY.NAME=VALUE`.
  case notASetting(String)
  /// A file that declares what to search is not strict JSON; `line` counts from 1.
  case unreadableSpace(path: String, line: Int, JSONError)
  /// A file that declares what to search says something that has no meaning in this member; the
  /// member is empty for the whole.
  case unfitSpace(path: String, member: String, expected: String)
  /// No algorithm is left whose hyperparameters could be searched.
  case nothingToSearch

  var message: String {
    switch self {
    case .unknownName(let name, let family, _):
      "'\(family)' has no hyperparameter '\(shown(name))'"
    case .ofNoCandidate(let family, _): "'\(family)' is not among the models that are trained"
    case .notASetting(let text): "'\(shown(text))' sets no hyperparameter"
    case .unreadableSpace(let path, let line, let error):
      "'\(path)' line \(line) is not strict JSON: \(error.reason.rawValue)"
    case .unfitSpace(let path, "", let expected): "'\(path)' is not \(expected)"
    case .unfitSpace(let path, let member, let expected):
      "'\(path)': '\(shown(member))' is not \(expected)"
    case .nothingToSearch: "there is no algorithm whose hyperparameters could be searched"
    }
  }

  var remedy: String {
    switch self {
    case .unknownName(_, _, let known):
      "hyperparameters there are: \(known.joined(separator: ", "))"
    case .ofNoCandidate(_, let trained):
      "set hyperparameters of: \(trained.joined(separator: ", ")); or name it with --model"
    case .notASetting: "write it like gradient-boosting.learning_rate=0.05"
    case .unreadableSpace(let path, _, _), .unfitSpace(let path, _, _):
      "correct '\(path)': docs/search.md says what it may hold"
    case .nothingToSearch: "declare a space for an algorithm that is trained"
    }
  }
}
