import Registry

extension Command {
  static let yank = Command(
    "yank", in: .maintain, summary: "withdraw a version, or undo that",
    discussion: """
      The files stay. The version cannot be promoted or rolled back to any more, ranges skip it, and \
      resolving it by its number warns, or is refused when policy.json says "yanked_versions": \
      "refuse". An alias that means it goes on doing so: roll back first.
      """,
    arguments: [.version], options: [.version, .reason, .undo, .actor] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .busy, .newerFormat],
    examples: [
      Example("registry yank v1.2.0 --reason 'trained on leaked labels'", "withdraws v1.2.0"),
      Example("registry yank v1.2.0 --undo", "takes that back"),
    ]
  ) { invocation, console in
    let (registry, version) = (try invocation.registry(), try invocation.version())
    guard !invocation.flag(.undo) else {
      let recording = try registry.restore(
        version, by: invocation.actor, reason: invocation.reason)
      let text = recording.wasSoAlready ? "is not yanked" : "is restored"
      return try console.write(recording, text, asJSON: invocation.flag(.json))
    }
    let recording = try registry.yank(
      version, by: invocation.actor, reason: invocation.requiredReason())
    console.warnOfAliases(of: version, in: registry)
    let text = recording.wasSoAlready ? "is yanked already" : "is yanked"
    return try console.write(recording, text, asJSON: invocation.flag(.json))
  }

  static let approve = Command(
    "approve", in: .promoteAndResolve, summary: "put on record that you vouch for a version",
    discussion: """
      Each approval is a line of the history with who, when and why. An approved version is never \
      pruned.
      """,
    arguments: [.version], options: [.version, .reason, .actor] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .refused, .busy, .newerFormat],
    examples: [
      Example("registry approve v1.2.0 --reason 'read the report'", "approves as $USER")
    ]
  ) { invocation, console in
    let recording = try invocation.registry().approve(
      invocation.version(), by: invocation.actor, reason: invocation.reason)
    return try console.write(
      recording, "is approved by \(recording.entry.actor)", asJSON: invocation.flag(.json))
  }
}

extension Option {
  fileprivate static let undo = Option.flag("--undo", help: "make the version eligible again")
}

extension Console {
  /// What is withdrawn may serve still. An alias file that cannot be read is told of, too: the version
  /// is withdrawn all the same.
  fileprivate func warnOfAliases(of version: ModelVersion, in registry: ModelRegistry) {
    do {
      for record in try registry.aliases() where record.version == version {
        warning(
          "'\(record.alias)' still means \(version): registry rollback --alias \(record.alias)")
      }
    } catch { warning("which aliases still mean \(version) cannot be told: \(error.message)") }
  }

  fileprivate func write(
    _ recording: Recording, _ outcome: String, asJSON: Bool
  ) throws -> ExitCode {
    if asJSON {
      try write(recording.entry.json)
    } else {
      try writeLine("\(recording.entry.version) \(outcome)".escapedForTerminal)
    }
    return .done
  }
}
