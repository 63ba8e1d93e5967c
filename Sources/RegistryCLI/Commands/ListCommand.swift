import Registry

extension Command {
  static let list = Command(
    "list", in: .look, summary: "list the versions, highest first",
    discussion: """
      Shows each version with where it stands (its aliases, or 'archived' when it was champion, or \
      'registered'), when it was registered and its main metric: the one that training ranked by, \
      or the first of the usual ones.
      """,
    options: [.metric, .namesOnly] + Option.place + [.json],
    exitCodes: [.notFound, .newerFormat],
    examples: [Example("registry list --metric recall", "shows the recall of every version")]
  ) { invocation, console in
    let registry = try invocation.registry()
    if invocation.flag(.namesOnly) { return try console.writeNames(of: registry) }
    let (versions, problems) = try registry.versionsAndProblems(
      metric: invocation.string(ifGiven: .metric))
    for problem in problems + versions.compactMap(\.problem) {
      console.warning(problem.message)
    }
    if invocation.flag(.json) {
      try console.write(.object(["versions": .array(versions.map(\.json))]))
    } else if versions.isEmpty {
      console.note("no version is registered in '\(registry.path)'")
    } else {
      try console.write(table(versions).text(style: console.outputStyle))
    }
    return .done
  }

  private static func table(_ versions: [VersionSummary]) -> TextTable {
    let first = versions.lazy.compactMap { $0.metric?.name }.first
    let isShared = versions.allSatisfy { $0.metric == nil || $0.metric?.name == first }
    let shared = isShared ? first : nil
    var table = TextTable([
      .init("VERSION"), .init("STATUS"), .init("REGISTERED"), .init("BY"),
      .init(shared?.uppercased() ?? "METRIC", .right),
    ])
    for version in versions {
      let metric = version.metric.map { metric in
        (shared == nil ? "\(metric.name) " : "") + metric.value.rounded(toPlaces: 4)
      }
      table.add([
        version.version.description, version.standing,
        Timestamp(version.createdAt)?.description ?? version.createdAt, version.registeredBy,
        metric ?? "-",
      ])
    }
    return table
  }
}

extension Option {
  fileprivate static let metric = Option.value(
    "--metric", "NAME", help: "the metric to show, such as recall or test_metrics.f1",
    default: .described("the main one of each version"))
  fileprivate static let namesOnly = Option.flag(
    "--names-only", help: "print only the names of versions and aliases, a line each")
}

extension Console {
  fileprivate func writeNames(of registry: ModelRegistry) throws -> ExitCode {
    for name in try registry.names() { try writeLine(name) }
    return .done
  }
}

extension VersionSummary {
  /// The aliases that mean the version, or where it stands otherwise.
  var standing: String {
    guard !aliases.isEmpty else { return status.rawValue }
    let names = aliases.map(\.description).joined(separator: ", ")
    return [.damaged, .yanked, .rejected].contains(status) ? "\(names), \(status.rawValue)" : names
  }

  var json: JSONValue {
    .object([
      "version": .string(version.description),
      "status": .string(status.rawValue),
      "aliases": .array(aliases.map { .string($0.description) }),
      "created_at": .string(createdAt),
      "registered_by": .string(registeredBy),
      "notes": .string(notes),
      "metric": metric?.json ?? .null,
      "problem": .optional(problem?.message),
    ])
  }
}

extension EvaluationMetrics.Entry {
  var json: JSONValue { .object(["name": .string(name), "value": .double(value)]) }
}
