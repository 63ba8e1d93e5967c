extension ModelSignature {
  /// A row that this signature takes and, column by column and where that is possible, another one
  /// takes, too: from the example of this one, of the other one, or made up.
  func sampleRow(fitting other: ModelSignature) -> JSONObject {
    let others = ContractComparison.byName(other.inputs, \.name)
    let examples = Self.examples("example_request", of: [self, other])
    var members = inputs.map { input in
      let fits = others[Array(input.name.utf8)]
      let value = Self.first(Self.values(of: input, examples)) { value in
        [input.problem(of: value) == nil, fits?.problem(of: value) == nil]
      }
      return JSONObject.Member(key: input.name, value: value)
    }
    let own = ContractComparison.byName(inputs, \.name)
    for input in other.inputs where input.mustBeSent ?? true && own[Array(input.name.utf8)] == nil {
      let value = Self.first(Self.values(of: input, examples)) { [input.problem(of: $0) == nil] }
      members.append(JSONObject.Member(key: input.name, value: value))
    }
    return JSONObject(distinctMembers: members)
  }

  /// An answer that this signature takes and, where that is possible, another one takes, too.
  func sampleResponse(fitting other: ModelSignature) -> JSONObject {
    let others = ContractComparison.byName(other.outputs, \.name)
    let examples = Self.examples("example_response", of: [self, other])
    var members = outputs.map { output in
      let fits = others[Array(output.name.utf8)]
      let value = Self.first(Self.values(of: output, examples)) { value in
        [output.problem(of: value) == nil, fits?.problem(of: value) == nil]
      }
      return JSONObject.Member(key: output.name, value: value)
    }
    let own = ContractComparison.byName(outputs, \.name)
    for output in other.outputs where own[Array(output.name.utf8)] == nil {
      let value = Self.first(Self.values(of: output, examples)) { [output.problem(of: $0) == nil] }
      members.append(JSONObject.Member(key: output.name, value: value))
    }
    return JSONObject(distinctMembers: members)
  }

  private typealias Example = [[UInt8]: JSONObject.Member]

  private static func examples(_ field: String, of signatures: [ModelSignature]) -> [Example] {
    signatures.compactMap { signature in
      (signature.fields[field]?.objectValue?.members).map { ContractComparison.byName($0, \.key) }
    }
  }

  /// The first value that passes all tests, else the first that passes the first one.
  private static func first(_ values: [JSONValue], _ tests: (JSONValue) -> [Bool]) -> JSONValue {
    values.first { tests($0).allSatisfy { $0 } } ?? values.first { tests($0)[0] } ?? .null
  }

  private static func values(of input: Input, _ examples: [Example]) -> [JSONValue] {
    let ends = input.range.map { [$0.lowerBound.rounded(.up), $0.lowerBound, $0.upperBound] } ?? []
    return examples.compactMap { $0[Array(input.name.utf8)]?.value }
      + (input.levels ?? []).map(JSONValue.string)
      + ends.map { number in Int(exactly: number).map(JSONValue.integer) ?? .double(number) }
      + anyKind
  }

  private static func values(of output: Output, _ examples: [Example]) -> [JSONValue] {
    let classes = output.classes ?? []
    return examples.compactMap { $0[Array(output.name.utf8)]?.value }
      + classes.map(JSONValue.string)
      + classes.compactMap { Int($0).map(JSONValue.integer) } + anyKind
  }

  private static let anyKind: [JSONValue] = [1, .double(0.5), "text", true, .null]
}
