import Registry

extension Command {
  static let show = Command(
    "show", in: .look, summary: "tell all about one version",
    discussion: "Without a version, tells about the champion.",
    arguments: [.reference], options: [.version] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [Example("registry show v1.2.0", "tells who registered it, its files and metrics")]
  ) { invocation, console in
    let registry = try invocation.registry()
    let reference = try invocation.referenceIfGiven() ?? .alias(.champion)
    let details = try registry.details(of: reference)
    if invocation.flag(.json) {
      try console.write(json(details))
    } else {
      try console.write(text(details, style: console.outputStyle))
    }
    return .done
  }

  private static func json(_ details: VersionDetails) -> JSONValue {
    .object([
      "version": .string(details.manifest.version.description),
      "status": .string(details.summary.status.rawValue),
      "aliases": .array(details.summary.aliases.map { .string($0.description) }),
      "directory": .string(details.directory),
      "manifest_sha256": .string(details.manifest.digest.description),
      "manifest": .object(details.manifest.fields),
      "metrics": .object(details.metrics.fields),
      "signature": .object(details.signature.fields),
      "yank": details.yank?.json ?? .null,
      "approvals": .array(details.approvals.map(\.json)),
    ])
  }

  private static func text(_ details: VersionDetails, style: TextStyle) -> String {
    let manifest = details.manifest
    let lineage = manifest.lineage
    let facts: [(String, String?)] = [
      ("version", manifest.version.description),
      ("status", details.summary.standing),
      ("directory", details.directory),
      ("registered", "\(manifest.createdAt) by \(manifest.registeredBy)"),
      ("notes", manifest.notes),
      ("unsafe", manifest.unsafeAllowance.map { "allowed: \($0)" }),
      ("yanked", details.yank.map { "\($0.time) by \($0.actor): \($0.reason)" }),
      ("approved", approvals(details.approvals)),
      ("parent", lineage.parent?.description),
      ("run", lineage.runID),
      ("data", lineage.dataSHA256.map { "sha256 \($0)" }),
      ("code", lineage.codeVersion),
      ("manifest", "sha256 \(manifest.digest)"),
      ("inputs", inputs(details.signature)),
    ]
    var text = ""
    for case (let name, let value?) in facts where !value.isEmpty {
      text += "\(name.padded(to: 11))  \(value.escapedForTerminal)\n"
    }
    return text + "\n" + details.metrics.table(style: style) + "\n" + files(manifest, style)
  }

  /// Who vouched for it, each once.
  private static func approvals(_ entries: [JournalEntry]) -> String {
    var names: [String] = []
    for entry in entries where !names.contains(entry.actor) { names.append(entry.actor) }
    return names.isEmpty ? "" : "by " + names.joined(separator: ", ")
  }

  private static func inputs(_ signature: ModelSignature) -> String {
    let names = signature.inputs.map(\.name)
    let shown = names.prefix(6).joined(separator: ", ")
    return names.count > 6 ? "\(names.count): \(shown), …" : "\(names.count): \(shown)"
  }

  private static func files(_ manifest: Manifest, _ style: TextStyle) -> String {
    var table = TextTable([.init("FILE"), .init("BYTES", .right), .init("SHA-256")])
    for file in manifest.files {
      table.add([
        file.path, file.byteCount.map(String.init) ?? "-",
        String(file.digest.description.prefix(16)) + "…",
      ])
    }
    return table.text(style: style)
  }
}
