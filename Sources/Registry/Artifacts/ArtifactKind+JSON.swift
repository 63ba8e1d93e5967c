extension ArtifactKind {
  /// What an artifact of this kind holds, which must be JSON.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The file, for messages.
  /// - Returns: The value.
  /// - Throws: ``RegistryError/invalidArtifactJSON(path:_:)``, ``RegistryError/notAnObject(path:)``,
  ///   or ``RegistryError/unfitArtifact(path:field:expected:)`` for a signature that is none.
  func value(in bytes: [UInt8], path: String) throws(RegistryError) -> JSONValue {
    let value: JSONValue
    do { value = try JSONReader.value(bytes) } catch {
      throw .invalidArtifactJSON(path: path, error)
    }
    if isJSONObject, value.objectValue == nil { throw .notAnObject(path: path) }
    if self == .signature { try Self.check(signature: value, path: path) }
    return value
  }

  private static func check(signature: JSONValue, path: String) throws(RegistryError) {
    do { _ = try ModelSignature(fields: signature.objectValue ?? JSONObject(), path: path) } catch {
      guard case .invalidField(let path, let field, let expected) = error else { throw error }
      throw .unfitArtifact(path: path, field: field, expected: expected)
    }
  }
}
