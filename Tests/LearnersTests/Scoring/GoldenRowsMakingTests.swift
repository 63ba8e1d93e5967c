import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `Golden rows of a model` {
  private let trained: TrainedRegistry
  private let predictor: Predictor

  init() throws {
    trained = try TrainedRegistry()
    predictor = try Predictor(trained.register("v1.0.0", from: SampleRows.csv()))
  }

  private func table(_ rows: Range<Int>) throws -> Table {
    try CSVReader().read(bytes: Array(SampleRows.csv(rows).utf8), named: "rows.csv").table
  }

  private func number(_ row: GoldenRows.Row) -> Double? { row.output["probability"]?.doubleValue }

  @Test func `hold what the model answers, which it answers again`() throws {
    let golden = try GoldenRows(predictor, rows: table(500..<520))
    #expect(golden.rows.count == 20 && golden.tolerance == 0)
    #expect(golden.rows[0].input.keys == ["age", "balance", "job"])
    #expect(golden.rows[0].output.keys == ["probability", "label"])
    #expect(golden.rows.compactMap(number) == (try predicted(500..<520)))
    let again = try GoldenRows(bytes: golden.json.indentedText, path: "golden_rows.json")
    #expect(again == golden)
    let replay = try predictor.replay(again)
    #expect(replay.rowCount == 20 && replay.worst == nil && replay.differences.isEmpty)
  }

  /// The same by way of the command's path: CSV in, JSON out.
  private func predicted(_ rows: Range<Int>) throws -> [Double] {
    let output = trained.directory.file("scores.jsonl")
    _ = try predictor.predict(
      file: trained.directory.write(SampleRows.csv(rows), to: "rows.csv"), to: output,
      format: .jsonLines)
    return try trained.directory.read("scores.jsonl").split(separator: "\n").compactMap {
      try JSONValue(parsing: Array($0.utf8))["probability"]?.doubleValue
    }
  }

  /// Every ninth balance is missing: row 504 is the first.
  @Test func `are chosen from the lowest score to the highest, with a gap and an unknown text`()
    throws
  {
    let rows = try table(500..<540)
    let golden = try GoldenRows(predictor, chosenFrom: rows)
    let all = try predicted(500..<540)
    let spread = golden.rows.prefix(6).compactMap(number)
    #expect(spread == spread.sorted())
    #expect(spread.first == all.min() && spread.last == all.max())
    #expect(golden.rows.contains { $0.input["balance"] == .null })
    #expect(golden.rows.last?.input["job"] == "unknown level")
    #expect((7...8).contains(golden.rows.count))
    #expect(try GoldenRows(predictor, chosenFrom: rows) == golden)
    #expect(try predictor.replay(golden).isWithinTolerance)
  }

  /// Rows 505 to 512 lack nothing; the gap is made in the first column.
  @Test func `have a gap made into them when no row has one`() throws {
    let golden = try GoldenRows(predictor, chosenFrom: table(505..<513))
    #expect(golden.rows.count == 8)
    #expect(golden.rows[6].input["age"] == .null)
    #expect(golden.rows.prefix(6).allSatisfy { !$0.input.members.contains { $0.value == .null } })
  }

  @Test func `are as many as there are when there are few, and never none`() throws {
    // One row, the one without its first value, and the one with an unknown text.
    #expect(try GoldenRows(predictor, chosenFrom: table(505..<506)).rows.count == 3)
    let none = try table(505..<506).rows([])
    #expect(throws: LearnerError.noRows) { try GoldenRows(predictor, chosenFrom: none) }
    #expect(throws: LearnerError.noRows) { try GoldenRows(predictor, rows: none) }
  }

  @Test func `show another model, and by how much`() throws {
    let golden = try GoldenRows(predictor, chosenFrom: table(500..<540))
    let other = try Predictor(
      trained.register("v2.0.0", from: SampleRows.csv(rows: 160)) { $0.seed = 7 })
    let replay = try other.replay(golden)
    #expect(!replay.isWithinTolerance)
    let worst = try #require(replay.worst)
    #expect(replay.differences.contains(worst))
    #expect(replay.differences.allSatisfy { $0.distance <= worst.distance })
  }

  @Test func `are read as requests are, and refused like them by their number`() throws {
    var rows = try GoldenRows(predictor, rows: table(500..<502)).rows
    var input = rows[1].input
    input["age"] = "50"
    rows[1] = .init(input: input, output: rows[1].output)
    let error = #expect(throws: LearnerError.self) { try predictor.replay(GoldenRows(rows: rows)) }
    #expect(
      error?.message == #"'rows of golden_rows.json' line 2: the input 'age' is "50" where "#
        + "a whole number is needed")
  }

  @Test func `are made for several labels and for numbers, too`() throws {
    for (model, keys) in [
      (
        try TaskModel.severalLabels(),
        ["label", "probability", "probability_low", "probability_mid", "probability_high"]
      ), (try TaskModel.numbers(), ["prediction"]),
    ] {
      let predictor = try Predictor(model.resolved)
      let column = Column(name: "x", type: .real, values: .numbers([0.5, -1, 1]))
      let golden = try GoldenRows(
        predictor, chosenFrom: Table(columns: [column], rowCount: 3))
      // It takes no null and has no text.
      #expect(golden.rows.count == 3)
      #expect(golden.rows[0].output.keys == keys)
      #expect(try predictor.replay(golden).isWithinTolerance)
    }
  }
}

