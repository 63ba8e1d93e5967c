public import Registry

/// One hyperparameter of one algorithm, as `--param gradient-boosting.learning_rate=0.05` sets it.
public struct ParameterSetting: Sendable, Equatable {
  /// Whose it is.
  public let family: ModelFamily
  /// Its name.
  public let name: String
  /// Its value.
  public let value: JSONValue

  /// Reads `FAMILY.NAME=VALUE`.
  ///
  /// The value is JSON, or else text without quotes: `null` and `none` both stand for none. That the
  /// algorithm takes it is tried out.
  ///
  /// - Throws: ``LearnerError/parameters(_:)``; ``LearnerError/unknownModel(_:known:)``;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  public init(_ text: String) throws(LearnerError) {
    guard let end = text.firstIndex(of: "="), let dot = text[..<end].firstIndex(of: "."),
      text.index(after: dot) < end
    else { throw .parameters(.notASetting(text)) }
    family = try ModelFamily(named: String(text[..<dot]))
    name = String(text[text.index(after: dot)..<end])
    let spelled = String(text[text.index(after: end)...])
    let word: JSONValue = spelled == "none" ? .null : .string(spelled)
    value = (try? JSONValue(parsing: Array(spelled.utf8))) ?? word
    var candidate = Candidate(family)
    try apply(to: &candidate)
  }

  /// Changes a candidate of the family; leaves others as they are.
  ///
  /// - Throws: Nothing after the setting was read.
  public func apply(to candidate: inout Candidate) throws(LearnerError) {
    guard candidate.family == family else { return }
    try candidate.set(name, to: value)
  }
}
