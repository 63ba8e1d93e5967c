/// One difference between the contracts of two versions, and what is made of it.
public struct ContractChange: Sendable, Equatable {
  /// Which kind of change it is.
  public let rule: CompatibilityRule
  /// The input or output that it is about; empty where it is about the model as a whole.
  public let subject: String
  /// What was, as text; `nil` for nothing.
  public let before: String?
  /// What is, as text; `nil` for nothing.
  public let after: String?
  /// Which part of the number has to rise for it, as the policy has it.
  public let bump: VersionBump
  /// Whether that is demanded, as the policy has it.
  public let level: CompatibilityRule.Level
  /// A row that shows it; `nil` where no row can, or none was looked for.
  public let witness: Witness?

  /// The rule and what it is about: `input_removed 'worst_area'`.
  public var title: String { subject.isEmpty ? rule.rawValue : "\(rule.rawValue) '\(subject)'" }
}

/// A request or an answer that one of two versions takes and the other one refuses. Both signatures
/// were asked before it was kept.
public struct Witness: Sendable, Equatable {
  /// Which of the two versions.
  public enum Side: String, Sendable {
    /// The one that is there already.
    case before
    /// The one that comes after it.
    case after
  }

  /// Whether it is a row of inputs or an answer.
  public let kind: SignatureViolation.Subject
  /// The row or answer.
  public let row: JSONObject
  /// The version that takes it; the other one refuses it.
  public let acceptedBy: Side
  /// Why the other one refuses it.
  public let refusal: SignatureViolation
}
