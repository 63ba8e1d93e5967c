import Registry
import Testing

@Suite struct `A signature` {
  private func signature(_ text: String) throws -> ModelSignature {
    let value = try JSONValue(parsing: Array(text.utf8))
    return try ModelSignature(fields: #require(value.objectValue), path: "model_signature.json")
  }

  @Test func `names inputs and outputs in the order of the file`() throws {
    let signature = try signature(
      #"{"input_schema": {"z": "object", "a": "float64", "m": "when"}, "output_schema": {"p": "float"}}"#
    )
    #expect(
      signature.inputs == [
        .init(name: "z", type: .string), .init(name: "a", type: .float),
        .init(name: "m", type: .other("when")),
      ])
    #expect(signature.outputs == [.init(name: "p", type: .float)])
  }

  @Test(arguments: ["{}", #"{"input_schema": null}"#, #"{"input_schema": {}}"#])
  func `may say nothing of its inputs`(text: String) throws {
    #expect(try signature(text).inputs.isEmpty)
  }

  @Test func `takes a type that is spelled in another way as one it does not know`() throws {
    #expect(
      try signature(#"{"input_schema": {"a": {"type": "float64"}}}"#).inputs
        == [.init(name: "a", type: .other(#"{"type": "float64"}"#))])
  }

  @Test func `keeps the fields that it does not know`() throws {
    #expect(try signature(#"{"inputs": [{"required": true}]}"#).fields.keys == ["inputs"])
  }

  @Test(arguments: [#"["a"]"#, #""a""#, "7"])
  func `is refused when a schema is no object`(schema: String) {
    let refusal = RegistryError.invalidField(
      path: "model_signature.json", field: "input_schema",
      expected: "an object of type names by column")
    #expect(throws: refusal) { try signature(#"{"input_schema": \#(schema)}"#) }
  }
}
