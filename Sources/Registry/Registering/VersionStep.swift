/// The step from the baseline to a new version, judged by the rules for version numbers.
struct VersionStep {
  private let version: ModelVersion
  private let contract: ModelContract
  private let baseline: ModelVersion?
  /// How the two fit together; `nil` where there is no baseline, or it cannot be read.
  let compatibility: Compatibility?
  /// That the rules say no and somebody went on; `nil` where they say yes.
  let allowance: Allowance?

  /// - Parameter reason: Why the step may break the rules; `nil` where it may not.
  /// - Throws: ``RegistryError/versionTooSmall(_:smallest:baseline:_:)``, or what keeps the baseline
  ///   from being read, unless a reason is given.
  init(
    to version: ModelVersion, _ contract: ModelContract, in registry: RegistryDirectory,
    allowing reason: String?
  ) throws(RegistryError) {
    self.version = version
    self.contract = contract
    baseline = try registry.baseline(below: version)
    guard let baseline else {
      (compatibility, allowance) = (nil, nil)
      return
    }
    let reading = try Self.compatibility(
      of: contract, with: baseline, in: registry, isNeeded: reason == nil)
    compatibility = reading
    let refusal: RegistryError? =
      if let reading { try Self.refusal(of: version, after: baseline, reading) } else { nil }
    if let refusal, reason == nil { throw refusal }
    let isAsTheRulesSay = reading != nil && refusal == nil
    allowance =
      isAsTheRulesSay
      ? nil : reason.map { Allowance(reason: $0, baseline: baseline, compatibility: reading) }
  }

  /// - Returns: `nil` for a baseline that is damaged, where that is not to stop anything.
  private static func compatibility(
    of contract: ModelContract, with baseline: ModelVersion, in registry: RegistryDirectory,
    isNeeded: Bool
  ) throws(RegistryError) -> Compatibility? {
    do { return try registry.compatibility(of: contract, with: baseline) } catch {
      guard !isNeeded, error.exitCode == .integrityFailure else { throw error }
      return nil
    }
  }

  /// Judges again under the lock where another release came in between. A reason does not count then:
  /// who gave it had seen other changes.
  func checkAgain(in registry: RegistryDirectory) throws(RegistryError) {
    guard let found = try registry.baseline(below: version), found != baseline else { return }
    let compatibility = try registry.compatibility(of: contract, with: found)
    if let refusal = try Self.refusal(of: version, after: found, compatibility) { throw refusal }
  }

  /// A pre-release counts as the release that it leads to.
  private static func refusal(
    of version: ModelVersion, after baseline: ModelVersion, _ compatibility: Compatibility
  ) throws(RegistryError) -> RegistryError? {
    let smallest = try compatibility.smallestVersion(after: baseline)
    guard version.release < smallest else { return nil }
    return .versionTooSmall(version, smallest: smallest, baseline: baseline, compatibility)
  }
}
