/// That somebody went on although a rule says no, and why: kept where it was done.
struct Allowance: Sendable, Equatable {
  static let field = "allowed_incompatible"

  /// Why.
  let reason: String
  /// What was compared with.
  let baseline: ModelVersion
  /// What the rules say; `nil` when the two could not be compared.
  let compatibility: Compatibility?

  /// As it stands in a manifest or an alias file.
  var json: JSONValue {
    .object([
      "reason": .string(reason),
      "baseline": .string(baseline.description),
      "required_bump": .optional(compatibility?.requiredBump.rawValue),
      "changes": .array(
        (compatibility?.demands ?? []).map { change in
          .object(["rule": .string(change.rule.rawValue), "of": .string(change.subject)])
        }),
    ])
  }
}
