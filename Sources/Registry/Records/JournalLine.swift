/// A line of the journal that was read and whose seal is intact.
struct JournalLine {
  let sequence: Int?
  /// The digest of the line before.
  let previous: SHA256Digest?
  let entry: JournalEntry
  /// The digest of this line.
  let digest: SHA256Digest

  /// Reads a part of the journal that is one line, without its line break.
  ///
  /// A line that is spelled as our writer spells it is read in one look at each byte; a history of
  /// thousands of lines is read that way ten times as fast as JSON.
  init(
    _ bytes: [UInt8], in range: Range<Int>, path: String, hasher: any SHA256Hasher.Type
  ) throws(RegistryError) {
    if let line = JournalLine(asWritten: bytes, in: range, hasher: hasher) {
      self = line
    } else {
      try self.init(RecordFile(Array(bytes[range]), path: path))
    }
  }

  /// Reads a line that is any JSON of the right form.
  init(_ record: RecordFile) throws(RegistryError) {
    sequence = try record.integer("sequence")
    previous = try record.digest("previous_sha256")
    entry = try JournalEntry(record)
    digest = record.digest
    // What chooses a version finds these lines by their spelling: one that it overlooks is damage.
    guard !entry.event.isCommittedByLine || Retirements.namesCommittingEvent(record.text[...])
    else { throw record.wrong("event", "spelled without escapes") }
  }

  /// Reads a line whose members stand in the order and with the spaces of our writer and whose
  /// text has no escapes, and checks its seal; `nil` for every other line, right or wrong.
  init?(asWritten bytes: [UInt8], in range: Range<Int>, hasher: any SHA256Hasher.Type) {
    var reader = JournalLineReader(bytes, in: range)
    guard reader.skip("{\"sequence\": "), let sequence = reader.wholeNumber(),
      reader.skip(", \"time\": "), let time = reader.string(),
      reader.skip(", \"event\": "), let name = reader.string(),
      let event = JournalEntry.Event(rawValue: name),
      reader.skip(", \"version\": "), let version = reader.version()
    else { return nil }
    var alias: AliasName?
    var generation: Int?
    var before: ModelVersion?
    if event.setsAlias {
      guard reader.skip(", \"alias\": "), let name = reader.string(),
        let known = try? AliasName(name), reader.skip(", \"generation\": "),
        let number = reader.wholeNumber(), reader.skip(", \"previous_version\": ")
      else { return nil }
      (alias, generation) = (known, number)
      if !reader.skip("null") {
        before = reader.version()
        guard before != nil else { return nil }
      }
    }
    guard reader.skip(", \"actor\": "), let actor = reader.string(),
      reader.skip(", \"reason\": "), let reason = reader.string(),
      reader.skip(", \"manifest_sha256\": "), let manifest = reader.digestOrNull()
    else { return nil }
    var metric: EvaluationMetrics.Entry?
    if reader.skip(", \"metric\": {\"name\": ") {
      guard let name = reader.string(), reader.skip(", \"value\": "), let value = reader.number(),
        reader.skip("}")
      else { return nil }
      metric = EvaluationMetrics.Entry(name: name, value: value)
    }
    guard reader.skip(", \"previous_sha256\": "), let previous = reader.digestOrNull(),
      reader.skip(", \"self_sha256\": \"")
    else { return nil }
    let sealStart = reader.position
    guard let seal = reader.digest(), reader.skip("\"}"), reader.isAtEnd,
      Seal.digest(
        of: bytes[range], blanking: sealStart..<sealStart + Seal.digitCount, hasher: hasher) == seal
    else { return nil }
    self.sequence = sequence
    self.previous = previous
    digest = hasher.digest(of: bytes[range])
    entry = JournalEntry(
      event: event, time: time, actor: actor, reason: reason, version: version, alias: alias,
      generation: generation, previous: before, manifestDigest: manifest, metric: metric)
  }
}
