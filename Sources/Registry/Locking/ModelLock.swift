/// What a deployment pins: a version, its manifest and every file of it, by digest.
///
/// Kept with the code that serves, it makes every deployment load the same bytes, wherever an alias
/// points meanwhile. See `docs/format.md`, section 7.9.
public struct ModelLock: Sendable, Equatable {
  /// What was asked for when the lock was made.
  public let reference: ModelReference
  /// The version that it meant then.
  public let version: ModelVersion
  /// The digest of the version's manifest.
  public let manifestDigest: SHA256Digest
  /// The digest of each file of the version, by path, in the order of the paths' bytes.
  public let hashes: [Hash]
  /// When the lock was made, as the file says it.
  public let lockedAt: String

  /// The digest of one file.
  public struct Hash: Sendable, Equatable {
    /// The path below the version's directory.
    public let path: String
    /// The digest of the file.
    public let digest: SHA256Digest
  }

  /// The newest `lock_version` that this release reads and the one it writes.
  static let lockVersion = 1

  /// Reads a lock file; links are followed.
  ///
  /// - Throws: ``RegistryError/noSuchFile(path:)``, ``RegistryError/newerFormat(path:found:known:)``,
  ///   or the integrity error that says what is wrong with it.
  public init(path: String) throws(RegistryError) {
    let source = try FileSource(regularFile: path)
    var bytes: [UInt8] = []
    while try source.read(upTo: 1 << 16, into: &bytes) > 0 {
      guard bytes.count <= JSONReader.maximumBytes else {
        throw .fileTooLarge(path: path, limit: JSONReader.maximumBytes)
      }
    }
    try self.init(RecordFile(bytes, path: path))
  }

  init(_ record: RecordFile) throws(RegistryError) {
    guard let lockVersion = try record.integer("lock_version") else {
      throw record.wrong("lock_version", "a number")
    }
    guard lockVersion <= Self.lockVersion else {
      throw .newerFormat(path: record.path, found: lockVersion, known: Self.lockVersion)
    }
    guard lockVersion == Self.lockVersion else {
      throw record.wrong("lock_version", "\(Self.lockVersion)")
    }
    guard let version = try record.version("version") else {
      throw record.wrong("version", "a version")
    }
    guard let digest = try record.digest("manifest_sha256") else {
      throw record.wrong("manifest_sha256", "a SHA-256 in lowercase digits")
    }
    guard let reference = try? ModelReference(record.string("reference")) else {
      throw record.wrong("reference", "an alias, a version or a range")
    }
    self.reference = reference
    self.version = version
    manifestDigest = digest
    hashes = try Self.hashes(record)
    lockedAt = try record.string("locked_at")
  }

  private static func hashes(_ record: RecordFile) throws(RegistryError) -> [Hash] {
    guard let members = record.fields["hashes"]?.objectValue?.members else {
      throw record.wrong("hashes", "an object of SHA-256 by path")
    }
    var hashes: [Hash] = []
    for member in members {
      guard let text = member.value.stringValue, let digest = SHA256Digest(text),
        digest.description == text
      else {
        throw record.wrong("hashes", "an object of SHA-256 by path")
      }
      hashes.append(Hash(path: member.key, digest: digest))
    }
    return hashes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  init(_ reference: ModelReference, manifest: Manifest, at time: Timestamp) {
    self.reference = reference
    version = manifest.version
    manifestDigest = manifest.digest
    hashes = manifest.files.map { Hash(path: $0.path, digest: $0.digest) }
    lockedAt = time.description
  }

  /// The content of the lock file.
  public var json: JSONValue {
    let members = hashes.map {
      JSONObject.Member(key: $0.path, value: .string($0.digest.description))
    }
    return .object([
      "lock_version": .integer(Self.lockVersion),
      "reference": .string(reference.description),
      "version": .string(version.description),
      "manifest_sha256": .string(manifestDigest.description),
      "hashes": .object(JSONObject(distinctMembers: members)),
      "locked_at": .string(lockedAt),
    ])
  }
}
