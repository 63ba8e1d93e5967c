import Registry

extension Command {
  static let prune = Command(
    "prune", in: .maintain, summary: "remove old versions for good",
    discussion: """
      Keeps the highest versions, and whatever an alias means, a rollback would lead to, or somebody \
      approved. The numbers of removed versions stay taken: the history keeps a line of each. Look \
      first with --dry-run.
      """,
    options: [.keep, .olderThan, .dryRun, .reason, .actor] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .busy, .newerFormat],
    examples: [
      Example("registry prune --keep 10 --older-than 90d --dry-run", "tells what would go")
    ]
  ) { invocation, console in
    let isDryRun = invocation.flag(.dryRun)
    let pruning = try invocation.registry().prune(
      keeping: invocation.integer(.keep, in: 1...Int.max),
      olderThan: invocation.seconds(ifGiven: .olderThan), by: invocation.actor,
      reason: invocation.reason, isDryRun: isDryRun)
    if let failure = pruning.removalFailure {
      console.warning(
        "pruned, but files are left: \(failure.message) (the next command that writes tries again)")
    }
    if invocation.flag(.json) {
      try console.write(pruning.json(isDryRun: isDryRun))
    } else {
      for version in pruning.removed {
        try console.writeLine("\(isDryRun ? "would prune" : "pruned") \(version)")
      }
      for spared in pruning.spared {
        try console.writeLine("kept \(spared.version): \(spared.reason.text)")
      }
      let verb = isDryRun ? "would go" : "pruned"
      try console.writeLine(
        "\(counted(pruning.removed.count, "version")) \(verb), \(counted(pruning.byteCount, "byte"))"
      )
    }
    return .done
  }
}

extension Option {
  fileprivate static let keep = Option.value(
    "--keep", "N", help: "how many of the highest versions stay, at least 1")
  fileprivate static let olderThan = Option.value(
    "--older-than", "AGE", help: "only versions registered at least so long ago: 90d, 12h, 2w")
  fileprivate static let dryRun = Option.flag("--dry-run", help: "tell only; remove nothing")
}

extension Pruning {
  fileprivate func json(isDryRun: Bool) -> JSONValue {
    .object([
      "dry_run": .bool(isDryRun),
      "pruned": .array(removed.map { .string($0.description) }),
      "bytes": .integer(byteCount),
      "kept": .array(
        spared.map {
          .object([
            "version": .string($0.version.description), "reason": .string($0.reason.text),
          ])
        }),
    ])
  }
}

extension Pruning.Reason {
  fileprivate var text: String {
    switch self {
    case .alias(let alias): "'\(alias)' means it"
    case .rollbackTarget(let alias): "a rollback of '\(alias)' would lead to it"
    case .approved: "it is approved"
    case .recent: "it is not old enough"
    }
  }
}
