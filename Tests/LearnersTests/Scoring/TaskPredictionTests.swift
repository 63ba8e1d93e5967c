import Registry
import TestSupport
import Testing

@testable import Learners

/// Scores text with a model and returns what was written, line by line.
private func lines(
  _ model: TaskModel, _ input: String, format: PredictionFormat? = nil, keepsColumns: Bool = false
) throws -> [String] {
  var output: [UInt8] = []
  _ = try Predictor(model.resolved).predict(
    MemorySource(Array(input.utf8)), path: "rows", format: format, keepsColumns: keepsColumns
  ) { output += $0 }
  return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
}

@Suite struct `A predictor of several labels` {
  let model: TaskModel

  init() throws { model = try TaskModel.severalLabels() }

  /// At -1 the three are 0.25, 0.25 and 0.5; at -0.5 they are 0.375, 0.25 and 0.375, and the first of
  /// the largest is the label.
  @Test func `answers the label, its probability, and that of each label`() throws {
    #expect(
      try lines(model, "x\n1\n-1\n-0.5\n") == [
        "label,probability,probability_low,probability_mid,probability_high,model_version",
        "low,0.75,0.75,0.25,0.0,v1.0.0", "high,0.5,0.25,0.25,0.5,v1.0.0",
        "low,0.375,0.375,0.25,0.375,v1.0.0",
      ])
    #expect(
      try lines(model, "x\n1\n", format: .jsonLines) == [
        #"{"label": "low", "probability": 0.75, "probability_low": 0.75, "#
          + #""probability_mid": 0.25, "probability_high": 0.0, "model_version": "v1.0.0"}"#
      ])
  }

  @Test func `never writes over a column that is kept`() {
    for input in ["x,probability_mid\n1,2\n", #"{"x": 1, "probability_mid": 2}"#] {
      let refusal = LearnerError.outputNameTaken(path: "rows", column: "probability_mid")
      #expect(throws: refusal) { try lines(model, input, keepsColumns: true) }
    }
    // What only other models answer is a name like any other.
    #expect(throws: Never.self) { try lines(model, "x,prediction\n1,2\n", keepsColumns: true) }
  }

  @Test func `has its task and its labels, and no threshold`() throws {
    let predictor = try Predictor(model.resolved)
    #expect(predictor.task == .multiclass)
    #expect(predictor.classes == TaskModel.classes)
    #expect(predictor.threshold == nil)
  }

  @Test func `scores many rows in batches`() throws {
    let found = try lines(model, "x\n" + String(repeating: "-1\n1\n-0.5\n", count: 3000))
    #expect(found.count == 9001)
    #expect(Set(found.dropFirst()).count == 3)
    // The first batch ends with row 4096, the first of three.
    #expect(found[4096] == "high,0.5,0.25,0.25,0.5,v1.0.0")
    #expect(found[4097] == "low,0.75,0.75,0.25,0.0,v1.0.0")
  }
}

@Suite struct `A predictor of numbers` {
  let model: TaskModel

  init() throws { model = try TaskModel.numbers() }

  /// 2 · (3 - 1) = 4, 2 · (0.25 - 1) = -1.5.
  @Test func `answers the number`() throws {
    #expect(
      try lines(model, "x\n3\n0.25\n") == ["prediction,model_version", "4.0,v1.0.0", "-1.5,v1.0.0"])
    #expect(
      try lines(model, #"{"x": 3}"#) == [#"{"prediction": 4.0, "model_version": "v1.0.0"}"#])
    let predictor = try Predictor(model.resolved)
    #expect(predictor.task == .regression && predictor.classes.isEmpty)
  }
}

@Suite struct `A registered model for` {
  /// The signature was written by what names the answers; 4 rows are too few to be told apart.
  @Test(arguments: LearningTask.allCases.filter { $0 != .binary })
  func `several labels or numbers has nothing that lint takes for a mistake`(
    task: LearningTask
  ) throws {
    let model = try task == .regression ? TaskModel.numbers() : TaskModel.severalLabels()
    #expect(try model.registry.lint(.exact(ModelVersion("v1.0.0"))).findings == [])
  }

  @Test func `several labels answers what its signature says`() throws {
    let model = try TaskModel.severalLabels()
    let predictor = try Predictor(model.resolved)
    let table = Table(
      columns: [Column(name: "x", type: .real, values: .numbers([1]))], rowCount: 1)
    var answer = predictor.outputs.answer(try predictor.predict(table)[0])
    answer["model_version"] = "v1.0.0"
    #expect(predictor.signature.validate(response: answer) == [])
    #expect(predictor.signature.outputs.map(\.name) == answer.keys)
    #expect(predictor.signature.outputs[0].classes == TaskModel.classes)
    #expect(predictor.signature.outputs[0].positiveClass == nil)
  }

  @Test func `several labels or numbers is not compared row by row`() throws {
    for (model, task) in [
      (try TaskModel.severalLabels(), LearningTask.multiclass),
      (try TaskModel.numbers(), .regression),
    ] {
      #expect(throws: LearnerError.notPaired(task)) {
        try ScoredRows(
          champion: model.resolved, challenger: model.resolved, as: ModelVersion("v1.1.0"),
          data: "rows.csv")
      }
    }
  }

  @Test(arguments: [
    (#""task": "multiclass_classification""#, #""task": "binary""#, "does not name two classes"),
    (#""mid""#, #""low""#, "names a class twice"),
    (
      #""task": "multiclass_classification""#, #""task": "regression""#,
      "it answers 3 numbers a row, not 1"
    ),
  ])
  func `several labels cannot be scored when its metadata says something else`(
    found: String, replacement: String, reason: String
  ) throws {
    let model = try TaskModel.severalLabels()
    let name = "artifacts/model_metadata_v1.json"
    try model.directory.write(
      model.directory.read(name).replacing(found, with: replacement), to: name)
    let version = try ModelVersion("v2.0.0")
    try model.registry.register(
      ArtifactDirectory(model.directory.file("artifacts")), as: version, by: "ana")
    let resolved = try model.registry.resolve(.exact(version))
    let error = #expect(throws: LearnerError.self) {
      let column = Column(name: "x", type: .real, values: .numbers([1]))
      return try Predictor(resolved).predict(Table(columns: [column], rowCount: 1))
    }
    #expect(error?.message.contains(reason) == true, "\(String(describing: error?.message))")
  }
}
