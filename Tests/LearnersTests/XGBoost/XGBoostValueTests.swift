import Testing

@testable import Learners

@Suite struct `The values of an XGBoost file` {
  private let content = XGBoostValue.object([
    "a": .numbers([1, -2, 0.5]), "b": .list([.text("é\n"), .null, .truth(true)]),
    "c": .object(["d": .number(-300)]), "e": .numbers([]), "loss_changes": .numbers([]),
  ])

  @Test func `are read from JSON, less what is for training`() throws {
    let text = """
      { "a": [1, -2,5E-1], "b" : ["\\u00e9\\n",null,true], "c":{"d":-3e2},"e":[],
        "loss_changes": [1.5, 2]}

      """
    #expect(try XGBoostValue.read(Array(text.utf8)) == content)
  }

  /// Written by hand after the specification of UBJSON, draft 12: arrays with a type and a count, with a
  /// count and with neither.
  @Test func `are read from UBJSON, less what is for training`() throws {
    var bytes: [UInt8] = Array("{i\u{1}a[$d#U\u{3}".utf8)
    bytes += [0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0, 0x3F, 0, 0, 0]
    bytes += Array("i\u{1}b[#i\u{3}Si\u{3}é\nZTi\u{1}c{#i\u{1}i\u{1}dI".utf8) + [0xFE, 0xD4]
    bytes += Array("i\u{1}e[]L\0\0\0\0\0\0\0\u{C}loss_changes[$D#l\0\0\0\u{1}".utf8)
    bytes += [0, 0, 0, 0, 0, 0, 0, 0] + Array("}".utf8)
    #expect(try XGBoostValue.read(bytes) == content)
  }

  @Test(
    arguments: [
      ([UInt8(ascii: "i"), 0xFF], -1), ([UInt8(ascii: "U"), 0xFF], 255),
      ([UInt8(ascii: "I"), 0x80, 0], -32_768), ([UInt8(ascii: "l"), 0xFF, 0xFF, 0xFF, 0xFE], -2),
      ([UInt8(ascii: "L"), 0, 0, 0, 1, 0, 0, 0, 0], 4_294_967_296),
      ([UInt8(ascii: "d"), 0xC0, 0x20, 0, 0], -2.5),
      ([UInt8(ascii: "D"), 0x3F, 0xB9, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9A], 0.1),
    ] as [([UInt8], Double)])
  func `are numbers of every type of UBJSON`(bytes: [UInt8], number: Double) throws {
    let file = Array("{i\u{1}n".utf8) + bytes + Array("}".utf8)
    #expect(try XGBoostValue.read(file) == .object(["n": .number(number)]))
  }

  @Test func `may be no numbers in JSON`() throws {
    let value = try XGBoostValue.read(Array(#"{"n": [NaN, -Infinity, Infinity]}"#.utf8))
    guard case .object(let members) = value, case .numbers(let numbers) = members["n"] else {
      Issue.record("no numbers")
      return
    }
    #expect(numbers[0].isNaN)
    #expect(Array(numbers.dropFirst()) == [-.infinity, .infinity])
  }

  @Test(
    arguments: [
      #"{"a": 1"#, #"{"a": 1}}"#, #"{"a": 1,}"#, #"{"a" 1}"#, #"{"a": [1 2]}"#, #"{"a": [1, "b"]}"#,
      #"{"a": 1, "a": 2}"#, #"{"a": tru}"#, #"{"a": "\q"}"#, #"{"a": --1}"#, #"{"a": []]}"#,
      #"{"a": 1} x"#, #"{"loss_changes": [1"#, #"{"a": "b"#, #"{"a": "b\"#,
      "{i\u{1}aT", "{i\u{1}aTi\u{1}aT}", "{i\u{1}a?}", "{i\u{1}aT}T", "{$i#i\u{1}i\u{1}a\u{1}",
      "{i\u{1}a[$T#i\u{1}}", "{i\u{1}a[$d}", "{i\u{2}aT}", "{L\u{7F}\0\0\0\0\0\0\0aT}",
      "{i\u{1}a[$D#l\u{7F}\0\0\0}", "{i\u{1}a[#L\u{7F}\0\0\0\0\0\0\0}", "{i\u{1}aH}",
    ])
  func `are refused where the grammar breaks`(text: String) {
    let error = #expect(throws: LearnerError.self) { try XGBoostValue.read(Array(text.utf8)) }
    #expect(error?.message.hasPrefix("the XGBoost model is broken: ") == true)
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `are refused when they are nested too deep in JSON`(opening: String) {
    let text = #"{"a":"# + String(repeating: opening, count: 100_000)
    #expect(throws: LearnerError.brokenXGBoost("it is nested deeper than 64 levels")) {
      try XGBoostValue.read(Array(text.utf8))
    }
  }

  @Test(arguments: ["[", "{i\u{1}a"])
  func `are refused when they are nested too deep in UBJSON`(opening: String) {
    let text = "{i\u{1}a" + String(repeating: opening, count: 100_000)
    #expect(throws: LearnerError.brokenXGBoost("it is nested deeper than 64 levels")) {
      try XGBoostValue.read(Array(text.utf8))
    }
  }
}
