import Registry

extension Command {
  static let alias = Command(
    "alias", in: .promoteAndResolve, summary: "list the aliases, or set one by hand",
    discussion: """
      Without words, lists what each alias means, since when and by whom. With a name and a version, \
      sets that alias, as atomically as promote does. 'champion', which serves, is set by promote \
      and rollback alone.
      """,
    arguments: [.aliasName, .version],
    options: [.expect, .reason, .actor] + Option.place + [.json],
    exitCodes: [
      .notFound, .alreadyExists, .integrityFailure, .refused, .busy, .newerFormat,
    ],
    examples: [
      Example("registry alias", "lists the aliases"),
      Example("registry alias staging v1.3.0-rc.1", "lets staging mean v1.3.0-rc.1"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    guard let name = invocation.argument(ifGiven: .aliasName) else {
      return try console.write(registry.aliases(), asJSON: invocation.flag(.json))
    }
    let promotion = try registry.setAlias(
      AliasName(name), to: ModelVersion(invocation.argument(.version)),
      expecting: invocation.expectation(), by: invocation.actor, reason: invocation.reason)
    return try console.write(promotion, asJSON: invocation.flag(.json))
  }
}

extension Argument {
  fileprivate static let aliasName = Argument(
    "NAME", help: "the alias, such as staging", isOptional: true)
}

extension Console {
  fileprivate func write(_ aliases: [AliasRecord], asJSON: Bool) throws -> ExitCode {
    if asJSON {
      let members = aliases.map {
        JSONObject.Member(key: $0.alias.description, value: .object($0.fields))
      }
      try write(.object(JSONObject(distinctMembers: members)))
    } else if aliases.isEmpty {
      note("no alias is set")
    } else {
      var table = TextTable([
        .init("ALIAS"), .init("VERSION"), .init("SINCE"), .init("BY"), .init("WHY"),
      ])
      for record in aliases {
        table.add([
          record.alias.description, record.version.description,
          Timestamp(record.promotedAt)?.description ?? record.promotedAt, record.promotedBy,
          record.reason,
        ])
      }
      try write(table.text(style: outputStyle))
    }
    return .done
  }
}
