extension GoldenRows {
  /// Reads the text of a file, which errors call `path`.
  ///
  /// - Throws: ``RegistryError/invalidArtifactJSON(path:_:)``, ``RegistryError/notAnObject(path:)``,
  ///   ``RegistryError/newerFormat(path:found:known:)``, or
  ///   ``RegistryError/unfitArtifact(path:field:expected:)``, which names the member:
  ///   `rows[2].output`. Members that are not known are passed over.
  /// - Complexity: O(*n*) in the bytes, of which there are at most 16 MiB.
  public init(bytes: [UInt8], path: String) throws(RegistryError) {
    guard let fields = try ArtifactKind.goldenRows.value(in: bytes, path: path).objectValue else {
      throw .notAnObject(path: path)
    }
    let reader = Reader(fields: fields, path: path)
    try reader.checkSchemaVersion()
    tolerance = try reader.tolerance()
    rows = try reader.rows()
  }

  /// Takes the members out of the file's object.
  private struct Reader {
    let fields: JSONObject
    let path: String

    func checkSchemaVersion() throws(RegistryError) {
      guard let found = fields["schema_version"]?.integerValue, found >= 1 else {
        throw wrong("schema_version", "\(GoldenRows.schemaVersion)")
      }
      guard found == GoldenRows.schemaVersion else {
        throw .newerFormat(path: path, found: found, known: GoldenRows.schemaVersion)
      }
    }

    func tolerance() throws(RegistryError) -> Double {
      guard let tolerance = fields["tolerance"]?.doubleValue, tolerance >= 0 else {
        throw wrong("tolerance", "a number from 0")
      }
      return tolerance
    }

    func rows() throws(RegistryError) -> [Row] {
      guard let elements = fields["rows"]?.arrayValue,
        (1...GoldenRows.maximumRows).contains(elements.count)
      else { throw wrong("rows", "an array of 1 to \(GoldenRows.maximumRows) objects") }
      var rows: [Row] = []
      for (index, element) in elements.enumerated() {
        let place = "rows[\(index)]"
        rows.append(
          Row(
            input: try object("input", of: element, at: place),
            output: try output(of: element, at: place)))
      }
      return rows
    }

    private func output(of row: JSONValue, at place: String) throws(RegistryError) -> JSONObject {
      let output = try object("output", of: row, at: place)
      guard !output.members.isEmpty else {
        throw wrong("\(place).output", "an object with a value for each output")
      }
      for member in output.members where !member.value.isPlain {
        throw wrong("\(place).output.\(shown(member.key))", "a number, text or a truth value")
      }
      return output
    }

    private func object(
      _ name: String, of row: JSONValue, at place: String
    ) throws(RegistryError) -> JSONObject {
      guard let object = row[name]?.objectValue else {
        throw wrong("\(place).\(name)", "an object")
      }
      return object
    }

    private func wrong(_ field: String, _ expected: String) -> RegistryError {
      .unfitArtifact(path: path, field: field, expected: expected)
    }
  }
}

extension JSONValue {
  /// Whether it is one value, or null, and a number only if a `Double` holds it.
  fileprivate var isPlain: Bool {
    switch self {
    case .null, .bool, .string: true
    case .number(let number): number.double != nil
    case .array, .object: false
    }
  }
}
