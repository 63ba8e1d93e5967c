import Testing

@testable import Registry

@Suite struct `A row that is validated` {
  private func object(_ text: String) throws -> JSONObject {
    try #require(JSONValue(parsing: Array(text.utf8)).objectValue)
  }

  private func signature() throws -> ModelSignature {
    let text = """
      {"inputs": [
        {"name": "age", "type": "int64", "required": true, "nullable": false, "range": [18, 95]},
        {"name": "balance", "type": "float64"},
        {"name": "job", "type": "object", "levels": ["admin", "nurse"], "unknown_levels": "refuse"},
        {"name": "city", "type": "object", "required": false, "levels": ["Porto"],
         "unknown_levels": "accept"},
        {"name": "owns", "type": "bool", "required": false, "nullable": false},
        {"name": "season", "type": "object", "required": true, "derived": true},
        {"name": "when", "type": "datetime", "required": false}],
       "outputs": [
        {"name": "probability", "type": "float"},
        {"name": "label", "type": "int", "classes": [0, 1]}]}
      """
    return try ModelSignature(fields: object(text), path: "model_signature.json")
  }

  @Test(arguments: [
    #"{"age": 33, "balance": 1.5, "job": "nurse"}"#,
    #"{"job": "nurse", "balance": null, "age": 3.3e1, "more": [1]}"#,
    #"{"age": 120, "balance": -7, "job": "", "city": "Braga", "owns": 1}"#,
    #"{"age": 1, "balance": 0, "job": null, "city": null, "owns": false, "season": "spring"}"#,
    #"{"age": 1, "balance": 0, "job": "admin", "when": {"year": 2026}}"#,
  ])
  func `fits with what it may leave out, in any order`(row: String) throws {
    #expect(try signature().validate(row: object(row)) == [])
  }

  private typealias Misfit = (row: String, messages: [String])

  private static let misfits: [Misfit] = [
    (
      "{}",
      [
        "the input 'age' is missing", "the input 'balance' is missing",
        "the input 'job' is missing",
      ]
    ),
    (
      #"{"age": null, "balance": "", "job": "baker", "owns": "", "season": 4}"#,
      [
        "the input 'age' is null where a value is needed",
        #"the input 'balance' is "" where a number is needed"#,
        #"the input 'job' is "baker", which is none of its levels"#,
        #"the input 'owns' is "" where TRUE or FALSE is needed"#,
        "the input 'season' is 4 where text is needed",
      ]
    ),
    (
      #"{"age": 1.5, "balance": 1e39, "job": 1, "city": true, "owns": 2}"#,
      [
        "the input 'age' is 1.5 where a whole number is needed",
        "the input 'balance' is 1e39 where a number is needed",
        "the input 'job' is 1 where text is needed",
        "the input 'city' is true where text is needed",
        "the input 'owns' is 2 where TRUE or FALSE is needed",
      ]
    ),
    (
      #"{"age": true, "balance": 1e999, "job": "admin", "owns": null}"#,
      [
        "the input 'age' is true where a whole number is needed",
        "the input 'balance' is 1e999 where a number is needed",
        "the input 'owns' is null where a value is needed",
      ]
    ),
  ]

  @Test(arguments: misfits)
  private func `is told everything that is wrong with it at once, by column`(misfit: Misfit) throws
  {
    let violations = try signature().validate(row: object(misfit.row))
    #expect(violations.map(\.message) == misfit.messages)
  }

  @Test func `is told what to do`() throws {
    let violations = try signature().validate(
      row: object(#"{"age": null, "job": "baker", "balance": "x"}"#))
    #expect(
      violations.map(\.remedy) == [
        "give a value: the model was not made for rows without one",
        "correct the value, or write null where it is not known", "it takes 'admin', 'nurse'",
      ])
    #expect(
      violations.message
        == "3 values do not fit: 'age' is null where a value is needed, 'balance' is \"x\" where a "
        + "number is needed, 'job' is \"baker\", which is none of its levels")
  }

  @Test func `has its columns told apart byte for byte`() throws {
    let signature = try ModelSignature(
      fields: object(#"{"inputs": [{"name": "caf\u00e9", "type": "int"}]}"#), path: "s")
    #expect(try signature.validate(row: object(#"{"caf\u00e9": 1}"#)) == [])
    #expect(try signature.validate(row: object(#"{"cafe\u0301": 1}"#)).count == 1)
  }

  @Test func `is answered by outputs that can be validated, too`() throws {
    let signature = try signature()
    #expect(try signature.validate(response: object(#"{"probability": 0.5, "label": 1}"#)) == [])
    #expect(
      try signature.validate(response: object(#"{"probability": null, "label": 2}"#))
        .map(\.message) == [
          "the output 'probability' is null where an answer is needed",
          "the output 'label' is 2, which is none of its levels",
        ])
    #expect(
      try signature.validate(response: object("{}")).map(\.message) == [
        "the output 'probability' is missing", "the output 'label' is missing",
      ])
  }
}
