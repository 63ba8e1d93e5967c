/// What a model takes and gives: named inputs and outputs with their types, in order.
public struct ModelSignature: Sendable, Equatable {
  /// The inputs, in the order of the file.
  public let inputs: [Field]
  /// The outputs, in the order of the file.
  public let outputs: [Field]
  /// Every field of the file, those that this library does not know among them.
  public let fields: JSONObject

  /// A named value.
  public struct Field: Sendable, Equatable {
    /// The name, as callers spell it.
    public let name: String
    /// The type, in the common vocabulary.
    public let type: DataType

    /// An input or output of this name and type.
    public init(name: String, type: DataType) {
      self.name = name
      self.type = type
    }
  }

  /// Reads a signature file's fields.
  ///
  /// - Parameters:
  ///   - fields: The members of the file's object.
  ///   - path: The file, for messages.
  /// - Throws: ``RegistryError/invalidField(path:field:expected:)`` when `input_schema` or
  ///   `output_schema` is there and is no object.
  public init(fields: JSONObject, path: String) throws(RegistryError) {
    self.fields = fields
    inputs = try Self.schema("input_schema", fields, path)
    outputs = try Self.schema("output_schema", fields, path)
  }

  private static func schema(
    _ name: String, _ fields: JSONObject, _ path: String
  ) throws(RegistryError) -> [Field] {
    guard let value = fields[name], value != .null else { return [] }
    guard let members = value.objectValue?.members else {
      throw .invalidField(path: path, field: name, expected: "an object of type names by column")
    }
    return members.map { member in
      let type = member.value.stringValue.map(DataType.init)
      let spelling = String(decoding: member.value.compactText, as: UTF8.self)
      return Field(name: member.key, type: type ?? .other(spelling))
    }
  }
}
