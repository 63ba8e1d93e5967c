extension ModelRegistry {
  /// Sets an alias back to an earlier version.
  ///
  /// Promotions stack up and rollbacks take away: after promoting A, B and C, two rollbacks lead
  /// to B and then to A. Versions that were yanked are skipped. Where requests of today's callers, or
  /// what is done with answers, would break, it is refused unless a reason is given.
  ///
  /// - Parameters:
  ///   - alias: Which alias.
  ///   - version: Where to; the version before the present one when `nil`.
  ///   - expectation: What the alias must mean now; anything when `nil`.
  ///   - actor: Who rolls back.
  ///   - reason: Why, stored as given.
  ///   - allowance: Why callers may break; kept in the alias file when it was needed.
  /// - Returns: The alias as it is now.
  /// - Throws: ``RegistryError/noSuchAlias(_:registry:known:)``,
  ///   ``RegistryError/breaksService(_:from:to:_:)``,
  ///   ``RegistryError/neverChampion(_:)``,
  ///   ``RegistryError/nothingToRollBackTo(_:current:)``, and what
  ///   ``promote(_:to:expecting:by:reason:scored:defaultGates:forcing:)`` throws.
  @discardableResult
  public func rollback(
    _ alias: AliasName = .champion, to version: ModelVersion? = nil,
    expecting expectation: AliasExpectation? = nil, by actor: String, reason: String = "",
    allowingIncompatible allowance: String? = nil
  ) throws(RegistryError) -> Promotion {
    let registry = try openExisting()
    guard try registry.root.status(of: alias.fileName) != nil else {
      throw .noSuchAlias(alias, registry: path, known: try registry.aliases())
    }
    while true {
      let earlier = if let version { version } else { try previous(of: alias, in: registry) }
      // Before the lock is taken: hashing a large model must not keep other writers waiting.
      let target = try verified(earlier, in: registry)
      if let version, alias == .champion { try refuseUnproven(version, in: registry) }
      let check = try ServiceCheck(
        of: alias, now: present(alias, in: registry.root), to: target, in: registry,
        allowing: allowance)
      let lock = try registry.lock(for: "rollback \(alias)", timeoutSeconds: lockTimeoutSeconds)
      defer { withExtendedLifetime(lock) {} }
      // Another writer may have set the alias meanwhile.
      let isSame = try present(alias, in: registry.root).0?.version == check.current
      let again = if let version { version } else { try previous(of: alias, in: registry) }
      guard isSame, again == earlier else {
        lock.finish()
        continue
      }
      var promotion = try set(
        alias, to: target, event: .rollback, expecting: expectation, by: actor,
        reason: check.reason(reason), allowance: check.allowance, in: registry, under: lock)
      promotion.comparisonFailure = check.failure
      return promotion
    }
  }

  /// Refuses to make a version champion by a rollback that never was one, where gates would be asked of it.
  /// A damaged history or policy stops nothing: a rollback is how service is restored.
  private func refuseUnproven(
    _ version: ModelVersion, in registry: RegistryDirectory
  ) throws(RegistryError) {
    guard let policy = try? registry.policy().promotion(), !policy.gates.isEmpty,
      let history = try? registry.history()
    else { return }
    let settings = history.filter { $0.alias == .champion }
    guard settings.contains(where: { $0.version == version || $0.previous == version }) else {
      throw .neverChampion(version)
    }
  }

  private func previous(
    of alias: AliasName, in registry: RegistryDirectory
  ) throws(RegistryError) -> ModelVersion {
    guard let current = try AliasRecord.read(alias, in: registry.root) else {
      throw .noSuchAlias(alias, registry: path, known: try registry.aliases())
    }
    let events = try registry.history()
    let stack = PromotionStack(events.filter { $0.alias == alias })
    guard let previous = stack.previous(skipping: Retirements(events)) else {
      throw .nothingToRollBackTo(alias, current: current.version)
    }
    return previous
  }
}
