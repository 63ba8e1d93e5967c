/// What people decided of the rules for version numbers: member `compatibility` of `policy.json`.
public struct CompatibilityPolicy: Sendable, Equatable {
  /// Which bumps hold where no rule is set by itself.
  public enum Profile: String, Sendable, CaseIterable {
    /// A new input of which a plain signature says no more breaks nobody.
    case standard = "default"
    /// It is taken for a required one.
    case strict
  }

  /// The profile.
  public let profile: Profile
  private let bumps: [CompatibilityRule: VersionBump]
  private let levels: [CompatibilityRule: CompatibilityRule.Level]

  /// The rules as a profile has them.
  public init(profile: Profile = .standard) {
    self.profile = profile
    bumps = [:]
    levels = [:]
  }

  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``.
  init(_ object: PolicyObject) throws(RegistryError) {
    try object.refuseOthers(than: ["profile", "rules"])
    profile = try object.choice("profile") ?? .standard
    let rules = try object.object("rules")
    try rules.refuseOthers(than: CompatibilityRule.allCases.map(\.rawValue))
    var bumps: [CompatibilityRule: VersionBump] = [:]
    var levels: [CompatibilityRule: CompatibilityRule.Level] = [:]
    for rule in CompatibilityRule.allCases {
      let setting = try rules.object(rule.rawValue)
      try setting.refuseOthers(than: ["bump", "level"])
      bumps[rule] = try setting.choice("bump")
      levels[rule] = try setting.choice("level")
    }
    self.bumps = bumps
    self.levels = levels
  }

  /// Which part of the number has to rise.
  public func bump(of rule: CompatibilityRule) -> VersionBump {
    bumps[rule] ?? (profile == .strict ? rule.strictBump : rule.defaultBump)
  }

  /// What is made of such a change.
  public func level(of rule: CompatibilityRule) -> CompatibilityRule.Level {
    levels[rule] ?? rule.defaultLevel
  }
}

extension Policy {
  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``.
  func compatibility() throws(RegistryError) -> CompatibilityPolicy {
    try CompatibilityPolicy(object(.compatibility))
  }
}