@Suite struct `Golden rows of a version` {
  private let trained: TrainedRegistry

  init() throws { trained = try TrainedRegistry() }

  /// Registers the artifacts of a training with these golden rows.
  @discardableResult
  private func register(
    _ golden: String, replayer: GoldenRowsReplayer? = nil
  ) throws -> Registration {
    try trained.register("v1.0.0", from: SampleRows.csv())
    try trained.directory.write(golden, to: "artifacts/golden_rows.json")
    let artifacts = try ArtifactDirectory(trained.directory.file("artifacts"))
    return try trained.registry.register(
      artifacts, as: ModelVersion("v2.0.0"), by: "ana", replayer: replayer)
  }

  private func verify(_ golden: String) throws -> Verification {
    try register(golden)
    return try trained.registry.verify(
      ModelVersion("v2.0.0"), replayer: Predictor.replayGoldenRows)
  }

  private static func rows(_ input: String, _ output: String) -> String {
    #"{"schema_version": 1, "tolerance": 0, "rows": [{"input": {\#(input)}, "output": {\#(output)}}]}"#
  }

  private static let input = #""age": 50, "balance": 1, "job": "admin""#

  @Test func `are answered by its model`() throws {
    let found = try verify(Self.rows(Self.input, #""label": "yes""#))
    #expect(found.isClean)
    guard case .replayed(let replay)? = found.replays.first?.outcome else {
      Issue.record("it was not replayed: \(found.replays)")
      return
    }
    #expect(replay.rowCount == 1 && replay.worst == nil)
  }

  @Test(arguments: [
    (Self.rows(Self.input, #""label": "no""#), #"'label' is "yes" where "no" is expected"#),
    (Self.rows(Self.input, #""score": 1"#), "'score' is missing where 1 is expected"),
    (Self.rows(#""age": 50"#, #""label": "no""#), "line 1: 2 values do not fit"),
    (#"{"rows": []}"#, "the field 'schema_version' is not 1"),
  ])
  func `are damage when they get another answer or none`(golden: String, message: String) throws {
    let found = try verify(golden)
    #expect(found.findings.map(\.exitCode) == [.integrityFailure])
    #expect(found.findings[0].message.contains(message), "\(found.findings[0].message)")
    let model = try trained.registry.resolve(.exact(ModelVersion("v2.0.0")))
    #expect(throws: LearnerError.registry(found.findings[0])) { try Predictor(forService: model) }
  }

  @Test func `are answered before it serves, where it has some`() throws {
    try register(Self.rows(Self.input, #""label": "yes""#))
    for version in ["v1.0.0", "v2.0.0"] {
      let model = try trained.registry.resolve(.exact(ModelVersion(version)))
      #expect(try Predictor(forService: model).modelVersion == version)
    }
  }

  @Test func `are answered when it is registered`() throws {
    let right = try register(
      Self.rows(Self.input, #""label": "yes""#), replayer: Predictor.replayGoldenRows)
    guard case .replayed(let replay)? = right.goldenRows else {
      Issue.record("it was not replayed: \(String(describing: right.goldenRows))")
      return
    }
    #expect(replay.rowCount == 1 && replay.worst == nil)
    try trained.directory.write(
      Self.rows(Self.input, #""label": "no""#), to: "artifacts/golden_rows.json")
    let artifacts = try ArtifactDirectory(trained.directory.file("artifacts"))
    let error = #expect(throws: RegistryError.self) {
      try trained.registry.register(
        artifacts, as: ModelVersion("v3.0.0"), by: "ana", replayer: Predictor.replayGoldenRows)
    }
    #expect(error?.exitCode == .integrityFailure)
    #expect(
      error?.message
        == #"v3.0.0 answers row 1 of its golden rows otherwise: 'label' is "yes" where "no" is expected"#
    )
    #expect(
      try Set(trained.registry.versions().map(\.version.description)) == ["v1.0.0", "v2.0.0"])
  }

  @Test func `are not answered by a model that nobody here can load`() throws {
    try SampleArtifacts.write(in: trained.directory, at: "foreign")
    try trained.directory.write(
      Self.rows(Self.input, #""label": "no""#), to: "foreign/golden_rows.json")
    let registration = try trained.registry.register(
      ArtifactDirectory(trained.directory.file("foreign")), as: ModelVersion("v1.0.0"), by: "ana",
      replayer: Predictor.replayGoldenRows)
    guard case .unscorable? = registration.goldenRows else {
      Issue.record("expected unscorable, got \(String(describing: registration.goldenRows))")
      return
    }
  }
}
