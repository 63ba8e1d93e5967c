/// What lint found, by the policy of the registry.
public struct LintReport: Sendable, Equatable {
  /// Errors first, then in the order of ``LintRule``.
  public let findings: [LintFinding]
  /// Whether `policy.json` has warnings refused.
  let refusesWarnings: Bool

  /// What is wrong.
  public var errors: [LintFinding] { findings.filter { $0.severity == .error } }
  /// What a person should look at.
  public var warnings: [LintFinding] { findings.filter { $0.severity == .warning } }
  /// Whether nothing was found; a rule that the policy allows to be broken finds nothing.
  public var isClean: Bool { findings.isEmpty }
  /// Whether `register` refuses it.
  public var isRefused: Bool { !errors.isEmpty || (refusesWarnings && !isClean) }

  init(_ findings: [LintFinding], policy: LintPolicy) {
    let weighed = findings.compactMap(policy.weigh)
    let order = LintSeverity.allCases.flatMap { severity in
      LintRule.allCases.flatMap { rule in
        weighed.filter { $0.rule == rule && $0.severity == severity }
      }
    }
    self.findings = order
    refusesWarnings = policy.refusesWarnings
  }
}
