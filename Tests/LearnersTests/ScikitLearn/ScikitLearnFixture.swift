import Foundation
import Testing

@testable import Learners

/// A model of `Tests/Fixtures/ScikitLearn`, which `make_fixtures.py` there made, and what scikit-learn
/// answers for the rows there.
struct ScikitLearnFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let labels: [String]
  let answers: [[Double]]
  /// The label of each row; none for numbers.
  let predicted: [String]

  var testDescription: String { name }

  /// Of both versions of scikit-learn.
  static let all: [ScikitLearnFixture] = ["1.2", "1.9"].flatMap { version in
    (json("answers-\(version).json") as? [String: [String: Any]] ?? [:]).map { name, answer in
      ScikitLearnFixture(
        name: name, labels: answer["labels"] as? [String] ?? [],
        answers: answer["answers"] as? [[Double]] ?? [],
        predicted: answer["predicted"] as? [String] ?? [])
    }.sorted { $0.name < $1.name }
  }

  static func named(_ name: String) throws -> ScikitLearnFixture {
    try #require(all.first { $0.name == name })
  }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: Self.url("\(name).pkl"))) }

  func model() throws -> ScoringModel { try ScoringModel(try bytes(), path: name) }

  /// The rows that all models answer.
  static func rows() throws -> Table {
    let rows = try #require(json("rows.json") as? [String: [Any]])
    let columns = try ["age", "balance", "visits", "job", "region"].map { name in
      let cells = try #require(rows[name])
      guard cells.contains(where: { $0 is String }) else {
        return Column(
          name: name, type: .real, values: .numbers(cells.map { $0 as? Double ?? .nan }))
      }
      let levels = cells.compactMap { $0 as? String }
      var next: Int32 = -1
      let codes = cells.map { cell -> Int32 in
        guard cell is String else { return -1 }
        next += 1
        return next
      }
      return Column(
        name: name, type: .categorical, values: .categories(codes: codes, levels: levels))
    }
    return Table(columns: columns, rowCount: columns[0].count)
  }

  static func answers(_ model: ScoringModel, _ rows: Table) throws -> [Double] {
    try modelAnswers(model, rows).numbers
  }

  static func modelAnswers(_ model: ScoringModel, _ rows: Table) throws -> ModelAnswers {
    let binding = try FeatureBinding(
      model.features, inputs: rows.columns.map(\.name), path: "signature")
    return try model.answers(rows, binding)
  }

  private static func json(_ file: String) -> Any? {
    (try? Data(contentsOf: url(file))).flatMap { try? JSONSerialization.jsonObject(with: $0) }
  }

  private static func url(_ file: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/ScikitLearn/\(file)")
  }
}
