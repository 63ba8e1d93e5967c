import Registry

extension Command {
  static let history = Command(
    "history", in: .look, summary: "tell who registered and moved what, when and why",
    discussion: """
      Prints every registration, setting of an alias, approval, yank and removal, oldest first; with \
      an alias or a version, those that concern it. --verify checks that no line was edited, \
      dropped, swapped or put in, and prints the head: the number of lines and the digest of the \
      newest. Keep the digest elsewhere: --head DIGEST later finds out whether lines were cut off.
      """,
    arguments: [.subject],
    options: [.follow, .verify, .head] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry history champion", "tells what served, since when and why"),
      Example("registry history --verify", "checks the chain and prints its head"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let subject = try invocation.argument(ifGiven: .subject).map { try ModelReference($0) }
    if invocation.flag(.verify) || invocation.string(ifGiven: .head) != nil {
      return try verify(registry, invocation, console)
    }
    if invocation.flag(.follow) {
      let follower = HistoryFollower(
        registry: registry, subject: subject, isJSON: invocation.flag(.json))
      try follower.run(console) {
        pause(milliseconds: 500)
        return true
      }
      return .done
    }
    let history = try registry.history()
    let entries = history.filter { $0.concerns(subject) }
    if case .alias(let alias)? = subject, entries.isEmpty, try registry.alias(alias) == nil {
      let known = Set(history.compactMap(\.alias))
      throw RegistryError.noSuchAlias(
        alias, registry: registry.path, known: known.sorted { $0.description < $1.description })
    }
    if invocation.flag(.json) {
      try console.write(.object(["events": .array(entries.map(\.json))]))
    } else if entries.isEmpty {
      console.note("nothing is recorded")
    } else {
      try console.write(table(entries).text(style: console.outputStyle))
    }
    return .done
  }

  private static func verify(
    _ registry: ModelRegistry, _ invocation: Invocation, _ console: Console
  ) throws -> ExitCode {
    var known: SHA256Digest?
    if let text = invocation.string(ifGiven: .head) {
      known = SHA256Digest(text)
      guard known != nil else {
        throw invocation.failure(
          .invalidValue(text, name: Option.head.name, expected: "a digest of 64 hexadecimal digits")
        )
      }
    }
    let head = try registry.checkHistory(contains: known)
    if invocation.flag(.json) {
      try console.write(
        .object([
          "lines": .integer(head.lineCount), "head": .optional(head.digest?.description),
        ]))
    } else {
      let digest = head.digest.map { ", head \($0)" } ?? ""
      try console.writeLine("\(counted(head.lineCount, "line"))\(digest): as written")
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
        entry.previous?.description ?? "-", entry.actor, entry.why,
      ])
    }
    return table
  }
}

extension Option {
  fileprivate static let follow = Option.flag(
    "--follow", help: "go on printing what happens, a line each, until interrupted")
  fileprivate static let verify = Option.flag(
    "--verify", help: "check the chain of the history and print its head")
  fileprivate static let head = Option.value(
    "--head", "DIGEST", help: "check, too, that this head of an earlier day is still there")
}

extension Argument {
  fileprivate static let subject = Argument(
    "SUBJECT", .version, help: "an alias or a version", isOptional: true)
}

extension JournalEntry {
  /// The reason, and what the gates said where they refused.
  fileprivate var why: String {
    guard event == .reject, let gates else { return reason }
    return (reason.isEmpty ? "" : reason + "; ") + gates.summary
  }

  /// Whether the event registered the version, or set the alias, or moved one to the version.
  func concerns(_ subject: ModelReference?) -> Bool {
    switch subject {
    case .alias(let alias): self.alias == alias
    case .exact(let version): self.version == version
    case .requirement(let requirement): requirement.accepts(version)
    case nil, .development: true
    }
  }

  var json: JSONValue {
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
      "metric": metric?.json ?? .null,
      "gates": gates?.json ?? .null,
    ])
  }
}
