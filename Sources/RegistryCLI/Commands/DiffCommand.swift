import Registry

extension Command {
  static let diff = Command(
    "diff", in: .look,
    summary: "compare two versions, or a version and artifacts",
    discussion: """
      Compares signature, metrics, metadata and files of two versions (aliases and ranges, too), or \
      of one with what training left. Each change of the signature is a rule with the part of the \
      number that has to rise for it; for one that breaks callers a row is shown that one side takes \
      and the other one refuses, as both were asked. The exit code does not tell whether anything \
      differs.
      """,
    arguments: [.before, .after], options: [.artifacts] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry diff v1.0.0 v1.1.0", "compares two versions"),
      Example("registry diff champion", "compares what serves with artifacts/"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let before = try ModelReference(invocation.argument(.before))
    let diff: VersionDiff
    if let after = invocation.argument(ifGiven: .after) {
      guard invocation.options[Option.artifacts.name] == nil else {
        throw invocation.failure(.conflictingOptions(Argument.after.name, Option.artifacts.name))
      }
      diff = try registry.diff(from: before, to: ModelReference(after))
    } else {
      let artifacts = try ArtifactDirectory(invocation.string(.artifacts))
      diff = try registry.diff(from: before, to: artifacts)
    }
    if invocation.flag(.json) {
      try console.write(diff.json)
    } else {
      try console.write(diff.text(style: console.outputStyle))
    }
    return .done
  }
}

extension Argument {
  fileprivate static let before = Argument(
    "BEFORE", .version, help: "the older version, an alias or a range")
  fileprivate static let after = Argument(
    "AFTER", .version, help: "the newer one; what training left when it is left out",
    isOptional: true)
}

extension VersionDiff {
  fileprivate func text(style: TextStyle) -> String {
    var text = heading.escapedForTerminal + "\n" + compatibility.lines(before: before, after: after)
    if !metrics.isEmpty { text += "\n" + metricTable(style) }
    if !metadata.isEmpty { text += "\n" + metadataTable(style) }
    if !files.isEmpty { text += "\n" + fileTable(style) }
    return text
  }

  private var heading: String {
    let bump = compatibility.requiredBump.title
    let demand = smallestVersion.map { "\(bump), at least \($0)" } ?? bump
    let isSame = compatibility.changes.isEmpty ? "the same contract, " : ""
    return "\(before) → \(after): \(isSame)\(demand)"
  }

  private func metricTable(_ style: TextStyle) -> String {
    var table = TextTable([
      .init("METRIC"), .init(before, .right), .init(after, .right), .init("CHANGE", .right),
      .init(""),
    ])
    for metric in metrics {
      let judgement = metric.isBetter.map { $0 ? "better" : "worse" }
      table.add([
        metric.name, metric.before.map(Self.text) ?? "-", metric.after.map(Self.text) ?? "-",
        metric.change.map { ($0 > 0 ? "+" : "") + Self.text(of: $0) } ?? "-", judgement ?? "",
      ])
    }
    return table.text(style: style)
  }

  private func metadataTable(_ style: TextStyle) -> String {
    var table = TextTable([.init("METADATA"), .init(before), .init(after)])
    for field in metadata {
      table.add([field.name, Self.text(of: field.before), Self.text(of: field.after)])
    }
    return table.text(style: style)
  }

  private func fileTable(_ style: TextStyle) -> String {
    var table = TextTable([.init("FILE"), .init(before), .init(after)])
    for file in files {
      table.add([file.path, Self.text(of: file.before), Self.text(of: file.after)])
    }
    return table.text(style: style)
  }

  private static func text(of value: Double) -> String {
    value == value.rounded() && value.magnitude > 1
      ? value.rounded(toPlaces: 0) : value.rounded(toPlaces: 4)
  }

  /// A value on one line, cut short.
  private static func text(of value: JSONValue?) -> String {
    guard let value else { return "-" }
    let text = value.stringValue ?? String(decoding: value.compactText, as: UTF8.self)
    return text.count > 40 ? text.prefix(39) + "…" : text
  }

  private static func text(of file: Manifest.File?) -> String {
    file.map { String($0.digest.description.prefix(16)) + "…" } ?? "-"
  }
}

extension VersionDiff {
  fileprivate var json: JSONValue {
    .object([
      "before": .string(before),
      "after": .string(after),
      "required_bump": .string(compatibility.requiredBump.rawValue),
      "smallest_version": .optional(smallestVersion?.description),
      "changes": .array(compatibility.json(before: before, after: after)),
      "metrics": .array(metrics.map(Self.json)),
      "metadata": .array(
        metadata.map { field in
          .object([
            "field": .string(field.name), "before": field.before ?? .null,
            "after": field.after ?? .null,
          ])
        }),
      "files": .array(
        files.map { file in
          .object([
            "path": .string(file.path),
            "before": .optional(file.before?.digest.description),
            "after": .optional(file.after?.digest.description),
          ])
        }),
    ])
  }

  private static func json(_ metric: MetricChange) -> JSONValue {
    .object([
      "name": .string(metric.name),
      "before": metric.before.map(JSONValue.double) ?? .null,
      "after": metric.after.map(JSONValue.double) ?? .null,
      "change": metric.change.map(JSONValue.double) ?? .null,
      "larger_is_better": metric.largerIsBetter.map(JSONValue.bool) ?? .null,
    ])
  }
}
