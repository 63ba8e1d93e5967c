/// What a version is made of: written once at register, never changed.
public struct Manifest: Sendable, Equatable {
  /// The version.
  public let version: ModelVersion
  /// When it was registered, as the file says it.
  public let createdAt: String
  /// Who registered it; empty when the file does not say.
  public let registeredBy: String
  /// What the registrant wrote.
  public let notes: String
  /// Every file, ordered by path.
  public let files: [File]
  /// Whether a monitoring baseline is among the files.
  public let hasBaseline: Bool
  /// Where the model comes from.
  public let lineage: Lineage
  /// The digest of `manifest.json`, which an alias pins; computed when it is asked for.
  public var digest: SHA256Digest { SHA256.digest(of: text) }
  let text: [UInt8]
  /// Whether the file carries a seal; one of another tool does not.
  public let isSealed: Bool
  /// Every field of the file, those that this library does not know among them.
  public let fields: JSONObject

  /// One file of a version.
  public struct File: Sendable, Equatable {
    /// The path below the version's directory, with `/` between its parts.
    public let path: String
    /// The digest of the content.
    public let digest: SHA256Digest
    /// The size; `nil` when the manifest does not state it.
    public let byteCount: Int?
  }

  /// Where a model comes from; what is not known is `nil`.
  public struct Lineage: Sendable, Equatable {
    /// The training run.
    public var runID: String?
    /// The digest of the training data.
    public var dataSHA256: String?
    /// The revision of the code that trained it.
    public var codeVersion: String?
    /// The highest version below this one when it was registered.
    public var parent: ModelVersion?

    /// An origin; what is not given is not known.
    public init(
      runID: String? = nil, dataSHA256: String? = nil, codeVersion: String? = nil,
      parent: ModelVersion? = nil
    ) {
      self.runID = runID
      self.dataSHA256 = dataSHA256
      self.codeVersion = codeVersion
      self.parent = parent
    }
  }

  static let fileName = "manifest.json"
  /// The newest `schema_version` that this release reads and the one it writes.
  static let schemaVersion = 1
}
