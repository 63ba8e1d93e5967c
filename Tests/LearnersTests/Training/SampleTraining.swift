import Registry
import TestSupport

@testable import Learners

/// Trainings on sample rows in a directory of a test's own, with few trees so that they take no time.
struct SampleTraining {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// A pipeline for a task; every family that does it, where none is named.
  func pipeline(
    _ task: LearningTask = .binary, _ families: ModelFamily..., rows: Int = 120
  ) throws -> TrainingPipeline {
    let csv = SampleRows.csv(for: task, rows: rows)
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: "rows.csv"), target: "y")
    let chosen = families.isEmpty ? ModelFamily.allCases.filter { $0.does(task) } : families
    pipeline.candidates = chosen.map(Self.candidate)
    return pipeline
  }

  /// A family with its usual hyperparameters, but five small trees.
  static func candidate(_ family: ModelFamily) -> Candidate {
    switch Candidate(family) {
    case .randomForest(var forest):
      forest.treeCount = 5
      return .randomForest(forest)
    case .gradientBoosting(var boosting):
      (boosting.treeCount, boosting.maxLeaves, boosting.minSamplesLeaf) = (5, 4, 5)
      return .gradientBoosting(boosting)
    case let other: return other
    }
  }

  /// Each family with each task that it does.
  static let all = LearningTask.allCases.flatMap { task in
    ModelFamily.allCases.filter { $0.does(task) }.map { (task, $0) }
  }

  /// Writes a training to `artifacts/` and returns its run.
  @discardableResult
  func write(_ result: TrainingResult) throws -> RunID {
    try result.write(to: directory.file("artifacts"), name: "a test")
    return result.run
  }

  /// One of the files of `artifacts/`.
  func json(_ name: String) throws -> JSONValue {
    try JSONValue(parsing: Array(directory.read("artifacts/" + name).utf8))
  }

  /// The metadata of a training, once written.
  func metadata(_ result: TrainingResult) throws -> JSONValue {
    try write(result)
    return try json("model_metadata_v1.json")
  }
}

extension SampleRows {
  /// The rows with another target: three labels by age, or a number that age and job make.
  static func csv(for task: LearningTask, rows: Int = 120) -> String {
    guard task != .binary else { return csv(rows: rows) }
    var index = -1
    return csv(rows: rows) { line in
      defer { index += 1 }
      guard let comma = line.lastIndex(of: ","), index >= 0 else { return line }
      return line[...comma] + target(of: index, for: task)
    }
  }

  private static func target(of index: Int, for task: LearningTask) -> String {
    let age = 20 + (7 * index) % 50
    guard task == .multiclass else { return "\(Double(2 * age + 10 * (index % 3)) + 0.5)" }
    return index % 12 == 0 ? "old" : age < 36 ? "young" : age < 54 ? "middle" : "old"
  }
}
