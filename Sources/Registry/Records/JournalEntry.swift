/// One line of the history: who did what, when and why.
public struct JournalEntry: Sendable, Equatable {
  /// What was done.
  public enum Event: String, Sendable, CaseIterable {
    /// A version was registered.
    case register
    /// An alias was set to a version.
    case promote
    /// An alias was set back to an earlier version.
    case rollback
    /// An alias was set by hand, without what a promotion asks for.
    case alias
    /// Somebody vouched for a version.
    case approve
    /// The gates kept a version from becoming champion.
    case reject
    /// A version was withdrawn; its files stay.
    case yank
    /// A yank was undone.
    case restore
    /// A version was removed; its number stays taken.
    case prune

    /// Whether it sets an alias: the alias file is then the commit, and the line follows it.
    var setsAlias: Bool { self == .promote || self == .rollback || self == .alias }
    /// Whether the line itself is the commit, since no other file tells of the event.
    var isCommittedByLine: Bool { self != .register && !setsAlias }
  }

  /// What was done.
  public let event: Event
  /// When, as ISO 8601.
  public let time: String
  /// Who.
  public let actor: String
  /// Why; the notes of a registration.
  public let reason: String
  /// The version that the event is about, or that the alias was set to.
  public let version: ModelVersion
  /// The alias that was set; `nil` for events that set none.
  public let alias: AliasName?
  /// The generation of the alias; `nil` for events that set none.
  public let generation: Int?
  /// What the alias meant before.
  public let previous: ModelVersion?
  /// The digest of the version's manifest.
  public let manifestDigest: SHA256Digest?
  /// The main metric of a version that was registered; `nil` when it has none, and for other events.
  public internal(set) var metric: EvaluationMetrics.Entry?
  /// What the gates said of a promotion under a policy, or of one that they refused; `nil` otherwise.
  public internal(set) var gates: GateReport?

  /// The entry that a manifest, and a metrics file with this main metric, stand for.
  init(registering manifest: Manifest, metric: EvaluationMetrics.Entry?) {
    event = .register
    time = manifest.createdAt
    actor = Self.clipped(manifest.registeredBy)
    reason = Self.clipped(manifest.notes)
    version = manifest.version
    alias = nil
    generation = nil
    previous = nil
    manifestDigest = manifest.digest
    self.metric = metric
  }

  /// The entry that an alias file stands for.
  init(setting record: AliasRecord, generation: Int) {
    event = record.event
    time = record.promotedAt
    actor = Self.clipped(record.promotedBy)
    reason = Self.clipped(record.reason)
    version = record.version
    alias = record.alias
    self.generation = generation
    previous = record.previous
    gates = record.gates
    manifestDigest = record.manifestDigest
  }

  /// The beginning of a text that a file holds whole: the line of a file that can be read must be one
  /// that can be read.
  private static func clipped(_ text: String) -> String {
    guard text.utf8.count > maximumTextBytes else { return text }
    return String(decoding: text.utf8.prefix(maximumTextBytes), as: UTF8.self)
  }

  /// Escaped, six times as many bytes.
  private static let maximumTextBytes = 1 << 20

  /// The entry of an event that the line itself commits.
  init(
    _ event: Event, _ version: ModelVersion, at time: Timestamp, by actor: String, reason: String,
    gates: GateReport? = nil, manifestDigest: SHA256Digest?
  ) {
    self.event = event
    self.time = time.description
    self.actor = actor
    self.reason = reason
    self.version = version
    alias = nil
    generation = nil
    previous = nil
    self.gates = gates
    self.manifestDigest = manifestDigest
  }
}

extension JournalEntry {
  /// The entry of a line, from its parts.
  init(
    event: Event, time: String, actor: String, reason: String, version: ModelVersion,
    alias: AliasName?, generation: Int?, previous: ModelVersion?, manifestDigest: SHA256Digest?,
    metric: EvaluationMetrics.Entry?
  ) {
    self.event = event
    self.time = time
    self.actor = actor
    self.reason = reason
    self.version = version
    self.alias = alias
    self.generation = generation
    self.previous = previous
    self.manifestDigest = manifestDigest
    self.metric = metric
  }

  /// Reads one line.
  init(_ record: RecordFile) throws(RegistryError) {
    guard let event = Event(rawValue: try record.string("event")) else {
      throw record.wrong("event", "an event that this release knows")
    }
    guard let version = try record.version("version") else {
      throw record.wrong("version", "a version")
    }
    self.event = event
    self.version = version
    time = try record.optionalString("time") ?? ""
    actor = try record.optionalString("actor") ?? ""
    reason = try record.optionalString("reason") ?? ""
    alias = try record.optionalString("alias").flatMap { try? AliasName($0) }
    generation = try record.integer("generation")
    guard !event.setsAlias || (alias != nil && generation != nil) else {
      throw record.wrong("alias", "an alias with its generation")
    }
    previous = try record.version("previous_version")
    manifestDigest = try record.digest("manifest_sha256")
    metric = try Self.metric(record)
    gates = record.fields[GateReport.memberName].flatMap(GateReport.init)
    // Lines had no seal once; a seal whose name was damaged must not pass for one of those.
    let isOld = !event.isCommittedByLine && record.fields.keys.last == Self.linkField
    guard record.isSealed || isOld else { throw .brokenSeal(path: record.path) }
  }

  private static func metric(
    _ record: RecordFile
  ) throws(RegistryError) -> EvaluationMetrics.Entry? {
    switch record.fields["metric"] {
    case nil, .null: return nil
    case let metric?:
      guard let name = metric["name"]?.stringValue, let value = metric["value"]?.doubleValue else {
        throw record.wrong("metric", "a name with a number")
      }
      return EvaluationMetrics.Entry(name: name, value: value)
    }
  }

  private static let linkField = "previous_sha256"

  /// The sealed line, without its line break, that follows a line with the digest `previousLine`.
  ///
  /// - Throws: ``RegistryError/fileTooLarge(path:limit:)`` when it is larger than is read back.
  func line(
    sequence: Int, previousLine: SHA256Digest?
  ) throws(RegistryError) -> [UInt8] {
    var fields: JSONObject = [
      "sequence": .integer(sequence),
      "time": .string(time),
      "event": .string(event.rawValue),
      "version": .string(version.description),
    ]
    if let alias {
      fields["alias"] = .string(alias.description)
      fields["generation"] = generation.map(JSONValue.integer) ?? .null
      fields["previous_version"] = .optional(previous?.description)
    }
    fields["actor"] = .string(actor)
    fields["reason"] = .string(reason)
    fields["manifest_sha256"] = .optional(manifestDigest?.description)
    if let metric {
      fields["metric"] = .object([
        "name": .string(metric.name), "value": .double(metric.value),
      ])
    }
    fields[GateReport.memberName] = gates?.json
    fields[Self.linkField] = .optional(previousLine?.description)
    return try Seal.sealedText(fields, onOneLine: true, path: Journal.fileName)
  }
}
