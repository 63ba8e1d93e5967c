extension Manifest {
  /// Reads the manifest in a version's directory.
  ///
  /// A manifest without `schema_version` was written by another tool: of its `hashes`, those
  /// whose key is a file name (it has a `.`) and whose value is a SHA-256 count.
  init(of version: ModelVersion, in directory: Directory) throws(RegistryError) {
    try self.init(RecordFile(Self.fileName, in: directory), of: version)
  }

  init(_ record: RecordFile, of version: ModelVersion) throws(RegistryError) {
    let schema = try record.integer("schema_version")
    if let schema, schema > Self.schemaVersion {
      throw .newerFormat(path: record.path, found: schema, known: Self.schemaVersion)
    }
    // Only a manifest of another tool, which has no schema_version, may lack the seal.
    guard schema == nil || record.isSealed else { throw .brokenSeal(path: record.path) }
    guard try record.version("version") == version else {
      throw record.wrong("version", "\(version), the name of its directory")
    }
    self.version = version
    createdAt = try record.optionalString("created_at") ?? ""
    let registrant = try record.optionalString("registered_by")
    let promoter = try record.optionalString("promoted_by")
    registeredBy = registrant ?? promoter ?? ""
    notes = try record.optionalString("notes") ?? ""
    files = try Self.files(record, isLenient: schema == nil)
    hasBaseline = record.fields["has_baseline"]?.boolValue ?? false
    lineage = try Self.lineage(record)
    text = record.text
    isSealed = record.isSealed
    fields = record.fields
  }

  private static func files(
    _ record: RecordFile, isLenient: Bool
  ) throws(RegistryError) -> [File] {
    guard let hashes = record.fields["hashes"]?.objectValue else {
      if isLenient { return [] }
      throw record.wrong("hashes", "an object of SHA-256")
    }
    var sizes: [[UInt8]: Int] = [:]
    for member in record.fields["sizes"]?.objectValue?.members ?? [] {
      sizes[Array(member.key.utf8)] = member.value.integerValue
    }
    var files: [File] = []
    for member in hashes.members {
      guard let digest = member.value.stringValue.flatMap(SHA256Digest.init),
        isSafe(member.key), !isLenient || member.key.contains(".")
      else {
        if isLenient { continue }
        throw record.wrong("hashes", "an object of SHA-256 by path below the version")
      }
      files.append(
        File(path: member.key, digest: digest, byteCount: sizes[Array(member.key.utf8)]))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether a path that was read stays below the directory: no empty part, no `.`, no `..`.
  private static func isSafe(_ path: String) -> Bool {
    PathText.parts(path).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0)
    }
  }

  private static func lineage(_ record: RecordFile) throws(RegistryError) -> Lineage {
    guard let lineage = record.fields["lineage"]?.objectValue else { return Lineage() }
    return Lineage(
      runID: lineage["run_id"]?.stringValue, dataSHA256: lineage["data_sha256"]?.stringValue,
      codeVersion: lineage["code_version"]?.stringValue,
      parent: lineage["parent"]?.stringValue.flatMap { try? ModelVersion($0) })
  }
}
