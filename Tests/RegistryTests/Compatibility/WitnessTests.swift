import TestSupport
import Testing

@testable import Registry

@Suite struct `A witness` {
  private func witness(_ before: String, _ after: String) throws -> Witness? {
    try SampleContract(before).changes(to: SampleContract(after)).compactMap(\.witness).first
  }

  private func row(_ witness: Witness?) throws -> String {
    String(decoding: JSONValue.object(try #require(witness).row).compactText, as: UTF8.self)
  }

  @Test func `is a row of today's callers that a new required input refuses`() throws {
    let found = try witness(
      #""input_schema": {"a": "int"}, "example_request": {"a": 7}"#,
      #""inputs": [{"name": "a", "type": "int"}, {"name": "b", "type": "int", "required": true}]"#)
    #expect(try row(found) == #"{"a": 7}"#)
    #expect(found?.acceptedBy == .before)
    #expect(found?.refusal.message == "the input 'b' is missing")
  }

  @Test func `of an input that is gone is a row without it, which the old version refuses`() throws
  {
    let found = try witness(
      #""input_schema": {"a": "int", "b": "object"}"#, #""input_schema": {"b": "object"}"#)
    #expect(try row(found) == #"{"b": "text"}"#)
    #expect(found?.acceptedBy == .after)
    #expect(found?.refusal.message == "the input 'a' is missing")
  }

  private typealias Step = (before: String, after: String, row: String, refusal: String)

  private static let steps: [Step] = [
    (
      #""type": "float""#, #""type": "int""#, #"{"x": 0.5}"#,
      "the input 'x' is 0.5 where a whole number is needed"
    ),
    (
      #""type": "bool""#, #""type": "int""#, #"{"x": true}"#,
      "the input 'x' is true where a whole number is needed"
    ),
    (
      #""type": "int", "range": [3, 9]"#, #""type": "bool""#, #"{"x": 2}"#,
      "the input 'x' is 2 where TRUE or FALSE is needed"
    ),
    (
      #""type": "int", "nullable": true"#, #""type": "int", "nullable": false"#, #"{"x": null}"#,
      "the input 'x' is null where a value is needed"
    ),
    (
      #""type": "str", "levels": ["a", "b"], "unknown_levels": "refuse""#,
      #""type": "str", "levels": ["b"], "unknown_levels": "refuse""#, #"{"x": "a"}"#,
      #"the input 'x' is "a", which is none of its levels"#
    ),
    (
      #""type": "str", "levels": ["a"], "unknown_levels": "accept""#,
      #""type": "str", "levels": ["a"], "unknown_levels": "refuse""#,
      #"{"x": "a level never seen"}"#,
      #"the input 'x' is "a level never seen", which is none of its levels"#
    ),
  ]

  @Test(arguments: steps)
  private func `shows what a stricter input refuses`(step: Step) throws {
    let found = try witness(
      #""inputs": [{"name": "x", \#(step.before)}]"#, #""inputs": [{"name": "x", \#(step.after)}]"#)
    #expect(try row(found) == step.row)
    #expect(found?.refusal.message == step.refusal)
  }

  @Test func `of an answer is one that consumers do not know`() throws {
    let found = try witness(
      #""outputs": [{"name": "y", "type": "int", "classes": [0, 1]}]"#,
      #""outputs": [{"name": "y", "type": "int", "classes": [0, 1, 2]}]"#)
    #expect(try row(found) == #"{"y": 2}"#)
    #expect(found?.kind == .output && found?.acceptedBy == .after)
    let gone = try witness(
      #""output_schema": {"y": "int", "p": "float"}"#, #""output_schema": {"y": "int"}"#)
    #expect(try row(gone) == #"{"y": 1}"#)
    #expect(gone?.refusal.message == "the output 'p' is missing")
  }

  @Test(arguments: [
    // Both take a row without it.
    (#""inputs": [{"name": "a", "type": "int", "required": false}]"#, #""inputs": []"#),
    (
      #""outputs": [{"name": "y", "type": "int", "classes": [0, 1]}]"#,
      #""outputs": [{"name": "y", "type": "int", "classes": [1, 0]}]"#
    ),
  ])
  func `is not made up where no row shows the change`(before: String, after: String) throws {
    let changes = try SampleContract(before).changes(to: SampleContract(after))
    #expect(changes.map(\.bump) == [.major])
    #expect(changes.map(\.witness) == [nil])
  }

  /// Signatures with anything in them, by a seeded generator.
  @Test func `is taken by one signature and refused by the other, whatever the two are`() throws {
    var generator = Generator(state: 42)
    var found = 0
    for _ in 0..<1500 {
      let (before, after) = (try generator.contract(), try generator.contract())
      for change in before.changes(to: after, profile: .strict) {
        guard let witness = change.witness else { continue }
        found += 1
        let (taker, refuser) =
          witness.acceptedBy == .before
          ? (before.signature, after.signature) : (after.signature, before.signature)
        let (kind, row) = (witness.kind, witness.row)
        let taken = kind == .input ? taker.validate(row: row) : taker.validate(response: row)
        let refused = kind == .input ? refuser.validate(row: row) : refuser.validate(response: row)
        #expect(taken == [])
        #expect(refused.contains(witness.refusal))
        #expect(witness.refusal.column == change.subject)
      }
    }
    #expect(found > 1000)
  }
}

/// Xorshift of Marsaglia (2003): the same signatures in every run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func contract() throws -> SampleContract {
    let inputs = list(["a", "b", "c"]) { generator, name in
      generator.column(name, ["int", "float", "bool", "str", "date"]) + generator.inputFacts()
    }
    let outputs = list(["p", "q"]) { generator, name in
      generator.column(name, ["int", "float", "str"])
        + generator.choose(["", #", "classes": ["0", "1"]"#, #", "classes": ["1", "2"]"#])
    }
    return try SampleContract(#""inputs": [\#(inputs)], "outputs": [\#(outputs)]"#)
  }

  private mutating func list(
    _ names: [String], _ entry: (inout Generator, String) -> String
  ) -> String {
    var entries: [String] = []
    for name in names where Int.random(in: 0..<4, using: &self) > 0 {
      entries.append("{" + entry(&self, name) + "}")
    }
    return entries.joined(separator: ", ")
  }

  private mutating func column(_ name: String, _ types: [String]) -> String {
    #""name": "\#(name)", "type": "\#(choose(types))""#
  }

  private mutating func inputFacts() -> String {
    choose(["", #", "required": true"#, #", "required": false"#])
      + choose(["", #", "nullable": true"#, #", "nullable": false"#])
      + choose(["", "", #", "derived": true"#])
      + choose(["", #", "unknown_levels": "refuse""#, #", "unknown_levels": "accept""#])
  }

  private mutating func choose(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }
}
