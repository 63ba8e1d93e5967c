import Registry

extension Command {
  static let promote = Command(
    "promote", in: .promoteAndResolve, summary: "set an alias, by default champion, to a version",
    discussion: """
      Hashes every file of the version first, then replaces the alias file in one step: a reader \
      sees the old one or the new one. Setting an alias to what it means already changes nothing. \
      With --expect, two who promote at once cannot overrule each other unseen. Where policy.json has \
      gates, champion is set only if all of them pass: see 'registry gate'. --force sets it anyway, and \
      goes on record with what the gates said.
      """,
    arguments: [.version],
    options: [.version, .alias, .expect, .reason, .actor] + Option.evidence + [.force]
      + Option.place + [.json],
    exitCodes: [
      .notFound, .alreadyExists, .integrityFailure, .refused, .inconclusive, .busy, .newerFormat,
    ],
    examples: [
      Example("registry promote --version v1.2.0 --reason 'better recall'", "serves v1.2.0"),
      Example("registry promote v1.2.0 --expect v1.1.0", "serves v1.2.0 if v1.1.0 serves now"),
    ]
  ) { invocation, console in
    let (registry, version) = (try invocation.registry(), try invocation.version())
    let alias = try AliasName(invocation.string(.alias))
    let force = try invocation.words(.force)
    if force != nil, alias != .champion {
      throw invocation.failure(.conflictingOptions(Option.alias.name, Option.force.name))
    }
    do {
      let promotion = try registry.promote(
        version, to: alias, expecting: invocation.expectation(), by: invocation.actor,
        reason: invocation.reason,
        scored: alias == .champion ? invocation.scoredRows(version, in: registry) : nil,
        forcing: force)
      return try console.write(promotion, asJSON: invocation.flag(.json))
    } catch RegistryError.notPromoted(let report) {
      if invocation.flag(.json) {
        try console.write(report.json)
      } else {
        try console.write(report)
      }
      throw RegistryError.notPromoted(report)
    }
  }

  static let rollback = Command(
    "rollback", in: .promoteAndResolve, summary: "set an alias back to an earlier version",
    discussion: """
      Without a version, goes back to the one before: promotions stack up and rollbacks take away, \
      so that after promoting A, B and C two rollbacks lead to B and then to A. Versions that were \
      yanked are skipped.

      Where today's callers, or those who work with the answers, would break, it is refused with exit \
      code 6 and the list of changes, unless --allow-incompatible says why. Versions that cannot be \
      compared are warned of, and stop nothing.
      """,
    arguments: [.version],
    options: [.version, .alias, .expect, .allowIncompatible, .reason, .actor] + Option.place
      + [.json],
    exitCodes: [
      .notFound, .alreadyExists, .integrityFailure, .refused, .busy, .newerFormat,
    ],
    examples: [Example("registry rollback --reason 'alarms since noon'", "goes one step back")]
  ) { invocation, console in
    let promotion = try console.explainingRefusal {
      try invocation.registry().rollback(
        AliasName(invocation.string(.alias)), to: invocation.versionIfGiven(),
        expecting: invocation.expectation(), by: invocation.actor, reason: invocation.reason,
        allowingIncompatible: invocation.allowance())
    }
    if let failure = promotion.comparisonFailure {
      console.warning("not compared with what served before: \(failure.message)")
    }
    return try console.write(promotion, asJSON: invocation.flag(.json))
  }
}

extension Option {
  fileprivate static let force = Option.value(
    "--force", "REASON", help: "promote whatever the gates say; the reason goes on record")
}

extension Console {
  /// Says what an alias means now.
  func write(_ promotion: Promotion, asJSON: Bool) throws -> ExitCode {
    if let damage = promotion.replacedDamage { warning("replaced: \(damage.message)") }
    warn(ofHistoryFailure: promotion.historyFailure)
    let record = promotion.record
    if !asJSON, !promotion.wasAlreadyThere, let gates = record.gates {
      try write(gates)
      try writeLine()
    }
    if asJSON {
      try write(.object(record.fields))
    } else if promotion.wasAlreadyThere {
      try writeLine("\(record.alias) is \(record.version) already")
    } else {
      let before = record.previous.map { "; it was \($0)" } ?? ""
      try writeLine("\(record.alias) is \(record.version)\(before)")
    }
    return .done
  }
}
