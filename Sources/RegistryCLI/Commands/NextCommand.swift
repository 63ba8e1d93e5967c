import Registry

extension Command {
  static let next = Command(
    "next", in: .trainAndRegister, summary: "print the smallest version that artifacts may have",
    discussion: """
      Compares what training left with the highest release and prints the smallest number that is \
      legal and free: MAJOR rises where callers break, MINOR where something is new, PATCH for the \
      rest; below v1.0.0 MINOR where callers break and PATCH for the rest. docs/compatibility.md has \
      the rules. The number alone goes to standard output, the reasons to standard error.
      """,
    options: [.artifacts, .since, .rules] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry next", "prints, for example, v1.3.0, and what is new"),
      Example("registry next --since v1.2.0", "prints the next number in the line of v1.2.0"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    if invocation.flag(.rules) { return try console.writeRules(asJSON: invocation.flag(.json)) }
    let since = try invocation.string(ifGiven: .since).map { try ModelVersion($0) }
    let next = try registry.nextVersion(
      for: ArtifactDirectory(invocation.string(.artifacts)), since: since)
    if invocation.flag(.json) {
      try console.write(next.json)
    } else {
      try console.writeLine(next.version.description)
      console.note(next.why)
      if let compatibility = next.compatibility, let baseline = next.baseline {
        console.say(compatibility.lines(before: baseline.description, after: "the artifacts"))
      }
    }
    return .done
  }
}

extension Option {
  fileprivate static let since = Option.value(
    "--since", "VERSION", .version, help: "the version that it follows",
    default: .described("the highest release that was not yanked"))
}

extension Option {
  fileprivate static let rules = Option.flag(
    "--rules", help: "print the rules for version numbers, and nothing else")
}

extension Console {
  /// Writes every rule with what it asks for where no policy says otherwise.
  fileprivate func writeRules(asJSON: Bool) throws -> ExitCode {
    if asJSON {
      try write(.array(CompatibilityRule.allCases.map(\.json)))
      return .done
    }
    var table = TextTable([
      .init("RULE"), .init("PART"), .init("STRICT"), .init("LEVEL"), .init("CHANGE"),
    ])
    for rule in CompatibilityRule.allCases {
      table.add([
        rule.rawValue, rule.defaultBump.title, rule.strictBump.title,
        rule.defaultLevel.rawValue, rule.meaning,
      ])
    }
    try write(table.text(style: outputStyle))
    return .done
  }
}

extension CompatibilityRule {
  fileprivate var json: JSONValue {
    .object([
      "rule": .string(rawValue), "meaning": .string(meaning),
      "bump": .string(defaultBump.rawValue),
      "strict_bump": .string(strictBump.rawValue),
      "level": .string(defaultLevel.rawValue),
    ])
  }
}

extension NextVersion {
  /// Which part of the number rises, and since when.
  var why: String {
    guard let baseline else { return "there is no release to compare with" }
    guard let compatibility, !compatibility.reasons.isEmpty else {
      return "PATCH since \(baseline): nothing changed that callers rely on"
    }
    return "\(compatibility.requiredBump.title) since \(baseline)"
  }

  fileprivate var json: JSONValue {
    .object([
      "version": .string(version.description),
      "baseline": .optional(baseline?.description),
      "required_bump": .optional(compatibility?.requiredBump.rawValue),
      "changes": .array(
        compatibility.map {
          $0.json(before: baseline?.description ?? "", after: "artifacts")
        } ?? []),
    ])
  }
}
