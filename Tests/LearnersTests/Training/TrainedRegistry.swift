import Registry
import TestSupport

@testable import Learners

/// A registry of models that were trained on small files, in a directory of a test's own.
struct TrainedRegistry {
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
  }

  /// Trains on the rows of a file and registers the model.
  @discardableResult
  func register(
    _ version: String, from csv: String, _ change: (inout TrainingPipeline) -> Void = { _ in }
  ) throws -> ResolvedModel {
    let data = try directory.write(csv, to: "\(version).csv")
    var pipeline = TrainingPipeline(data: data, target: "y")
    pipeline.candidates = [Candidate(.logisticRegression)]
    change(&pipeline)
    try pipeline.run().write(to: directory.file("artifacts"))
    let version = try ModelVersion(version)
    try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    return try registry.resolve(.exact(version))
  }

  func promote(_ version: String) throws { try registry.promote(ModelVersion(version), by: "ana") }
}

extension SampleRows {
  /// Rows that are in none of the other files.
  static func csv(_ numbers: Range<Int>) -> String {
    ([header] + numbers.map(row)).map { $0 + "\n" }.joined()
  }

  /// The same rows with each label in place of the other one: who learns from them is mostly wrong.
  static func contrary(rows: Int = 120) -> String {
    csv(rows: rows) { line in
      line.hasSuffix("yes") ? line.dropLast(3) + "no" : line.replacing(/no$/, with: "yes")
    }
  }
}
