/// What an alias means, since when, by whom, and in place of what.
public struct AliasRecord: Sendable, Equatable {
  /// The alias.
  public let alias: AliasName
  /// The version that it means.
  public let version: ModelVersion
  /// Since when, as the file says it.
  public let promotedAt: String
  /// Who said so; empty when the file does not say.
  public let promotedBy: String
  /// Why; empty when nothing was said.
  public let reason: String
  /// What it meant before.
  public let previous: ModelVersion?
  /// How many times it was set, this time counted; 0 in a file of another tool.
  public let generation: Int
  /// How it was set: by a promotion, a rollback, or by hand.
  public let event: JournalEntry.Event
  /// What the gates said when it was set by a promotion under a policy; `nil` otherwise.
  public let gates: GateReport?
  /// The digest of the version's manifest; `nil` in a file of another tool.
  public let manifestDigest: SHA256Digest?
  /// The digest of the alias file, computed when it is asked for: who only reads does not.
  public var digest: SHA256Digest { SHA256.digest(of: text) }
  private let text: [UInt8]
  /// Every field of the file, those that this library does not know among them.
  public let fields: JSONObject

  /// The alias file in a registry directory; `nil` when there is none.
  static func read(
    _ alias: AliasName, in directory: Directory
  ) throws(RegistryError) -> AliasRecord? {
    do { return try AliasRecord(RecordFile(alias.fileName, in: directory), alias: alias) } catch {
      if case .noSuchFile = error { return nil }
      throw error
    }
  }

  init(_ record: RecordFile, alias: AliasName) throws(RegistryError) {
    guard let version = try record.version("version") else {
      throw record.wrong("version", "a version")
    }
    self.alias = alias
    self.version = version
    promotedAt = try record.optionalString("promoted_at") ?? ""
    promotedBy = try record.optionalString("promoted_by") ?? ""
    reason = try record.optionalString("reason") ?? ""
    previous = try record.version(Self.previousField(alias))
    generation = try record.integer("generation") ?? 0
    let event = try record.optionalString("event").flatMap(JournalEntry.Event.init)
    self.event = event.flatMap { $0.setsAlias ? $0 : nil } ?? .promote
    gates = record.fields[GateReport.memberName].flatMap(GateReport.init)
    manifestDigest = try record.digest("manifest_sha256")
    text = record.text
    fields = record.fields
    // Only a file of another tool, which has no generation, may lack the seal.
    guard record.isSealed || generation == 0 else { throw .brokenSeal(path: record.path) }
  }

  /// The sealed text of the record that follows `before`; fields of `before` that this library
  /// does not know are kept.
  static func text(
    _ alias: AliasName, to version: ModelVersion, event: JournalEntry.Event, at time: Timestamp,
    by actor: String, reason: String, gates: GateReport?, manifestDigest: SHA256Digest,
    generation: Int, previous: ModelVersion?, before: AliasRecord?, allowance: Allowance? = nil
  ) throws(RegistryError) -> [UInt8] {
    var fields = before?.fields ?? JSONObject()
    fields["version"] = .string(version.description)
    fields["promoted_at"] = .string(time.description)
    fields["promoted_by"] = .string(actor)
    fields[previousField(alias)] = .optional(previous?.description)
    fields["generation"] = .integer(generation)
    fields["event"] = .string(event.rawValue)
    fields["reason"] = .string(reason)
    fields[GateReport.memberName] = gates?.json
    fields["manifest_sha256"] = .string(manifestDigest.description)
    fields["previous_sha256"] = .optional(before?.digest.description)
    // That of an earlier setting says nothing of this one.
    fields[Allowance.field] = allowance?.json
    return try Seal.sealedText(fields, path: alias.fileName)
  }

  private static func previousField(_ alias: AliasName) -> String {
    alias == .champion ? "previous_champion" : "previous_version"
  }
}
