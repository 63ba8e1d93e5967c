import Foundation
import Registry
import Testing

@testable import Learners

/// A model of `Fixtures/foreign` with rows and what the library that made it answers: `make.py` of
/// `.ci/interop/foreign_models` wrote them, with the versions that stand in their metadata.
struct ForeignModel: Sendable, CustomTestStringConvertible {
  let directory: URL
  let file: String
  let tolerance: Double

  /// All, in the order of their names.
  static let all: [ForeignModel] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/foreign")
    let generations = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return generations.sorted().flatMap { generation in
      let place = root.appending(path: generation)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      return names.sorted().compactMap { ForeignModel(place.appending(path: $0)) }
    }
  }()

  private init?(_ directory: URL) {
    let content = try? Data(contentsOf: directory.appending(path: "case.json"))
    let fields = content.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
    guard let file = fields?["model"] as? String, let tolerance = fields?["tolerance"] as? Double
    else { return nil }
    (self.directory, self.file, self.tolerance) = (directory, file, tolerance)
  }

  var testDescription: String {
    "\(directory.deletingLastPathComponent().lastPathComponent)/\(directory.lastPathComponent)"
  }

  var rows: String { directory.appending(path: "rows.csv").path }

  func resolved() throws -> ResolvedModel {
    try ResolvedModel(model: directory.appending(path: file).path, metadata: nil, signature: nil)
  }

  /// The answers of the library: the probabilities row by row, or the numbers, and the labels.
  func expected() throws -> (numbers: [Double], labels: [String]) {
    let lines = try String(contentsOf: directory.appending(path: "expected.csv"), encoding: .utf8)
      .split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",")
    let rows = lines.dropFirst().map { $0.split(separator: ",") }
    let label = header.firstIndex(of: "label")
    let numbers = header.indices.filter { $0 != label }
    return (
      try rows.flatMap { row in try numbers.map { try #require(Double(row[$0])) } },
      label.map { label in rows.map { String($0[label]) } } ?? []
    )
  }
}
