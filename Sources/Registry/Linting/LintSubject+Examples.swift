extension LintSubject {
  /// Whether the examples in the signature fit it.
  var exampleFindings: [LintFinding] {
    findings(
      .exampleRequest, schema: "input_schema", fields: signature.inputs, noun: "input",
      mayLack: optionalInputs)
      + findings(
        .exampleResponse, schema: "output_schema", fields: signature.outputs, noun: "output",
        mayLack: [])
  }

  /// The inputs that the signature says callers may leave out.
  private var optionalInputs: Set<[UInt8]> {
    let inputs = signature.fields["inputs"]?.arrayValue ?? []
    let optional = inputs.filter {
      $0["required"]?.boolValue == false || $0["derived"]?.boolValue == true
    }
    return Set(optional.compactMap { $0["name"]?.stringValue }.map { Array($0.utf8) })
  }

  private func findings(
    _ rule: LintRule, schema: String, fields: [ModelSignature.Field], noun: String,
    mayLack optional: Set<[UInt8]>
  ) -> [LintFinding] {
    let example = rule.rawValue
    guard !fields.isEmpty, let value = signature.fields[example], value != .null else { return [] }
    guard let object = value.objectValue else {
      return [inSignature(rule, at: example, "it is no object of values by \(noun)")]
    }
    let types = Dictionary(
      fields.map { (Array($0.name.utf8), $0.type) }, uniquingKeysWith: { first, _ in first })
    let mixed = mixedColumns(schema)
    let given = Set(object.keys.map { Array($0.utf8) })
    let missing = fields.map(\.name).filter {
      !given.contains(Array($0.utf8)) && !optional.contains(Array($0.utf8))
    }
    let unknown = object.keys.filter { types[Array($0.utf8)] == nil }
    let wrong = object.members.compactMap { member -> LintFinding? in
      guard let type = types[Array(member.key.utf8)],
        !fits(member.value, type, mayBeMixed: mixed.contains(Array(member.key.utf8)))
      else { return nil }
      let text = String(decoding: member.value.compactText.prefix(40), as: UTF8.self)
      return inSignature(
        rule, at: "\(example).\(member.key)",
        "'\(member.key)' is \(text), which is not \(type.phrase)")
    }
    return [
      missing.isEmpty
        ? nil : inSignature(rule, at: example, "it lacks the \(noun) \(listed(missing))"),
      unknown.isEmpty
        ? nil : inSignature(rule, at: example, "it has \(listed(unknown)), which is no \(noun)"),
    ].compactMap { $0 } + wrong
  }

  /// The columns spelled `object`: what pandas calls one of mixed cells, too.
  private func mixedColumns(_ schema: String) -> Set<[UInt8]> {
    let members = signature.fields[schema]?.objectValue?.members ?? []
    return Set(
      members.filter { $0.value.stringValue?.lowercased() == "object" }.map { Array($0.key.utf8) })
  }

  /// Whether a value can stand for a type; what is missing fits every one.
  private func fits(_ value: JSONValue, _ type: DataType, mayBeMixed: Bool) -> Bool {
    switch (type, value) {
    case (_, .null), (.other, _), (.float, .number), (.boolean, .bool), (.string, .string): true
    case (.integer, .number(let number)): number.double.map { $0 == $0.rounded() } ?? false
    case (.boolean, .number(let number)): number.double == 0 || number.double == 1
    case (.string, .number), (.string, .bool): mayBeMixed
    default: false
    }
  }
}

extension DataType {
  /// A value of this type, as a message names it.
  fileprivate var phrase: String {
    switch self {
    case .float: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .string: "text"
    case .other(let name): name
    }
  }
}
