import Testing

@testable import Registry

@Suite struct `A change of the contract` {
  private typealias Rule = CompatibilityRule
  /// Members of one input or output before and after, and the rules that speak of the step.
  private typealias Step = (before: String, after: String, rules: [CompatibilityRule])

  private static let inputSteps: [Step] = [
    (#""type": "int64""#, #""type": "int32""#, []),
    (#""type": "object""#, #""type": "category""#, []),
    (#""type": "int""#, #""type": "float""#, [.inputTypeWidened]),
    (#""type": "float""#, #""type": "int""#, [.inputTypeNarrowed]),
    (#""type": "float""#, #""type": "bool""#, [.inputTypeNarrowed]),
    (#""type": "int""#, #""type": "bool""#, [.inputTypeNarrowed]),
    (#""type": "bool""#, #""type": "int""#, [.inputTypeChanged]),
    (#""type": "bool""#, #""type": "float""#, [.inputTypeChanged]),
    (#""type": "float""#, #""type": "object""#, [.inputTypeChanged]),
    (#""type": "date""#, #""type": "object""#, [.inputTypeChanged]),
    (
      #""type": "int", "required": false"#, #""type": "int", "required": true"#, [.inputNowRequired]
    ),
    (
      #""type": "int", "required": true"#, #""type": "int", "required": false"#,
      [.inputNowOptional]
    ),
    (
      #""type": "int", "required": true, "derived": true"#,
      #""type": "int", "required": true, "derived": false"#, [.inputNowRequired]
    ),
    (#""type": "int", "required": false"#, #""type": "int""#, []),
    (#""type": "int""#, #""type": "int", "required": true, "nullable": false"#, []),
    (
      #""type": "int", "nullable": true"#, #""type": "int", "nullable": false"#,
      [.inputNullRefused]
    ),
    (
      #""type": "int", "nullable": false"#, #""type": "int", "nullable": true"#,
      [.inputNullAccepted]
    ),
    (#""type": "str", "levels": ["a"]"#, #""type": "str", "levels": ["b", "a"]"#, [.levelAdded]),
    (#""type": "str", "levels": ["a", "b"]"#, #""type": "str", "levels": ["a"]"#, [.levelRemoved]),
    (#""type": "str", "levels": ["a", "b"]"#, #""type": "str", "levels": ["b", "a"]"#, []),
    (#""type": "str", "levels": ["a"]"#, #""type": "str""#, []),
    (
      #""type": "str", "levels": ["a"], "unknown_levels": "refuse""#,
      #""type": "str", "levels": ["a", "b"], "unknown_levels": "refuse""#, [.closedLevelAdded]
    ),
    (
      #""type": "str", "levels": ["a", "b"], "unknown_levels": "refuse""#,
      #""type": "str", "levels": ["a"], "unknown_levels": "refuse""#, [.closedLevelRemoved]
    ),
    (
      #""type": "str", "levels": ["a"], "unknown_levels": "accept""#,
      #""type": "str", "levels": ["a"], "unknown_levels": "refuse""#, [.unknownLevelsRefused]
    ),
    (
      #""type": "str", "levels": ["a"], "unknown_levels": "refuse""#,
      #""type": "str", "levels": ["a"], "unknown_levels": "accept""#, [.unknownLevelsAccepted]
    ),
    (
      #""type": "int", "range": [0, 10]"#, #""type": "int", "range": [1, 10]"#, [.rangeNarrowed]
    ),
    (
      #""type": "int", "range": [0, 10]"#, #""type": "int", "range": [1, 11]"#,
      [.rangeNarrowed, .rangeWidened]
    ),
    (#""type": "int", "range": [0, 10]"#, #""type": "int""#, []),
  ]

  @Test(arguments: inputSteps)
  private func `of an input is one of these rules`(step: Step) throws {
    let changes = try SampleContract.input(step.before).changes(to: .input(step.after))
    #expect(Set(changes.map(\.rule)) == Set(step.rules))
    #expect(changes.allSatisfy { $0.subject == "x" })
  }

  private static let listSteps: [Step] = [
    (
      #""input_schema": {"a": "int", "b": "int"}"#, #""input_schema": {"a": "int"}"#,
      [.inputRemoved]
    ),
    (
      #""input_schema": {"a": "int"}"#, #""input_schema": {"a": "int", "b": "int"}"#,
      [.inputAddedUnstated]
    ),
    (
      #""input_schema": {}"#, #""inputs": [{"name": "b", "type": "int", "required": true}]"#,
      [.inputAddedRequired]
    ),
    (
      #""input_schema": {}"#, #""inputs": [{"name": "b", "type": "int", "required": false}]"#,
      [.inputAddedOptional]
    ),
    (
      #""input_schema": {}"#,
      #""inputs": [{"name": "b", "type": "int", "required": true, "derived": true}]"#,
      [.inputAddedOptional]
    ),
    (
      #""input_schema": {"a": "int", "b": "int"}"#, #""input_schema": {"b": "int", "a": "int"}"#,
      [.inputOrderChanged]
    ),
    (
      #""input_schema": {"a": "int", "b": "int", "c": "int"}"#,
      #""input_schema": {"a": "int", "c": "int"}"#, [.inputRemoved]
    ),
    (
      #""input_schema": {"caf\u00e9": "int"}"#, #""input_schema": {"cafe\u0301": "int"}"#,
      [.inputRemoved, .inputAddedUnstated]
    ),
    (#""output_schema": {"p": "float"}"#, #""output_schema": {}"#, [.outputRemoved]),
    (#""output_schema": {}"#, #""output_schema": {"p": "float"}"#, [.outputAdded]),
    (#""output_schema": {"p": "int"}"#, #""output_schema": {"p": "float"}"#, [.outputRetyped]),
  ]

  @Test(arguments: listSteps)
  private func `of the columns is one of these rules`(step: Step) throws {
    let changes = try SampleContract(step.before).changes(to: SampleContract(step.after))
    #expect(Set(changes.map(\.rule)) == Set(step.rules))
  }

  private static let outputSteps: [Step] = [
    (#""classes": ["no", "yes"]"#, #""classes": ["no", "maybe"]"#, [.classesChanged]),
    (#""classes": ["no", "yes"]"#, #""classes": ["no", "yes", "?"]"#, [.classesChanged]),
    (#""classes": ["no", "yes"]"#, #""classes": ["yes", "no"]"#, [.classesReordered]),
    (#""positive_class": "yes""#, #""positive_class": "no""#, [.positiveClassChanged]),
    (#""classes": ["no", "yes"], "positive_class": "yes""#, #""unit": "label""#, []),
  ]

  @Test(arguments: outputSteps)
  private func `of an output is one of these rules`(step: Step) throws {
    let before = try SampleContract.output(#""type": "str", \#(step.before)"#)
    let changes = try before.changes(to: .output(#""type": "str", \#(step.after)"#))
    #expect(changes.map(\.rule) == step.rules)
  }

  @Test func `of the model is one of these rules, where both sides say what it is`() throws {
    var (before, after) = (try SampleContract(""), try SampleContract(""))
    #expect(before.changes(to: after) == [])
    (before.threshold, before.family, before.format) = (0.5, "hist_gb", "joblib")
    #expect(before.changes(to: after).map(\.rule) == [.modelFormatChanged])
    (after.threshold, after.family) = (0.25, "logistic_regression")
    #expect(
      before.changes(to: after).map(\.rule) == [
        .modelFamilyChanged, .modelFormatChanged, .thresholdChanged,
      ])
    #expect(before.changes(to: after).map(\.before) == ["hist_gb", "joblib", "0.5"])
  }

  @Test func `says what was and what is`() throws {
    let change = try #require(
      try SampleContract.input(#""type": "int64""#).changes(to: .input(#""type": "double""#)).first)
    #expect(change.title == "input_type_widened 'x'")
    #expect((change.before, change.after) == ("int64", "float64"))
    #expect((change.bump, change.level) == (.minor, .deny))
    #expect(change.witness == nil)
  }

  @Test func `that asks for most comes first, and decides`() throws {
    let before = try SampleContract(#""input_schema": {"a": "int", "b": "int", "c": "float"}"#)
    let after = try SampleContract(#""input_schema": {"b": "float", "c": "float", "d": "int"}"#)
    let compatibility = Compatibility(
      from: before.contract, to: after.contract, under: CompatibilityPolicy())
    #expect(
      compatibility.changes.map(\.rule) == [.inputRemoved, .inputTypeWidened, .inputAddedUnstated])
    #expect(compatibility.requiredBump == .major)
    #expect(compatibility.reasons.map(\.title) == ["input_removed 'a'"])
    #expect(
      try compatibility.smallestVersion(after: ModelVersion("v1.2.3")).description == "v2.0.0")
    // A request that still sends it is answered as before.
    #expect(compatibility.breaks == [])
  }

  @Test func `is judged by the strict profile where a signature says too little`() throws {
    let (before, after) = (
      try SampleContract(#""input_schema": {}"#),
      try SampleContract(#""input_schema": {"a": "int"}"#)
    )
    #expect(before.changes(to: after).map(\.bump) == [.minor])
    #expect(before.changes(to: after, profile: .strict).map(\.bump) == [.major])
  }
}
