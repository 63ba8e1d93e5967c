extension Manifest {
  /// The sealed text of a new manifest.
  static func text(
    version: ModelVersion, createdAt: Timestamp, registeredBy: String, notes: String,
    files: [File], lineage: Lineage, allowance: Allowance? = nil,
    unsafe: UnsafeAllowance? = nil
  ) throws(RegistryError) -> [UInt8] {
    // Paths of one version differ: two files cannot have one name.
    let hashes = files.map {
      JSONObject.Member(key: $0.path, value: .string($0.digest.description))
    }
    let sizes = files.map {
      JSONObject.Member(key: $0.path, value: $0.byteCount.map(JSONValue.integer) ?? .null)
    }
    let baseline = ArtifactKind.baseline.storedName + "/"
    var fields: JSONObject = [
      "schema_version": .integer(schemaVersion),
      "version": .string(version.description),
      "status": "registered",
      "created_at": .string(createdAt.description),
      "registered_by": .string(registeredBy),
      "notes": .string(notes),
      "artifacts": .array(files.map { .string($0.path) }),
      "hashes": .object(JSONObject(distinctMembers: hashes)),
      "sizes": .object(JSONObject(distinctMembers: sizes)),
      "has_baseline": .bool(files.contains { $0.path.hasPrefix(baseline) }),
      "lineage": .object([
        "run_id": .optional(lineage.runID),
        "data_sha256": .optional(lineage.dataSHA256),
        "code_version": .optional(lineage.codeVersion),
        "parent": .optional(lineage.parent?.description),
      ]),
    ]
    fields[Allowance.field] = allowance?.json
    fields[UnsafeAllowance.field] = unsafe?.json
    return try Seal.sealedText(fields, path: fileName)
  }
}
