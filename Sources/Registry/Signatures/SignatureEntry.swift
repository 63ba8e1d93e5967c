/// One object of `inputs` or `outputs`: members that are null are not stated.
struct SignatureEntry {
  let fields: JSONObject
  let path: String
  /// Where it stands: `inputs[2]`.
  let place: String

  func name() throws(RegistryError) -> String {
    guard let name = fields["name"]?.stringValue else { throw wrong("name", "text") }
    return name
  }

  func type() throws(RegistryError) -> DataType {
    guard let type = fields["type"]?.stringValue else { throw wrong("type", "the name of a type") }
    return DataType(type)
  }

  func text(_ field: String) throws(RegistryError) -> String? {
    guard let value = stated(field) else { return nil }
    guard let text = value.labelText else { throw wrong(field, "a label") }
    return text
  }

  func truth(_ field: String) throws(RegistryError) -> Bool? {
    guard let value = stated(field) else { return nil }
    guard let truth = value.boolValue else { throw wrong(field, "true or false") }
    return truth
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _ field: String
  ) throws(RegistryError) -> Choice? where Choice.RawValue == String {
    guard let value = stated(field) else { return nil }
    guard let choice = value.stringValue.flatMap(Choice.init(rawValue:)) else {
      throw wrong(field, "one of: " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// Labels, each once.
  func texts(_ field: String) throws(RegistryError) -> [String]? {
    guard let value = stated(field) else { return nil }
    guard let elements = value.arrayValue else { throw wrong(field, "an array of labels") }
    var texts: [String] = []
    var seen = ByteKeySet()
    for (index, element) in elements.enumerated() {
      let name = "\(field)[\(index)]"
      guard let text = element.labelText else { throw wrong(name, "a label") }
      guard seen.insert(text) else { throw wrong(name, "another one than those before it") }
      texts.append(text)
    }
    return texts
  }

  /// Two numbers, the lower one first.
  func range(_ field: String) throws(RegistryError) -> ClosedRange<Double>? {
    guard let value = stated(field) else { return nil }
    guard let ends = value.arrayValue, ends.count == 2, let low = ends[0].doubleValue,
      let high = ends[1].doubleValue, low <= high
    else { throw wrong(field, "two numbers, the lower one first") }
    return low...high
  }

  func wrong(_ field: String, _ expected: String) -> RegistryError {
    .invalidField(path: path, field: "\(place).\(field)", expected: expected)
  }

  private func stated(_ field: String) -> JSONValue? {
    fields[field].flatMap { $0 == .null ? nil : $0 }
  }
}

extension JSONValue {
  /// A label as text: labels may be written as text, as whole numbers or as truth values.
  var labelText: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.integer.map(String.init)
    case .bool(let truth): truth ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
