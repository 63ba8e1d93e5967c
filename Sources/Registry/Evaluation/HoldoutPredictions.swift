/// What a model answered on rows that it was not trained on: `holdout_predictions.csv`.
public struct HoldoutPredictions: Sendable, Equatable {
  /// In the order of the file; no two have one id in one split.
  public let rows: [Row]

  /// One row that was held out.
  public struct Row: Sendable, Equatable {
    /// What names the row in the data that it came from.
    public let id: String
    /// The part of the data that it belongs to, such as `test`; empty where the file has no
    /// column for it.
    public let split: String
    /// The true label, as the data spells it.
    public let label: String
    /// Of the positive label, in 0...1.
    public let probability: Double

    var key: Key { Key(id: id, split: split) }
  }

  /// How large a file is read: 1 GiB.
  public static let maximumBytes = 1 << 30

  /// Reads a file.
  ///
  /// Columns are found by name, in any order: `row_id`, `label`, `probability`, and `split` where
  /// it is there; others are not looked at. The predictions of a model for several labels or for
  /// numbers have other columns, and are refused as such.
  ///
  /// - Throws: ``RegistryError/unfitPredictions(path:line:_:)`` for the first fault in the text,
  ///   ``RegistryError/emptyFile(path:)``, ``RegistryError/noSuchFile(path:)``,
  ///   ``RegistryError/notARegularFile(path:)``, ``RegistryError/fileTooLarge(path:limit:)`` or
  ///   ``RegistryError/fileCallFailed(call:path:errno:)``.
  /// - Complexity: O(*n*) in the bytes of the file, all of which are in memory meanwhile.
  public init(path: String) throws(RegistryError) {
    let source = try FileSource(regularFile: path)
    guard try !source.isDirectory() else { throw .notARegularFile(path: path) }
    var bytes: [UInt8] = []
    while try source.read(upTo: 1 << 20, into: &bytes) > 0 {
      guard bytes.count <= Self.maximumBytes else {
        throw .fileTooLarge(path: path, limit: Self.maximumBytes)
      }
    }
    try self.init(bytes: bytes, path: path)
  }

  /// Reads the text of a file, which errors call `path`; the rest as ``init(path:)``.
  public init(bytes: [UInt8], path: String) throws(RegistryError) {
    guard !bytes.isEmpty else { throw .emptyFile(path: path) }
    var reader = HoldoutPredictionsReader(bytes, path: path)
    rows = try reader.rows()
  }

  /// Those of a registered version, compared with the digest in its manifest; `nil` when it was
  /// registered without any.
  init?(_ version: VersionDirectory) throws(RegistryError) {
    let name = ArtifactKind.holdoutPredictions.storedName
    guard version.manifest.files.contains(where: { $0.path == name }) else { return nil }
    let bytes = try version.read(name, limit: Self.maximumBytes)
    try self.init(bytes: bytes, path: version.directory.pathOf(name))
  }

  /// The names of the splits, each once, in the order of the file.
  public var splits: [String] {
    var names: [String] = []
    // Rows of one split mostly stand together.
    for row in rows where names.last?.hasSameBytes(as: row.split) != true {
      if !names.contains(where: { $0.hasSameBytes(as: row.split) }) { names.append(row.split) }
    }
    return names
  }

  /// The rows of one split, or all of them.
  func rows(of split: String?) -> [Row] {
    guard let split else { return rows }
    return rows.filter { $0.split.hasSameBytes(as: split) }
  }

  /// What tells rows apart, byte for byte.
  struct Key: Hashable {
    let id: String
    let split: String

    static func == (one: Key, other: Key) -> Bool {
      one.id.hasSameBytes(as: other.id) && one.split.hasSameBytes(as: other.split)
    }

    func hash(into hasher: inout Hasher) {
      // Rows of one file differ by their id, hardly ever by their split only.
      var id = id
      id.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
