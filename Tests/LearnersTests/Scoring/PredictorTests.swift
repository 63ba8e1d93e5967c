import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A predictor` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let predictor: Predictor

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    let data = try directory.write(SampleRows.csv(), to: "train.csv")
    try TrainingPipeline(data: data, target: "y").run().write(to: directory.file("artifacts"))
    let version = try ModelVersion("v1.0.0")
    try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    try registry.promote(version, by: "ana")
    predictor = try Predictor(registry.resolve(.alias(.champion)))
  }

  /// Scores text and returns what was written, line by line.
  private func lines(
    _ input: String, format: PredictionFormat? = nil, keepsColumns: Bool = false
  ) throws -> [String] {
    var output: [UInt8] = []
    _ = try predictor.predict(
      MemorySource(Array(input.utf8)), path: "rows", format: format, keepsColumns: keepsColumns
    ) { output += $0 }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func message(_ input: String, keepsColumns: Bool = false) -> String? {
    #expect(throws: LearnerError.self) {
      try lines(input, keepsColumns: keepsColumns)
    }?.message
  }

  private static let csvHeader = "age,balance,job\n"
  private static let out = "probability,label,model_version"

  private func probability(_ input: String) throws -> String {
    try #require(try lines(input).last).prefix { $0 != "," }.description
  }

  @Test func `answers from the champion, a line a row`() throws {
    let lines = try lines(Self.csvHeader + "69,40,admin\n20,1.5,technician\n")
    #expect(lines.count == 3)
    #expect(lines[0] == Self.out)
    #expect(lines[1].hasSuffix(",yes,v1.0.0"))
    #expect(lines[2].hasSuffix(",no,v1.0.0"))
    let probabilities = lines.dropFirst().compactMap { Float($0.prefix { $0 != "," }) }
    #expect(probabilities.count == 2 && probabilities[0] > 0.5 && probabilities[1] < 0.5)
  }

  @Test func `gives a row the same probability, whichever format it comes and goes in`() throws {
    let csv = try lines(Self.csvHeader + "50,3.25,\"nurse, head\"\n")
    let probability = csv[1].prefix { $0 != "," }
    let row = #"{"age": 50, "balance": 3.25, "job": "nurse, head"}"#
    let json = #"{"probability": \#(probability), "label": "yes", "model_version": "v1.0.0"}"#
    #expect(try lines(row) == [json])
    #expect(try lines(row, format: .csv) == csv)
    #expect(
      try lines(Self.csvHeader + "50,3.25,\"nurse, head\"\n", format: .jsonLines) == [json])
  }

  @Test(arguments: [
    "job,age,balance\nadmin,50,3.25\n", "extra,age,y,balance,job\nx,50,no,3.25,admin\n",
    "age;balance;job\n50;3.25;admin\n", "age,balance,job\r\n50,3.25,admin\r\n",
    "\u{FEFF}age,balance,job\n50,3.25,admin", "\nage,balance,job\n\n50,3.25,admin\n\n",
    "age,balance,job\n50.0,3.250,\"admin\"\n",
    #"{"job": "admin", "extra": [1], "age": 50, "balance": 3.25}"#,
    "\n \r\n{\"age\": 5e1, \"balance\": 3.25, \"job\": \"admin\"}\r\n\n",
  ])
  func `reads a row however the file is laid out`(input: String) throws {
    let answer = try #require(try lines(Self.csvHeader + "50,3.25,admin\n").last)
    let read = try lines(input, format: .csv)
    #expect(read == [Self.out, answer])
  }

  /// Missing cells are imputed, levels that training never saw are none of those that it saw.
  @Test(arguments: [
    ("50,,admin", #"{"age": 50, "balance": null, "job": "admin"}"#),
    ("50,NA,admin", #"{"age": 50, "balance": null, "job": "admin"}"#),
    ("50,1,pilot", #"{"age": 50, "balance": 1, "job": "pilot"}"#),
    ("50,1,", #"{"age": 50, "balance": 1, "job": null}"#),
    (",,", #"{"age": null, "balance": null, "job": null}"#),
  ])
  func `scores what is missing or unknown, the same in both formats`(
    csv: String, json: String
  ) throws {
    let rows = try lines(Self.csvHeader + csv + "\n")
    #expect(rows.count == 2)
    #expect(try lines(json, format: .csv) == rows)
  }

  @Test func `imputes the median of the training rows`() throws {
    let predictor = self.predictor
    let table = Table(
      columns: [
        Column(name: "age", type: .integer, values: .numbers([50, 50])),
        Column(name: "balance", type: .real, values: .numbers([.nan, 1e6])),
        Column(
          name: "job", type: .categorical, values: .categories(codes: [0, 0], levels: ["admin"])),
      ], rowCount: 2)
    let predictions = try predictor.predict(table)
    #expect(predictions.count == 2)
    #expect(predictions[0] != predictions[1])
  }

  @Test func `writes the input's columns first when they are kept`() throws {
    let input = "note,age,balance,job\n\"a, \"\"b\"\"\",50,,admin\n"
    let answer = try #require(try lines(Self.csvHeader + "50,,admin\n").last)
    #expect(
      try lines(input, keepsColumns: true) == [
        "note,age,balance,job," + Self.out, "\"a, \"\"b\"\"\",50,,admin,\(answer)",
      ])
    let probability = answer.prefix { $0 != "," }
    #expect(
      try lines(input, format: .jsonLines, keepsColumns: true) == [
        #"{"note": "a, \"b\"", "age": 50, "balance": null, "job": "admin", "probability": \#(probability), "label": "yes", "model_version": "v1.0.0"}"#
      ])
    #expect(
      try lines(
        #"{"note": {"b": [1]}, "age": 50, "balance": null, "job": "admin"}"#, keepsColumns: true)
        == [
          #"{"note": {"b": [1]}, "age": 50, "balance": null, "job": "admin", "probability": \#(probability), "label": "yes", "model_version": "v1.0.0"}"#
        ])
  }

  @Test func `keeps every key of JSON Lines as a column, and refuses a later one`() throws {
    let row = #"{"id": 7, "age": 50, "balance": null, "job": "admin"}"#
    let lines = try lines(row + "\n" + row, format: .csv, keepsColumns: true)
    #expect(lines[0] == "id,age,balance,job," + Self.out)
    #expect(lines[1].hasPrefix("7,50,,admin,"))
    let later = #"{"age": 50, "balance": null, "job": "admin", "ward": 3}"#
    let error = #expect(throws: LearnerError.self) {
      try self.lines(row + "\n" + later, format: .csv, keepsColumns: true)
    }
    #expect(
      error?.message
        == "'rows' line 2: the key 'ward' is not in the first object, whose keys are the columns")
  }

  @Test func `finds keys in whatever order each object has them`() throws {
    let one = #"{"age": 50, "balance": 1, "job": "admin"}"#
    let other = #"{"job": "admin", "balance": 1, "age": 50}"#
    let lines = try lines([one, other, one].joined(separator: "\n"))
    #expect(Set(lines).count == 1 && lines.count == 3)
  }

  @Test func `takes a byte order mark before JSON, and says that an array is no JSON Lines`() throws
  {
    let row = #"{"age": 50, "balance": 1, "job": "admin"}"#
    #expect(try lines("\u{FEFF}" + row) == lines(row))
    #expect(message("[\(row)]") == "'rows' line 1: not a JSON object")
  }

  @Test(arguments: ["probability", "label", "model_version"])
  func `never writes over a column that is kept`(name: String) {
    #expect(
      message("age,balance,job,\(name)\n50,1,admin,x\n", keepsColumns: true)
        == "'rows' has a column '\(name)', which is also the name of an output")
    #expect(
      message(
        "{\"age\": 50, \"balance\": 1, \"job\": \"admin\", \"\(name)\": 7}\n", keepsColumns: true)
        == "'rows' has a column '\(name)', which is also the name of an output")
    #expect(throws: Never.self) { try lines("age,balance,job,\(name)\n50,1,admin,x\n") }
  }

  @Test func `writes the header only when there are no rows`() throws {
    #expect(try lines(Self.csvHeader) == [Self.out])
    #expect(try lines("age,balance,job") == [Self.out])
  }

  @Test func `refuses input that is empty`() {
    #expect(message("") == "'rows' is empty")
    #expect(message("\n\n") == "'rows' is empty")
  }

  @Test func `names all columns that are missing at once`() {
    #expect(message("job,extra\nadmin,1\n") == "'rows' lacks the columns 'age', 'balance'")
    #expect(message("AGE,balance,job\n1,1,a\n") == "'rows' lacks the column 'age'")
  }

  @Test(arguments: [
    ("50,1,admin\nold,1,admin\n", "line 3", "'age'"), ("50.5,1,admin\n", "line 2", "'age'"),
    ("50,1,\"a\nb\"\n50,1e39,admin\n", "line 4", "'balance'"),
    ("50,inf,admin\n", "line 2", "'balance'"), ("50,true,admin\n", "line 2", "'balance'"),
  ])
  func `names line and column of a cell that does not fit`(
    rows: String, line: String, column: String
  ) throws {
    let message = try #require(self.message(Self.csvHeader + rows))
    #expect(message.contains(line) && message.contains(column), "\(message)")
  }

  @Test(arguments: [
    (#"{"age": 50, "balance": 1}"#, "the input 'job' is missing"),
    (
      #"{"age": "50", "balance": 1, "job": "a"}"#,
      #"the input 'age' is "50" where a whole number is needed"#
    ),
    (
      #"{"age": 50.5, "balance": 1, "job": "a"}"#,
      "the input 'age' is 50.5 where a whole number is needed"
    ),
    (
      #"{"age": 50, "balance": true, "job": "a"}"#,
      "the input 'balance' is true where a number is needed"
    ),
    (#"{"age": 50, "balance": 1, "job": 7}"#, "the input 'job' is 7 where text is needed"),
    (
      #"{"age": 50, "balance": 1e999, "job": "a"}"#,
      "the input 'balance' is 1e999 where a number is needed"
    ),
    (
      #"{"age": 50, "balance": [1], "job": "a"}"#,
      "the input 'balance' is [1] where a number is needed"
    ),
    ("[1]", "not a JSON object"), ("7", "not a JSON object"), ("null", "not a JSON object"),
    (#"{"age": 50, "age": 51}"#, "not JSON: a key that the object has already at byte 12"),
    (#"{"age": 50"#, "not JSON: the end of the file inside a value at byte 10"),
    (#"{} {}"#, "not JSON: bytes after the value at byte 3"),
  ])
  func `names the line of a JSON object that does not fit`(row: String, problem: String) throws {
    let good = #"{"age": 50, "balance": 1, "job": "admin"}"#
    #expect(message("\(good)\n\n\(row)\n") == "'rows' line 3: \(problem)")
  }

  @Test func `scores many rows as one file, in batches`() throws {
    let rows = (0..<9000).map { "\(20 + $0 % 50),\($0 % 7),admin" }
    let lines = try lines(Self.csvHeader + rows.joined(separator: "\n"))
    #expect(lines.count == 9001)
    for row in [0, 4095, 4096, 8999] {
      #expect(lines[row + 1] == (try self.lines(Self.csvHeader + rows[row]).last))
    }
  }
}

@Suite struct `A file of predictions` {
  let directory: TemporaryDirectory
  let predictor: Predictor

  init() throws {
    directory = try TemporaryDirectory()
    let data = try directory.write(SampleRows.csv(), to: "train.csv")
    try TrainingPipeline(data: data, target: "y").run().write(to: directory.file("artifacts"))
    let registry = ModelRegistry(at: directory.file("registry"))
    let version = try ModelVersion("v1.0.0")
    try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    predictor = try Predictor(registry.resolve(.exact(version)))
  }

  private func predict(_ rows: String) throws -> Int {
    try predictor.predict(
      file: directory.write(rows, to: "in/rows.csv"), to: directory.file("in/scores.csv"))
  }

  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: directory.file("in")).sorted()
    }
  }

  @Test func `is there when all rows are scored`() throws {
    #expect(try predict("age,balance,job\n50,1,admin\n51,2,admin\n") == 2)
    #expect(try names == ["rows.csv", "scores.csv"])
    #expect(try directory.read("in/scores.csv").split(separator: "\n").count == 3)
  }

  @Test func `is not there when a row does not fit`() throws {
    #expect(throws: LearnerError.self) { try predict("age,balance,job\n50,1,admin\nx,2,admin\n") }
    #expect(try names == ["rows.csv"])
  }

  @Test func `stays as it was when a row does not fit`() throws {
    try directory.write("old\n", to: "in/scores.csv")
    #expect(throws: LearnerError.self) { try predict("age,balance,job\n50,1,admin\nx,2,admin\n") }
    #expect(try names == ["rows.csv", "scores.csv"])
    #expect(try directory.read("in/scores.csv") == "old\n")
  }

  @Test func `may take the place of its own input`() throws {
    let path = try directory.write("age,balance,job\n50,1,admin\n", to: "in/rows.csv")
    #expect(try predictor.predict(file: path, to: path) == 1)
    #expect(try directory.read("in/rows.csv").hasPrefix("probability,label,model_version\n"))
  }

  @Test func `needs an input`() {
    let path = directory.file("nowhere.csv")
    #expect(throws: LearnerError.registry(.noSuchFile(path: path))) {
      try predictor.predict(file: path, to: directory.file("scores.csv"))
    }
  }
}

