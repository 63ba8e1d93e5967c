import Registry

extension Command {
  static let why = Command(
    "why", in: .look, summary: "tell on one screen why a version serves, or does not",
    discussion: """
      Says what is served, since when, by whom and in place of what; what changed for callers and which \
      part of the number that asks for; what the gates said and on which evidence; who vouched for it; \
      from which data, code and seed it comes; and the digest that pins it. Without a version, of the \
      champion.
      """,
    arguments: [.reference], options: [.version] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry why", "tells why the champion serves"),
      Example("registry why v1.2.0", "tells what became of v1.2.0"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let provenance = try registry.provenance(
      of: invocation.referenceIfGiven() ?? .alias(.champion))
    for problem in provenance.problems { console.warning(problem.message) }
    if invocation.flag(.json) {
      try console.write(provenance.json)
    } else {
      try console.write(provenance.text(style: console.outputStyle))
    }
    return .done
  }
}

extension Provenance {
  fileprivate func text(style: TextStyle) -> String {
    let sections = [standing, changeText, gatesText(style), approvalText, lineageText]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var version: ModelVersion { details.manifest.version }

  // MARK: Where it stands

  private var standing: String {
    let manifest = details.manifest
    var facts: [(String, String?)] = []
    if let alias {
      facts += [
        ("since", alias.promotedAt),
        ("set by", Self.who(alias.promotedBy, alias.reason)),
        ("in place of", alias.previous?.description ?? "nothing"),
      ]
    } else if let lastPromotion {
      facts += [
        ("champion", "from \(lastPromotion.time)" + (replacement.map { " to \($0.time)" } ?? "")),
        ("set by", Self.who(lastPromotion.actor, lastPromotion.reason)),
        (
          "replaced",
          replacement.map { "with \($0.version) by " + Self.who($0.actor, $0.reason) }
        ),
      ]
    }
    facts += [
      (
        "rejected",
        rejection.map { "\($0.time), asked by \($0.actor): " + ($0.gates?.summary ?? "") }
      ),
      ("yanked", details.yank.map { "\($0.time) by " + Self.who($0.actor, $0.reason) }),
      ("registered", "\(manifest.createdAt) by " + Self.who(manifest.registeredBy, manifest.notes)),
      ("metric", details.summary.metric.map { "\($0.name) \($0.value.shortened)" }),
      ("unsafe", unsafeAllowance.map { "allowed: \($0)" }),
      ("directory", details.directory),
      ("manifest", "sha256 \(manifest.digest)"),
    ]
    return "\(version) \(headline)\n" + Self.lines(facts)
  }

  private var headline: String {
    switch details.summary.status {
    case .champion: "serves as champion"
    case .archived: "was champion"
    case .rejected: "was rejected: the gates refused it"
    case .yanked: "was withdrawn"
    case .staged: "is " + details.summary.aliases.map(\.description).joined(separator: ", ")
    case .registered, .damaged: "is registered and has not served as champion"
    }
  }

  private static func who(_ actor: String, _ reason: String) -> String {
    (actor.isEmpty ? "somebody" : actor) + (reason.isEmpty ? "" : ": \(reason)")
  }

  private static func lines(_ facts: [(String, String?)]) -> String {
    facts.reduce(into: "") { text, fact in
      guard let value = fact.1, !value.isEmpty else { return }
      text += "  \(fact.0.padded(to: 12)) \(value.escapedForTerminal)\n"
    }
  }

  // MARK: What changed, and on which evidence

  private var changeText: String {
    guard let predecessor, let compatibility else { return "" }
    let bump = compatibility.requiredBump.title
    let what = compatibility.changes.isEmpty ? "the same contract" : bump
    var text = "change from \(predecessor): \(what)\n"
    text += compatibility.lines(
      before: predecessor.description, after: version.description, showsWitnesses: false)
    if let allowance { text += "  allowed: \(allowance)".escapedForTerminal + "\n" }
    return text
  }

  private func gatesText(_ style: TextStyle) -> String {
    guard let gates else { return "gates: nothing on record\n" }
    return "gates\n" + gates.text(style: style)
  }

  private var approvalText: String {
    guard !details.approvals.isEmpty else { return "approvals: none\n" }
    return details.approvals.reduce(into: "approvals\n") { text, line in
      text += "  \(line.time) \(Self.who(line.actor, line.reason))".escapedForTerminal + "\n"
    }
  }

  private var lineageText: String {
    let lineage = details.manifest.lineage
    let file = metadata["data_file"]?.stringValue.map { " (\($0))" } ?? ""
    return "lineage\n"
      + Self.lines([
        ("data", lineage.dataSHA256.map { "sha256 \($0)\(file)" } ?? "not stated"),
        ("code", lineage.codeVersion ?? "not stated"),
        ("seed", Self.text(metadata["seed"]) ?? "not stated"),
        ("family", Self.text(metadata["model_family"])),
        ("trained", Self.text(metadata["created_at"])),
        ("run", lineage.runID),
        ("parent", lineage.parent?.description),
      ])
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let value, value != .null else { return nil }
    return value.stringValue ?? String(decoding: value.compactText, as: UTF8.self)
  }
}

extension Provenance {
  fileprivate var json: JSONValue {
    .object([
      "version": .string(version.description),
      "status": .string(details.summary.status.rawValue),
      "aliases": .array(details.summary.aliases.map { .string($0.description) }),
      "alias": alias.map { .object($0.fields) } ?? .null,
      "last_promotion": lastPromotion?.json ?? .null,
      "replaced_by": replacement?.json ?? .null,
      "predecessor": .optional(predecessor?.description),
      "required_bump": .optional(compatibility?.requiredBump.rawValue),
      "changes": .array(
        compatibility?.json(
          before: predecessor?.description ?? "", after: version.description) ?? []),
      "allowed_incompatible": details.manifest.fields["allowed_incompatible"] ?? .null,
      "gates": gates?.json ?? .null,
      "rejection": rejection?.json ?? .null,
      "approvals": .array(details.approvals.map(\.json)),
      "yank": details.yank?.json ?? .null,
      "metric": details.summary.metric?.json ?? .null,
      "lineage": details.manifest.fields["lineage"] ?? .null,
      "seed": metadata["seed"] ?? .null,
      "registered_at": .string(details.manifest.createdAt),
      "registered_by": .string(details.manifest.registeredBy),
      "directory": .string(details.directory),
      "manifest_sha256": .string(details.manifest.digest.description),
    ])
  }
}
