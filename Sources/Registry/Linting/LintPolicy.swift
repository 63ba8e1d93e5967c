/// What people decided about lint: the member `lint` of `policy.json`.
struct LintPolicy: Sendable, Equatable {
  /// Whether a warning keeps a version from being registered.
  let refusesWarnings: Bool
  private let levels: [LintRule: Level]

  /// What a broken rule is.
  enum Level: String, CaseIterable { case error, warning, allow }

  /// What happens with warnings.
  private enum Warnings: String, CaseIterable { case allow, refuse }

  /// Every rule as it is, warnings allowed.
  init() {
    refusesWarnings = false
    levels = [:]
  }

  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``, also for a rule that is not
  ///   known.
  init(_ policy: Policy) throws(RegistryError) {
    let object = try policy.object(.lint)
    try object.refuseOthers(than: ["warnings", "rules"])
    refusesWarnings = try object.choice("warnings", as: Warnings.self) == .refuse
    let rules = try object.object("rules")
    try rules.refuseOthers(than: LintRule.allCases.map(\.rawValue))
    var levels: [LintRule: Level] = [:]
    for rule in LintRule.allCases { levels[rule] = try rules.choice(rule.rawValue) }
    self.levels = levels
  }

  /// The finding at its severity; `nil` when the policy allows it.
  func weigh(_ finding: LintFinding) -> LintFinding? {
    switch levels[finding.rule] {
    case nil: finding
    case .error: finding.weighing(.error)
    case .warning: finding.weighing(.warning)
    case .allow: nil
    }
  }
}
