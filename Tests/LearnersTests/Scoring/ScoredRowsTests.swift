import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `Rows that two models score` {
  private let trained: TrainedRegistry
  private let champion: ResolvedModel
  private let challenger: ResolvedModel
  private let version: ModelVersion

  init() throws {
    trained = try TrainedRegistry()
    champion = try trained.register("v1.0.0", from: SampleRows.csv())
    challenger = try trained.register("v2.0.0", from: SampleRows.csv(rows: 160)) {
      $0.drop = ["job"]
    }
    version = try ModelVersion("v2.0.0")
  }

  private func scored(_ csv: String, target: String? = nil) throws -> ScoredRows {
    let path = try trained.directory.write(csv, to: "rows.csv")
    return try ScoredRows(
      champion: champion, challenger: challenger, as: version, data: path, target: target)
  }

  /// What one model says of a file by itself.
  private func probabilities(_ model: ResolvedModel) throws -> [Double] {
    let output = trained.directory.file("scores.csv")
    _ = try Predictor(model).predict(file: trained.directory.file("rows.csv"), to: output)
    return try trained.directory.read("scores.csv").split(separator: "\n").dropFirst()
      .compactMap { Float($0.prefix { $0 != "," }).map(Double.init) }
  }

  @Test func `are the same for both, with what each says of them by itself`() throws {
    let scored = try scored(SampleRows.csv(500..<540))
    #expect(scored.champion == champion.version)
    #expect(scored.challenger == version)
    let labels = (500..<540).map { SampleRows.row($0).hasSuffix("yes") }
    #expect(scored.predictions.labels == labels)
    #expect(try scored.predictions.first == probabilities(champion))
    #expect(try scored.predictions.second == probabilities(challenger))
    #expect(scored.predictions.first != scored.predictions.second)
  }

  @Test func `have their labels in the column that is named`() throws {
    let csv = SampleRows.csv(500..<540)
    let renamed = csv.replacing("job,y\n", with: "job,truth\n")
    #expect(try scored(renamed, target: "truth").predictions == scored(csv).predictions)
  }

  @Test(arguments: [
    ("yes\n", "maybe\n", LearnerError.noSuchLabel("maybe", column: "y", known: ["no", "yes"])),
    (",yes\n", ",\n", .targetMissing(column: "y", row: 5, count: 15)),
    ("yes\n", "no\n", .oneLabelOnly("no")),
    ("job,y\n", "job,z\n", .noSuchColumn("y", known: ["age", "balance", "job", "z"])),
  ])
  func `are refused when their labels are not those of the models`(
    part: String, other: String, error: LearnerError
  ) throws {
    let csv = SampleRows.csv(501..<533)
    let path = trained.directory.file("rows.csv")
    #expect(throws: LearnerError.labelledRows(path: path, error)) {
      try scored(csv.replacing(part, with: other))
    }
  }

  @Test func `are refused when there are none, or none that a model can score`() throws {
    #expect(throws: LearnerError.self) { try scored(SampleRows.header + "\n") }
    let path = trained.directory.file("rows.csv")
    #expect(throws: LearnerError.missingInputs(path: path, names: ["job"])) {
      try scored("age,balance,y\n40,1.5,yes\n")
    }
  }

  @Test(arguments: ["v1.0.0", "v2.0.0"])
  func `are not those that one was trained from`(version: String) throws {
    let csv = try trained.directory.read("\(version).csv")
    let path = trained.directory.file("rows.csv")
    let refusal = LearnerError.comparedOnTrainingData(path: path, version: version)
    #expect(throws: refusal) { try scored(csv) }
    #expect(refusal.exitCode == .usage)
  }

  @Test func `need models of the same labels, the same one positive`() throws {
    let path = try trained.directory.write(SampleRows.csv(500..<540), to: "rows.csv")
    let digits = SampleRows.csv { $0.replacing(/yes$/, with: "1").replacing(/no$/, with: "0") }
    let others = [
      (
        try trained.register("v3.0.0", from: SampleRows.csv(rows: 130)) { $0.positive = "no" },
        ["yes", "no"]
      ),
      (try trained.register("v4.0.0", from: digits), ["0", "1"]),
    ]
    for (other, classes) in others {
      #expect(throws: LearnerError.otherLabels(champion: ["no", "yes"], challenger: classes)) {
        try ScoredRows(champion: champion, challenger: other, as: version, data: path)
      }
    }
  }
}
