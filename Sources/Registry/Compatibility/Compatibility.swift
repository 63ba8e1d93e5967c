/// How two versions of a model fit together: what changed, and what number that asks for.
public struct Compatibility: Sendable, Equatable {
  /// Every change: those that ask for most first, then inputs, outputs and the model.
  public let changes: [ContractChange]

  init(from before: ModelContract, to after: ModelContract, under policy: CompatibilityPolicy) {
    let found = ContractComparison(before: before, after: after, policy: policy).changes()
    changes = VersionBump.allCases.reversed().flatMap { bump in found.filter { $0.bump == bump } }
  }

  /// The part of the number that has to rise: at least the last one.
  public var requiredBump: VersionBump { demands.map(\.bump).max() ?? .patch }

  /// The changes for which the number has to rise.
  public var demands: [ContractChange] { changes.filter { $0.level == .deny } }

  /// The changes that are told: all but those that a rule allows.
  public var told: [ContractChange] { changes.filter { $0.level != .allow } }

  /// The changes that are only told.
  public var warnings: [ContractChange] { changes.filter { $0.level == .warn } }

  /// The changes on account of which the number has to rise as far as it has.
  public var reasons: [ContractChange] { demands.filter { $0.bump == requiredBump } }

  /// The changes on account of which today's callers, consumers or services would break.
  public var breaks: [ContractChange] {
    demands.filter { $0.bump == .major && $0.rule.canBreakService }
  }

  /// The lowest release that the changed model may be called.
  ///
  /// - Throws: ``RegistryError/invalidVersion(_:reason:)`` where its number would have ten digits.
  public func smallestVersion(
    after baseline: ModelVersion
  ) throws(RegistryError) -> ModelVersion {
    try baseline.raised(by: requiredBump)
  }

  /// Changes in one line: the first one by name, the others by number.
  static func phrase(_ changes: [ContractChange]) -> String {
    guard let first = changes.first else { return "no change" }
    return changes.count == 1
      ? first.title : "\(first.title) and \(counted(changes.count - 1, "other change"))"
  }
}
