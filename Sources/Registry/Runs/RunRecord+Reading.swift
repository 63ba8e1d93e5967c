extension RunRecord {
  /// Reads the `run.json` of a run.
  ///
  /// - Throws: The integrity error that names the field that is not as it must be,
  ///   ``RegistryError/newerFormat(path:found:known:)`` or a file error.
  init(of id: RunID, in directory: Directory) throws(RegistryError) {
    try self.init(RecordFile(Self.fileName, in: directory), of: id)
  }

  init(_ record: RecordFile, of id: RunID) throws(RegistryError) {
    guard let schema = try record.integer("schema_version") else {
      throw record.wrong("schema_version", "a whole number")
    }
    guard schema <= Self.schemaVersion else {
      throw .newerFormat(path: record.path, found: schema, known: Self.schemaVersion)
    }
    guard try record.string("run_id") == id.description else {
      throw record.wrong("run_id", "\(id), the name of its directory")
    }
    guard let status = RunStatus(rawValue: try record.string("status")) else {
      throw record.wrong(
        "status", "one of: " + RunStatus.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard let createdAt = Timestamp(try record.string("created_at")) else {
      throw record.wrong("created_at", "a moment")
    }
    self.id = id
    self.status = status
    self.createdAt = createdAt
    durationSeconds = try record.number("duration_seconds", "a number from 0") { $0 >= 0 } ?? 0
    try readOrigin(record)
    try readOutcome(record)
  }

  private mutating func readOrigin(_ record: RecordFile) throws(RegistryError) {
    error = try record.optionalString("error")
    name = try record.optionalString("name")
    host = try record.optionalString("host")
    user = try record.optionalString("user")
    codeVersion = try record.optionalString("code_version")
    release = try record.object("libs_versions")["registry"]?.stringValue
    dataFile = try record.optionalString("data_file")
    dataSHA256 = try record.digest("data_sha256")
    seed = try record.seed()
    modelFamily = try record.optionalString("model_family")
    parent = try record.parent()
    resource = try record.number("resource", "a share above 0") { $0 > 0 && $0 <= 1 }
    tags = try record.tags()
    notes = try record.optionalString("notes") ?? ""
  }

  private mutating func readOutcome(_ record: RecordFile) throws(RegistryError) {
    parameters = try record.object("parameters")
    metrics = EvaluationMetrics(fields: try record.object("metrics"))
    curves = try record.curves()
  }
}

extension RecordFile {
  /// The value of a field; `nil` when it is absent or null.
  private func value(_ field: String) -> JSONValue? {
    fields[field].flatMap { $0 == .null ? nil : $0 }
  }

  /// An object; an empty one when it is absent or null.
  fileprivate func object(_ field: String) throws(RegistryError) -> JSONObject {
    guard let value = value(field) else { return JSONObject() }
    guard let object = value.objectValue else { throw wrong(field, "an object") }
    return object
  }

  fileprivate func number(
    _ field: String, _ expected: String, where isRight: (Double) -> Bool
  ) throws(RegistryError) -> Double? {
    guard let value = value(field) else { return nil }
    guard let number = value.doubleValue, isRight(number) else { throw wrong(field, expected) }
    return number
  }

  fileprivate func seed() throws(RegistryError) -> UInt64? {
    guard let value = value("seed") else { return nil }
    guard case .number(let number) = value, let seed = UInt64(number.literal) else {
      throw wrong("seed", "a whole number from 0")
    }
    return seed
  }

  fileprivate func parent() throws(RegistryError) -> RunID? {
    guard let text = try optionalString("parent") else { return nil }
    guard let parent = RunID(text) else { throw wrong("parent", "the name of a run") }
    return parent
  }

  fileprivate func tags() throws(RegistryError) -> [String] {
    guard let value = value("tags") else { return [] }
    let tags = value.arrayValue?.compactMap(\.stringValue)
    guard let tags, tags.count == value.arrayValue?.count else {
      throw wrong("tags", "an array of texts")
    }
    return tags
  }

  fileprivate func curves() throws(RegistryError) -> [RunCurve] {
    var curves: [RunCurve] = []
    for member in try object("curves").members {
      var values: [Double] = []
      for element in member.value.arrayValue ?? [.bool(false)] {
        guard let value = element == .null ? Double.nan : element.doubleValue else {
          throw wrong("curves", "an object of arrays of numbers")
        }
        values.append(value)
      }
      curves.append(RunCurve(member.key, values))
    }
    return curves
  }
}