@Suite struct `A model that cannot be scored` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    version = try ModelVersion("v1.0.0")
  }

  private func register() throws -> ResolvedModel {
    try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    return try registry.resolve(.exact(version))
  }

  private func train() throws {
    let data = try directory.write(SampleRows.csv(), to: "train.csv")
    try TrainingPipeline(data: data, target: "y").run().write(to: directory.file("artifacts"))
  }

  /// Such a version can be there: older releases and other tools register without lint.
  private func allow(_ rules: String...) throws {
    let levels = rules.map { "\"\($0)\": \"allow\"" }.joined(separator: ", ")
    try directory.write("{\"lint\": {\"rules\": {\(levels)}}}", to: "registry/policy.json")
  }

  @Test func `is one of another program, and it is said so`() throws {
    try SampleArtifacts.write(in: directory)
    let model = try register()
    let refusal = LearnerError.unscorableModel(
      reason: "'\(model.modelPath)' is none of: ONNX, scikit-learn, XGBoost, LightGBM")
    #expect(throws: refusal) { try Predictor(model) }
    #expect(refusal.exitCode == .usage)
  }

  @Test func `is one whose bytes were changed after it was resolved`() throws {
    try train()
    let model = try register()
    chmod(model.modelPath, 0o644)
    let handle = try #require(FileHandle(forWritingAtPath: model.modelPath))
    try handle.seek(toOffset: 100)
    try handle.write(contentsOf: Data([0xFF]))
    try handle.close()
    let refusal = LearnerError.registry(.damagedFile(path: model.modelPath, .content))
    #expect(throws: refusal) { try Predictor(model) }
    #expect(refusal.exitCode == .integrityFailure)
  }

  @Test(arguments: [
    ("\"threshold_value\": 0.5", "\"threshold_value\": 1.5"),
    ("\"threshold_value\": 0.5", "\"threshold_value\": null"),
    ("\"classes\"", "\"labels\""),
  ])
  func `is one whose metadata lacks what scoring needs`(found: String, replacement: String) throws {
    try train()
    let name = "artifacts/model_metadata_v1.json"
    try directory.write(directory.read(name).replacing(found, with: replacement), to: name)
    try allow("threshold_range", "threshold_differs")
    let model = try register()
    let error = #expect(throws: LearnerError.self) { try Predictor(model) }
    guard case .unscorableModel(let reason) = error else {
      Issue.record("expected unscorableModel, got \(String(describing: error))")
      return
    }
    #expect(reason.contains(model.metadataPath))
  }

  @Test func `is one whose signature names other inputs`() throws {
    try train()
    let name = "artifacts/model_signature_v1.json"
    try directory.write(directory.read(name).replacing("\"age\"", with: "\"Age\""), to: name)
    try allow("expected_features")
    let model = try register()
    let refusal = LearnerError.unscorableModel(
      reason: "it takes 'age', 'balance', 'job', which are not the inputs of "
        + "'\(model.signaturePath)'")
    #expect(throws: refusal) { try Predictor(model) }
  }
}
