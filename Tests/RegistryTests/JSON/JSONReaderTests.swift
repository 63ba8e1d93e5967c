import Testing

@testable import Registry

@Suite struct `Strict JSON` {
  @Test(arguments: [
    ("", JSONError.Reason.empty, 0), (" \n", .empty, 0),
    ("{\"a\":1,\"a\":2}", .duplicateKey, 7), ("[1,]", .trailingComma, 2),
    ("{\"a\":1,}", .trailingComma, 6), ("[1] x", .trailingBytes, 4), ("{\"a\"", .unexpectedEnd, 4),
    ("[1", .unexpectedEnd, 2), ("\"ab", .unexpectedEnd, 3), ("tru", .unexpectedEnd, 3),
    ("trux", .unexpectedByte, 3), ("NaN", .notANumber, 0), ("Infinity", .notANumber, 0),
    ("-Infinity", .notANumber, 0), ("01", .invalidNumber, 0), ("-", .invalidNumber, 0),
    ("1.", .invalidNumber, 0), (".5", .unexpectedByte, 0), ("1e", .invalidNumber, 0),
    ("+1", .unexpectedByte, 0), ("0x10", .trailingBytes, 1), ("'a'", .unexpectedByte, 0),
    ("[1 2]", .unexpectedByte, 3), ("{1:2}", .unexpectedByte, 1), ("{\"a\" 1}", .unexpectedByte, 5),
    ("\"\\x\"", .invalidEscape, 1), ("\"\\u12G4\"", .invalidEscape, 1),
    ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\ud800\\u0041\"", .loneSurrogate, 1),
    ("\"\\udc00\"", .loneSurrogate, 1), ("\"a\tb\"", .controlCharacter, 2),
    ("\"\\n\u{1}\"", .controlCharacter, 3), ("// c\n1", .unexpectedByte, 0),
    ("\u{FEFF}{}", .byteOrderMark, 0),
  ])
  func `refuses what readers could understand differently`(
    text: String, reason: JSONError.Reason, offset: Int
  ) {
    #expect(throws: JSONError(offset: offset, reason: reason)) {
      try JSONValue(parsing: Array(text.utf8))
    }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0x5C, 0x6E, 0xFF, 0x22],
    ] as [[UInt8]])
  func `refuses bytes that are not UTF-8`(bytes: [UInt8]) {
    #expect(throws: JSONError(offset: 1, reason: .invalidUTF8)) { try JSONValue(parsing: bytes) }
  }

  @Test func `reads 64 levels and not 65`() throws {
    func nested(_ levels: Int) -> [UInt8] {
      Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    _ = try JSONValue(parsing: nested(64))
    #expect(throws: JSONError(offset: 64, reason: .tooDeep)) {
      try JSONValue(parsing: nested(65))
    }
  }

  @Test func `takes two Unicode spellings of one letter for two keys`() throws {
    let object = try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(object["\u{E9}"] == 1)
    #expect(object["e\u{301}"] == 2)
  }

  @Test func `finds a duplicate among thousands of keys`() {
    let keys = (0..<3000).map { "\"k\($0)\":0" } + ["\"k2\":1"]
    let text = "{" + keys.joined(separator: ",") + "}"
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
  }

  @Test func `decodes every escape`() throws {
    let text = #""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#
    #expect(
      try JSONValue(parsing: Array(text.utf8)) == .string("\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}"))
  }

  @Test func `keeps order and the spelling of numbers through reading and writing`() throws {
    let text = """
      {
        "z": 1.10,
        "a": 12345678901234567890123,
        "empty": {},
        "none": [],
        "list": [
          -0.0,
          1E+2
        ]
      }

      """
    #expect(try JSONValue(parsing: Array(text.utf8)).indentedText == Array(text.utf8))
  }

  @Test func `is written as Python's json dumps it`() {
    // json.dumps({"a": [1, 0.1, true, null], "é": "\"\\\n\x01"}, ensure_ascii=False)
    let value = JSONValue.object([
      "a": [1, .double(0.1), true, .null], "é": .string("\"\\\n\u{1}"),
    ])
    let expected = "{\"a\": [1, 0.1, true, null], \"é\": \"\\\"\\\\\\n\\u0001\"}"
    #expect(String(decoding: value.compactText, as: UTF8.self) == expected)
  }

  @Test func `never traps on damaged text`() throws {
    let seed = Array(#"{"a": [1, -2.5e3, "x\u00e9\n", {"b": null}], "c": true}"#.utf8)
    var generator = SplitMix(state: 7)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? JSONValue(
        parsing: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))))
    }
  }
}

/// SplitMix64, for tests that need the same numbers every time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
