import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A training that searches` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  /// Five trees at most, so that the trials take no time.
  private static let space = SearchSpace([
    .logisticRegression: ["C": .numbers(1e-3...1e3, logarithmic: true)],
    .ridge: ["alpha": .numbers(1e-3...1e3, logarithmic: true)],
    .gradientBoosting: [
      "n_estimators": .integers(1...5, logarithmic: false),
      "min_samples_leaf": .integers(2...8, logarithmic: false),
    ],
  ])

  private func pipeline(
    _ task: LearningTask = .binary, trials: Int = 9
  ) throws -> TrainingPipeline {
    var pipeline = try sample.pipeline(
      task, task == .regression ? .ridge : .logisticRegression, .gradientBoosting, rows: 400)
    pipeline.search = .trials(trials)
    pipeline.searchSpace = Self.space
    return pipeline
  }

  private func trials(of parent: RunID) throws -> [RunRecord] {
    let store = RunStore(artifacts: sample.directory.file("artifacts"))
    return try store.records().runs.filter { $0.parent == parent }
      .sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  /// Nine on a ninth of the rows, three on a third, one on all; by hand from a factor of 3.
  @Test(arguments: LearningTask.allCases)
  func `keeps every trial as a run of its own`(task: LearningTask) throws {
    let result = try pipeline(task).run()
    let parent = try sample.write(result)
    let trials = try trials(of: parent)
    #expect(trials.map(\.name) == (0..<9).map { "trial \($0)" })
    #expect(trials.count { $0.status == .finished } == 1)
    #expect(trials.count { $0.status == .stopped } == 8)
    let shares = trials.compactMap(\.resource).sorted()
    for (share, expected) in zip(
      shares, [Double](repeating: 1 / 9.0, count: 6) + [1 / 3.0, 1 / 3.0, 1])
    {
      #expect(abs(share - expected) < 1e-12)
    }
    #expect(trials.first { $0.status == .finished }?.resource == 1)
    for (trial, searched) in zip(trials, result.searched) {
      #expect(trial.parameters == searched.result.trial.candidate.hyperparameters)
      #expect(trial.modelFamily == searched.result.trial.candidate.family.metadataName)
      #expect(trial.seed == 42 && trial.dataSHA256 == result.dataSHA256)
      let scores = searched.result.scores.map(\.score)
      #expect(trial.curves == [RunCurve("rungs.\(result.metric.rawValue)", scores)])
      #expect(trial.metric(result.metric.rawValue)?.value == scores.last)
    }
  }

  @Test func `lets trials that learned from all rows compete with the candidates`() throws {
    let result = try pipeline().run()
    let finished = result.searched.map(\.result).filter { $0.outcome == .finished }
    #expect(result.candidates.count == 2 + finished.count)
    for trial in finished {
      #expect(
        result.candidates.contains {
          $0.candidate == trial.trial.candidate && $0.score == trial.scores.last?.score
        })
    }
    #expect(result.candidate == result.candidates[0].candidate)
  }

  /// A penalty that allows no slope makes every usual candidate useless.
  @Test func `takes a trial that is better than the candidates`() throws {
    var pipeline = try pipeline(trials: 2)
    pipeline.candidates = [.logisticRegression(useless)]
    (pipeline.metric, pipeline.calibration) = (.logLoss, .none)
    pipeline.searchSpace = SearchSpace([
      .logisticRegression: ["C": .numbers(0.5...2, logarithmic: false)]
    ])
    let result = try pipeline.run()
    let strength = try #require(result.candidate.hyperparameters["C"]?.doubleValue)
    #expect((0.5...2).contains(strength))
    #expect(result.candidates.last?.candidate == .logisticRegression(useless))
    #expect(try sample.metadata(result)["hyperparameters"]?["C"]?.doubleValue == strength)
  }

  private var useless: LogisticRegression {
    var learner = LogisticRegression()
    learner.inverseRegularization = 1e-9
    return learner
  }

  @Test func `finds the same with the same seed, and other trials with another`() throws {
    var pipeline = try pipeline()
    let (one, other) = (try pipeline.run(), try pipeline.run())
    #expect(one.model == other.model)
    #expect(one.searched.map(\.result) == other.searched.map(\.result))
    pipeline.seed = 43
    #expect(
      try pipeline.run().searched.map(\.result.trial) != one.searched.map(\.result.trial))
  }

  @Test func `gives every trial the hyperparameters that were set`() throws {
    var pipeline = try pipeline()
    pipeline.parameters = [try ParameterSetting("gradient-boosting.n_estimators=2")]
    let boosted = try pipeline.run().searched.map(\.result.trial.candidate)
      .filter { $0.family == .gradientBoosting }
    #expect(!boosted.isEmpty)
    #expect(boosted.allSatisfy { $0.hyperparameters["n_estimators"] == 2 })
  }

  @Test func `draws only families that are candidates`() throws {
    var pipeline = try pipeline()
    pipeline.candidates = [SampleTraining.candidate(.gradientBoosting)]
    let families = try pipeline.run().searched.map(\.result.trial.candidate.family)
    #expect(Set(families) == [.gradientBoosting])
  }

  @Test func `ranks trials by their folds where there are some`() throws {
    var pipeline = try pipeline(trials: 3)
    pipeline.folds = 3
    let result = try pipeline.run()
    #expect(result.candidates.allSatisfy { $0.deviation != nil })
    #expect(result.trainingRowCount == 320)
  }

  /// Of 5 rows that say yes 3 are learned from, of which a ninth is none.
  @Test func `tries everything on all rows where a part would be too few`() throws {
    var number = 0
    let csv = SampleRows.csv(rows: 60) { line in
      defer { number += 1 }
      guard number > 0, let comma = line.lastIndex(of: ",") else { return line }
      return line[...comma] + (number % 12 == 0 ? "yes" : "no")
    }
    var pipeline = try pipeline()
    pipeline.data = try sample.directory.write(csv, to: "rare.csv")
    let searched = try pipeline.run().searched.map(\.result)
    #expect(searched.allSatisfy { $0.outcome == .finished && $0.scores.map(\.share) == [1] })
  }

  @Test func `tries one set at least where there is no time`() throws {
    var pipeline = try pipeline()
    pipeline.search = .time(.zero, clock: { .zero })
    let result = try pipeline.run()
    #expect(result.searched.count == 1)
    #expect(result.candidates.count == 2)
  }
}
