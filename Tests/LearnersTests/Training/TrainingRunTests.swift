import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `The run of a training` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  private var store: RunStore { RunStore(artifacts: sample.directory.file("artifacts")) }

  @Test(arguments: LearningTask.allCases)
  func `says what was asked for and what came out`(task: LearningTask) throws {
    var pipeline = try sample.pipeline(task, .gradientBoosting)
    pipeline.seed = 7
    let result = try pipeline.run()
    let id = try sample.write(result)
    #expect(try store.ids() == [id])
    let run = try store.record(of: id)
    #expect(run.status == .finished && run.error == nil && run.parent == nil)
    #expect(run.name == "a test")
    #expect(run.dataFile == "rows.csv" && run.dataSHA256 == result.dataSHA256)
    #expect(run.seed == 7)
    #expect(run.modelFamily == "gradient_boosting")
    #expect(run.parameters == result.candidate.hyperparameters)
    #expect(run.release == ReleaseVersion.current)
    #expect(run.host != nil && run.user != nil)
    #expect(run.durationSeconds == result.duration.seconds)
    let fields = run.metrics.fields
    #expect(fields["primary_metric"]?.stringValue == result.metric.rawValue)
    for (section, metrics) in [
      ("validation_metrics", result.validationMetrics), ("test_metrics", result.testMetrics),
    ] {
      let value = try #require(metrics.value(of: result.metric))
      #expect(fields[section]?[result.metric.rawValue]?.doubleValue == value)
    }
    let losses = result.trained.fitted.validationLosses
    #expect(losses.count == 5)
    let name = task == .regression ? "validation.mse" : "validation.log_loss"
    #expect(run.curves == [RunCurve(name, losses)])
  }

  /// After the last tree the loss on watched rows is that of the finished model; squared for numbers.
  @Test(arguments: LearningTask.allCases)
  func `has a curve that ends with the loss of the model`(task: LearningTask) throws {
    var pipeline = try sample.pipeline(task, .gradientBoosting)
    pipeline.calibration = .none
    let result = try pipeline.run()
    let last = try #require(result.trained.fitted.validationLosses.last)
    let loss = try #require(
      result.validationMetrics.value(of: task == .regression ? .rootMeanSquaredError : .logLoss))
    let expected = task == .regression ? loss * loss : loss
    #expect(abs(last - expected) < 1e-5 * max(1, expected))
  }

  @Test func `holds the same files as the directory above, and is named in the metadata`() throws {
    let id = try sample.write(try sample.pipeline(.binary, .logisticRegression).run())
    let place = "artifacts/runs/\(id)/"
    let files = sample.directory.contents().filter { !$0.key.hasSuffix("/") }
    let above = files.filter { $0.key.hasPrefix("artifacts/") && !$0.key.contains("/runs") }
    let kept = files.filter { $0.key.hasPrefix(place) && $0.key != place + "run.json" }
    #expect(above.count == kept.count)
    for (name, content) in above {
      #expect(kept[name.replacing("artifacts/", with: place)] == content, "\(name)")
    }
    #expect(try sample.json("model_metadata_v1.json")["run_id"]?.stringValue == id.description)
  }

  @Test func `stays when another training takes the place of its files`() throws {
    let pipeline = try sample.pipeline(.binary, .logisticRegression)
    let (first, second) = (try sample.write(pipeline.run()), try sample.write(pipeline.run()))
    #expect(Set(try store.ids()) == [first, second])
    #expect(try store.artifacts(of: first).path.hasSuffix(first.description))
  }

  @Test func `is registered in place of the last one, and named in the lineage`() throws {
    let first = try sample.pipeline(.binary, .logisticRegression).run()
    let run = try sample.write(first)
    try sample.write(try sample.pipeline(.binary, .gradientBoosting).run())
    let registry = ModelRegistry(at: sample.directory.file("registry"))
    let version = try ModelVersion("v1.0.0")
    try registry.register(store.artifacts(of: run), as: version, by: "ana")
    #expect(try registry.resolve(.exact(version)).readModel() == first.model)
    let manifest = try registry.manifest(of: version)
    #expect(manifest.lineage.runID == run.description)
  }
}
