/// Reads inputs and outputs out of a signature file, strictly where a member is known.
struct SignatureReader {
  let fields: JSONObject
  let path: String

  func inputs() throws(RegistryError) -> [ModelSignature.Input] {
    let plain = try schema("input_schema").map {
      ModelSignature.Input(name: $0.name, type: $0.type)
    }
    guard let entries = try entries("inputs") else { return plain }
    var inputs: [ModelSignature.Input] = []
    for entry in entries { inputs.append(try input(entry)) }
    try check("inputs", inputs.map { Column(name: $0.name, type: $0.type) }, "input_schema")
    return inputs
  }

  func outputs() throws(RegistryError) -> [ModelSignature.Output] {
    let plain = try schema("output_schema").map {
      ModelSignature.Output(name: $0.name, type: $0.type)
    }
    guard let entries = try entries("outputs") else { return plain }
    var outputs: [ModelSignature.Output] = []
    for entry in entries { outputs.append(try output(entry)) }
    try check("outputs", outputs.map { Column(name: $0.name, type: $0.type) }, "output_schema")
    return outputs
  }

  // MARK: Entries

  private func input(_ entry: SignatureEntry) throws(RegistryError) -> ModelSignature.Input {
    var input = ModelSignature.Input(name: try entry.name(), type: try entry.type())
    input.isRequired = try entry.truth("required")
    input.isNullable = try entry.truth("nullable")
    input.isDerived = try entry.truth("derived")
    input.levels = try entry.texts("levels")
    input.unknownLevels = try entry.choice("unknown_levels")
    input.range = try entry.range("range")
    if input.levels != nil, input.type.isNumeric {
      throw entry.wrong("levels", "left out, as it must be where the type is no text")
    }
    if input.range != nil, input.type == .string {
      throw entry.wrong("range", "left out, as it must be where the type is no number")
    }
    return input
  }

  private func output(_ entry: SignatureEntry) throws(RegistryError) -> ModelSignature.Output {
    var output = ModelSignature.Output(name: try entry.name(), type: try entry.type())
    output.classes = try entry.texts("classes")
    output.positiveClass = try entry.text("positive_class")
    if let classes = output.classes, let positive = output.positiveClass,
      !classes.contains(where: { $0.hasSameBytes(as: positive) })
    {
      throw entry.wrong("positive_class", "one of the classes")
    }
    return output
  }

  // MARK: Lists

  private struct Column {
    let name: String
    let type: DataType
  }

  /// The columns of a schema, which is an object of type names; none when it is not there.
  private func schema(_ name: String) throws(RegistryError) -> [Column] {
    guard let value = fields[name], value != .null else { return [] }
    guard let members = value.objectValue?.members else {
      throw wrong(name, "an object of type names by column")
    }
    return members.map { Column(name: $0.key, type: DataType(reading: $0.value)) }
  }

  private func entries(_ name: String) throws(RegistryError) -> [SignatureEntry]? {
    guard let value = fields[name], value != .null else { return nil }
    guard let elements = value.arrayValue else { throw wrong(name, "an array of objects") }
    var entries: [SignatureEntry] = []
    for (index, element) in elements.enumerated() {
      let place = "\(name)[\(index)]"
      guard let object = element.objectValue else { throw wrong(place, "an object") }
      entries.append(SignatureEntry(fields: object, path: path, place: place))
    }
    return entries
  }

  /// Refuses names that stand twice, and entries that are not what the schema says.
  private func check(
    _ name: String, _ entries: [Column], _ schemaName: String
  ) throws(RegistryError) {
    var seen = ByteKeySet()
    for (index, entry) in entries.enumerated() where !seen.insert(entry.name) {
      throw wrong("\(name)[\(index)].name", "another name than those before it")
    }
    guard let value = fields[schemaName], value != .null else { return }
    let schema = try schema(schemaName)
    for (index, entry) in entries.enumerated() {
      guard index < schema.count, schema[index].name.hasSameBytes(as: entry.name) else {
        let expected = index < schema.count ? "'\(schema[index].name)'" : "left out"
        throw wrong("\(name)[\(index)].name", "\(expected), as '\(schemaName)' has it")
      }
      guard schema[index].type == entry.type else {
        throw wrong("\(name)[\(index)].type", "the type that '\(schemaName)' gives '\(entry.name)'")
      }
    }
    if schema.count > entries.count {
      throw wrong(name, "complete: '\(schema[entries.count].name)' of '\(schemaName)' is missing")
    }
  }

  private func wrong(_ field: String, _ expected: String) -> RegistryError {
    .invalidField(path: path, field: field, expected: expected)
  }
}
