import Registry

extension Command {
  static let history = Command(
    "history", in: .look, summary: "tell who registered and moved what, when and why",
    discussion: """
      Prints every registration, promotion and rollback, oldest first; with an alias or a version, \
      those that concern it.
      """,
    arguments: [.subject], options: Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [Example("registry history champion", "tells what served, since when and why")]
  ) { invocation, console in
    let subject = try invocation.argument(ifGiven: .subject).map { try ModelReference($0) }
    let entries = try invocation.registry().history().filter { $0.concerns(subject) }
    if invocation.flag(.json) {
      try console.write(.object(["events": .array(entries.map(\.json))]))
    } else if entries.isEmpty {
      console.note("nothing is recorded")
    } else {
      try console.write(table(entries).text(style: console.outputStyle))
    }
    return .done
  }

  private static func table(_ entries: [JournalEntry]) -> TextTable {
    var table = TextTable([
      .init("TIME"), .init("EVENT"), .init("ALIAS"), .init("VERSION"), .init("BEFORE"), .init("BY"),
      .init("WHY"),
    ])
    for entry in entries {
      table.add([
        Timestamp(entry.time)?.description ?? entry.time, entry.event.rawValue,
        entry.alias?.description ?? "-", entry.version.description,
        entry.previous?.description ?? "-", entry.actor, entry.reason,
      ])
    }
    return table
  }
}

extension Argument {
  fileprivate static let subject = Argument(
    "SUBJECT", .version, help: "an alias or a version", isOptional: true)
}

extension JournalEntry {
  /// Whether the event registered the version, or set the alias, or moved one to the version.
  fileprivate func concerns(_ subject: ModelReference?) -> Bool {
    switch subject {
    case .alias(let alias): self.alias == alias
    case .exact(let version): self.version == version
    case .requirement(let requirement): requirement.accepts(version)
    case nil, .development: true
    }
  }

  fileprivate var json: JSONValue {
    .object([
      "time": .string(time),
      "event": .string(event.rawValue),
      "alias": .optional(alias?.description),
      "version": .string(version.description),
      "previous_version": .optional(previous?.description),
      "generation": generation.map(JSONValue.integer) ?? .null,
      "actor": .string(actor),
      "reason": .string(reason),
      "manifest_sha256": .optional(manifestDigest?.description),
    ])
  }
}
