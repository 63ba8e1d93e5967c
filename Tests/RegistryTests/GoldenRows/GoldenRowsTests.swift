import Testing

@testable import Registry

@Suite struct `Golden rows` {
  private static let path = "models/registry/v1.0.0/golden_rows.json"

  private static let text = """
    {
      "schema_version": 1,
      "tolerance": 0.0,
      "rows": [
        {
          "input": {
            "age": 50,
            "job": null
          },
          "output": {
            "probability": 0.25,
            "label": "no"
          }
        }
      ]
    }

    """

  private func read(_ text: String) throws -> GoldenRows {
    try GoldenRows(bytes: Array(text.utf8), path: Self.path)
  }

  @Test func `are read as they are written`() throws {
    let rows = try read(Self.text)
    #expect(rows.tolerance == 0)
    #expect(
      rows.rows == [
        .init(
          input: ["age": 50, "job": .null],
          output: ["probability": .double(0.25), "label": "no"])
      ])
    #expect(String(decoding: rows.json.indentedText, as: UTF8.self) == Self.text)
  }

  @Test func `may say more than is known here`() throws {
    let more = Self.text.replacing("\"tolerance\"", with: "\"made_by\": \"x\", \"tolerance\"")
      .replacing("\"input\"", with: "\"why\": [1], \"input\"")
    #expect(try read(more) == read(Self.text))
  }

  @Test(arguments: [
    ("\"schema_version\": 1", "\"schema_version\": 0", "schema_version", "1"),
    ("\"schema_version\": 1", "\"schema_version\": \"1\"", "schema_version", "1"),
    ("\"schema_version\": 1,", "", "schema_version", "1"),
    ("0.0", "-0.5", "tolerance", "a number from 0"),
    ("0.0", "1e999", "tolerance", "a number from 0"),
    ("0.0", "null", "tolerance", "a number from 0"),
    ("\"rows\"", "\"lines\"", "rows", "an array of 1 to 1000 objects"),
    ("\"input\"", "\"in\"", "rows[0].input", "an object"),
    ("\"output\"", "\"out\"", "rows[0].output", "an object"),
    ("0.25", "[0.25]", "rows[0].output.probability", "a number, text or a truth value"),
    ("0.25", "1e999", "rows[0].output.probability", "a number, text or a truth value"),
  ])
  func `are refused where they are not as they must be, by the name of the place`(
    found: String, replacement: String, field: String, expected: String
  ) {
    #expect(throws: RegistryError.unfitArtifact(path: Self.path, field: field, expected: expected))
    {
      try read(Self.text.replacing(found, with: replacement))
    }
  }

  @Test func `are refused without a row, without an answer, and with more rows than a few`() {
    func head(_ rows: String) -> String {
      "{\"schema_version\": 1, \"tolerance\": 0, \"rows\": [\(rows)]}"
    }
    let row = #"{"input": {}, "output": {"y": 1}}"#
    let many = Array(repeating: row, count: 1000).joined(separator: ",")
    #expect(throws: Never.self) { try read(head(many)) }
    for rows in ["", many + "," + row, #"{"input": {}, "output": {}}"#, "[]"] {
      #expect(throws: RegistryError.self) { try read(head(rows)) }
    }
  }

  @Test func `are refused when they are no JSON, no object, or of a later release`() {
    #expect(throws: RegistryError.notAnObject(path: Self.path)) { try read("[]") }
    #expect(throws: RegistryError.self) { try read(Self.text + "}") }
    let newer = Self.text.replacing("\"schema_version\": 1", with: "\"schema_version\": 2")
    #expect(throws: RegistryError.newerFormat(path: Self.path, found: 2, known: 1)) {
      try read(newer)
    }
  }
}

@Suite struct `Golden rows that are answered again` {
  private let signature: ModelSignature

  init() throws {
    let fields: JSONObject = [
      "output_schema": .object(["p": "float64", "n": "int64", "label": "object"])
    ]
    signature = try ModelSignature(fields: fields, path: "s")
  }

  private func replay(
    tolerance: Double, _ expected: [JSONObject], _ found: [JSONObject]
  ) -> GoldenReplay {
    GoldenRows(rows: expected.map { .init(input: [:], output: $0) }, tolerance: tolerance)
      .compared(with: found, signature: signature)
  }

  @Test func `differ in nothing when all answers are the same, however they are spelled`() {
    let found = replay(
      tolerance: 0, [["p": .integer(1), "label": "a"]], [["p": .float(1), "label": "a"]])
    #expect(found.differences.isEmpty && found.worst == nil && found.isWithinTolerance)
    #expect(found.rowCount == 1 && found.largestDistance == 0)
  }

  @Test func `tell the worst number, and which are beyond the tolerance`() {
    let expected: [JSONObject] = [["p": .double(0.5)], ["p": .double(0.25)], ["p": .integer(1)]]
    let found: [JSONObject] = [["p": .double(0.625)], ["p": .double(0.5)], ["p": .integer(1)]]
    let replay = replay(tolerance: 0.125, expected, found)
    let worst = GoldenReplay.Difference(
      row: 2, output: "p", expected: .double(0.25), found: .double(0.5), distance: 0.25)
    #expect(replay.worst == worst)
    #expect(replay.differences == [worst])
    #expect(self.replay(tolerance: 0.25, expected, found).isWithinTolerance)
  }

  /// A tolerance is for what is measured: labels are the same or another.
  @Test(
    arguments: [
      (["n": 1], ["n": 2]), (["label": "a"], ["label": "b"]), (["p": 1], ["p": .null]),
      (["p": 1], [:]), (["p": 1], ["p": "1"]), (["other": 1], ["other": 2]),
    ] as [(JSONObject, JSONObject)])
  func `have no tolerance for labels, for what is missing, or for another kind of value`(
    expected: JSONObject, found: JSONObject
  ) {
    let replay = replay(tolerance: 100, [expected], [found])
    #expect(replay.differences.map(\.distance) == [.infinity])
  }

  @Test func `may be answered with more than is expected`() {
    #expect(replay(tolerance: 0, [["p": 1]], [["p": 1, "n": 7]]).isWithinTolerance)
  }
}
