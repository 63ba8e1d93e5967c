/// Whether those who work with an alias today can work with the version that it is to be set back to.
struct ServiceCheck {
  /// What the alias means now; `nil` when its file cannot be read.
  let current: ModelVersion?
  /// What keeps the two from being compared. That is told and stops nothing: a rollback is how service
  /// is restored.
  let failure: RegistryError?
  /// That something breaks and somebody went on; `nil` where nothing does.
  let allowance: Allowance?

  /// - Parameters:
  ///   - current: The alias as it is, or what is wrong with its file.
  ///   - reason: Why callers may break; `nil` where they may not.
  /// - Throws: ``RegistryError/breaksService(_:from:to:_:)``.
  init(
    of alias: AliasName, now current: (record: AliasRecord?, damage: RegistryError?),
    to target: VersionDirectory, in registry: RegistryDirectory, allowing reason: String?
  ) throws(RegistryError) {
    self.current = current.record?.version
    guard let from = current.record?.version else {
      (failure, allowance) = (current.damage, nil)
      return
    }
    let compatibility: Compatibility
    do {
      compatibility = try registry.compatibility(of: ModelContract(target), with: from)
    } catch {
      (failure, allowance) = (error, nil)
      return
    }
    failure = nil
    guard !compatibility.breaks.isEmpty else {
      allowance = nil
      return
    }
    guard let reason else {
      throw .breaksService(alias, from: from, to: target.manifest.version, compatibility)
    }
    allowance = Allowance(reason: reason, baseline: from, compatibility: compatibility)
  }

  /// Why the alias was set, with why callers may break.
  func reason(_ given: String) -> String {
    guard let allowance else { return given }
    return (given.isEmpty ? "" : given + "; ") + "allowed incompatible: \(allowance.reason)"
  }
}
