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
    let signature = try signature(
      #"{"owner": "ana", "inputs": [{"name": "a", "type": "int", "unit": "m"}]}"#)
    #expect(signature.fields.keys == ["owner", "inputs"])
    #expect(signature.inputs == [.init(name: "a", type: .integer)])
  }

  @Test(arguments: [#"["a"]"#, #""a""#, "7"])
  func `is refused when a schema is no object`(schema: String) {
    let refusal = RegistryError.invalidField(
      path: "model_signature.json", field: "input_schema",
      expected: "an object of type names by column")
    #expect(throws: refusal) { try signature(#"{"input_schema": \#(schema)}"#) }
  }

  @Test func `may state more of each input and output, one schema or the other left out`() throws {
    let signature = try signature(
      """
      {"inputs": [
        {"name": "job", "type": "object", "required": true, "nullable": false, "derived": false,
         "levels": ["admin", "nurse"], "unknown_levels": "refuse"},
        {"name": "age", "type": "int64", "required": null, "range": [-1, 2.5e1]}],
       "outputs": [{"name": "label", "type": "int", "classes": [0, "1", true], "positive_class": 1}]}
      """)
    var job = ModelSignature.Input(name: "job", type: .string)
    (job.isRequired, job.isNullable, job.isDerived) = (true, false, false)
    (job.levels, job.unknownLevels) = (["admin", "nurse"], .refuse)
    var age = ModelSignature.Input(name: "age", type: .integer)
    age.range = -1...25
    var label = ModelSignature.Output(name: "label", type: .integer)
    (label.classes, label.positiveClass) = (["0", "1", "true"], "1")
    #expect(signature.inputs == [job, age])
    #expect(signature.outputs == [label])
  }

  @Test func `takes two lists that name the same columns for one`() throws {
    let signature = try signature(
      #"{"input_schema": {"a": "float32"}, "inputs": [{"name": "a", "type": "double"}]}"#)
    #expect(signature.inputs == [.init(name: "a", type: .float)])
  }

  private typealias Fault = (members: String, field: String, expected: String)

  private static let faults: [Fault] = [
    (#""inputs": {}"#, "inputs", "an array of objects"),
    (#""inputs": ["a"]"#, "inputs[0]", "an object"),
    (#""inputs": [{"type": "int"}]"#, "inputs[0].name", "text"),
    (#""inputs": [{"name": "a"}]"#, "inputs[0].type", "the name of a type"),
    (
      #""inputs": [{"name": "a", "type": "int", "required": "yes"}]"#, "inputs[0].required",
      "true or false"
    ),
    (
      #""inputs": [{"name": "a", "type": "int", "nullable": 0}]"#, "inputs[0].nullable",
      "true or false"
    ),
    (
      #""inputs": [{"name": "a", "type": "str", "levels": "x"}]"#, "inputs[0].levels",
      "an array of labels"
    ),
    (
      #""inputs": [{"name": "a", "type": "str", "levels": ["x", 1.5]}]"#, "inputs[0].levels[1]",
      "a label"
    ),
    (
      #""inputs": [{"name": "a", "type": "str", "levels": ["x", "x"]}]"#, "inputs[0].levels[1]",
      "another one than those before it"
    ),
    (
      #""inputs": [{"name": "a", "type": "int", "levels": ["1"]}]"#, "inputs[0].levels",
      "left out, as it must be where the type is no text"
    ),
    (
      #""inputs": [{"name": "a", "type": "str", "unknown_levels": "drop"}]"#,
      "inputs[0].unknown_levels", "one of: accept, refuse"
    ),
    (
      #""inputs": [{"name": "a", "type": "int", "range": [2, 1]}]"#, "inputs[0].range",
      "two numbers, the lower one first"
    ),
    (
      #""inputs": [{"name": "a", "type": "int", "range": [1, 1e400]}]"#, "inputs[0].range",
      "two numbers, the lower one first"
    ),
    (
      #""inputs": [{"name": "a", "type": "str", "range": [1, 2]}]"#, "inputs[0].range",
      "left out, as it must be where the type is no number"
    ),
    (
      #""inputs": [{"name": "a", "type": "int"}, {"name": "a", "type": "int"}]"#, "inputs[1].name",
      "another name than those before it"
    ),
    (
      #""input_schema": {"a": "int", "b": "int"}, "inputs": [{"name": "b", "type": "int"}]"#,
      "inputs[0].name", "'a', as 'input_schema' has it"
    ),
    (
      #""input_schema": {}, "inputs": [{"name": "b", "type": "int"}]"#, "inputs[0].name",
      "left out, as 'input_schema' has it"
    ),
    (
      #""input_schema": {"a": "int", "b": "int"}, "inputs": [{"name": "a", "type": "int"}]"#,
      "inputs", "complete: 'b' of 'input_schema' is missing"
    ),
    (
      #""input_schema": {"a": "int"}, "inputs": [{"name": "a", "type": "float"}]"#,
      "inputs[0].type", "the type that 'input_schema' gives 'a'"
    ),
    (
      #""outputs": [{"name": "p", "type": "str", "classes": ["a"], "positive_class": "b"}]"#,
      "outputs[0].positive_class", "one of the classes"
    ),
    (
      #""output_schema": {"p": "int"}, "outputs": [{"name": "q", "type": "int"}]"#,
      "outputs[0].name", "'p', as 'output_schema' has it"
    ),
  ]

  @Test(arguments: faults)
  private func `is refused where it contradicts itself or is of another kind`(fault: Fault) {
    let refusal = RegistryError.invalidField(
      path: "model_signature.json", field: fault.field, expected: fault.expected)
    #expect(throws: refusal) { try signature("{\(fault.members)}") }
  }
}
