extension Manifest {
  /// The sealed text of a new manifest.
  static func text(
    version: ModelVersion, createdAt: Timestamp, registeredBy: String, notes: String,
    files: [File], lineage: Lineage
  ) -> [UInt8] {
    var hashes = JSONObject()
    var sizes = JSONObject()
    for file in files {
      hashes[file.path] = .string(file.digest.description)
      sizes[file.path] = file.byteCount.map(JSONValue.integer) ?? .null
    }
    let baseline = ArtifactKind.baseline.storedName + "/"
    return Seal.sealedText([
      "schema_version": .integer(schemaVersion),
      "version": .string(version.description),
      "status": "registered",
      "created_at": .string(createdAt.description),
      "registered_by": .string(registeredBy),
      "notes": .string(notes),
      "artifacts": .array(files.map { .string($0.path) }),
      "hashes": .object(hashes),
      "sizes": .object(sizes),
      "has_baseline": .bool(files.contains { $0.path.hasPrefix(baseline) }),
      "lineage": .object([
        "run_id": .optional(lineage.runID),
        "data_sha256": .optional(lineage.dataSHA256),
        "code_version": .optional(lineage.codeVersion),
        "parent": .optional(lineage.parent?.description),
      ]),
    ])
  }
}
