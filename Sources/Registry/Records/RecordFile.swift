/// A record as it lies on disk: bytes that are a JSON object and, where they are sealed, unchanged.
struct RecordFile {
  let path: String
  let fields: JSONObject
  let text: [UInt8]
  let isSealed: Bool

  /// Reads and checks a record.
  ///
  /// - Throws: a file error, or the integrity error that names what is wrong.
  init(_ name: String, in directory: Directory) throws(RegistryError) {
    self = try Self(Self.text(name, in: directory), path: directory.pathOf(name))
  }

  /// The bytes of a record, not yet read.
  static func text(_ name: String, in directory: Directory) throws(RegistryError) -> [UInt8] {
    let file: OpenFile
    do { file = try directory.regularFile(name) } catch {
      guard case .notARegularFile(let path) = error else { throw error }
      throw .damagedFile(path: path, .notARegularFile)
    }
    return try file.readAll(limit: JSONReader.maximumBytes)
  }

  init(_ bytes: [UInt8], path: String) throws(RegistryError) {
    self.path = path
    let offsets: [(key: String, offset: Int)]
    (fields, offsets) = try Self.object(bytes, path: path)
    let sealOffset = offsets.first { $0.key == Seal.memberName }?.offset
    let isIntact = Seal.isIntact(bytes, sealOffset: sealOffset)
    guard isIntact != false else { throw .brokenSeal(path: path) }
    isSealed = isIntact == true
    text = bytes
  }

  /// The members of the JSON object that `bytes` spell, and where their values begin. An artifact
  /// is read so: a seal in it would be its own affair.
  static func object(
    _ bytes: [UInt8], path: String
  ) throws(RegistryError) -> (fields: JSONObject, offsets: [(key: String, offset: Int)]) {
    let value: JSONValue
    let offsets: [(key: String, offset: Int)]
    do { (value, offsets) = try JSONReader.read(bytes) } catch {
      throw .invalidJSON(path: path, error)
    }
    guard let fields = value.objectValue else {
      throw .invalidJSON(path: path, JSONError(offset: 0, reason: .notAnObject))
    }
    return (fields, offsets)
  }

  /// - Complexity: O(*n*): it is computed when it is asked for.
  var digest: SHA256Digest { SHA256.digest(of: text) }

  // MARK: Fields

  func string(_ field: String) throws(RegistryError) -> String {
    guard let text = fields[field]?.stringValue else { throw wrong(field, "text") }
    return text
  }

  /// The text, `nil` when the field is absent or null.
  func optionalString(_ field: String) throws(RegistryError) -> String? {
    switch fields[field] {
    case nil, .null: return nil
    case .string(let text): return text
    default: throw wrong(field, "text or null")
    }
  }

  func integer(_ field: String) throws(RegistryError) -> Int? {
    guard let value = fields[field] else { return nil }
    if case .null = value { return nil }
    // What is counted up must never overflow.
    guard let number = value.integerValue, (0..<Int(Int32.max)).contains(number) else {
      throw wrong(field, "a whole number from 0 to \(Int32.max - 1)")
    }
    return number
  }

  func digest(_ field: String) throws(RegistryError) -> SHA256Digest? {
    guard let text = try optionalString(field) else { return nil }
    // A capital digit is another spelling than ours.
    guard let digest = SHA256Digest(text), digest.digits.elementsEqual(text.utf8) else {
      throw wrong(field, "a SHA-256 in lowercase digits")
    }
    return digest
  }

  /// A version that was read is checked like one that was typed; `""` and null are none.
  func version(_ field: String) throws(RegistryError) -> ModelVersion? {
    guard let text = try optionalString(field), !text.isEmpty else { return nil }
    guard let version = try? ModelVersion(text) else { throw wrong(field, "a version") }
    return version
  }

  func wrong(_ field: String, _ expected: String) -> RegistryError {
    .invalidField(path: path, field: field, expected: expected)
  }
}
