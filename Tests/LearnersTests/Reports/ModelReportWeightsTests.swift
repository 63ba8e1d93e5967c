import TestSupport
import Testing

@testable import Learners

@Suite struct `The importance of columns in a report` {
  private let sample: SampleTraining

  init() throws { sample = try SampleTraining() }

  /// More test rows than are scored for it, of which the first 2000 say no.
  @Test func `is measured of a file that is sorted by its target`() throws {
    let rows = (0..<2600).map {
      "\($0 % 7 + ($0 < 2450 ? 0 : 4)),\($0 % 5),\($0 < 2450 ? "no" : "yes")\n"
    }
    var pipeline = try sample.pipeline(.binary, .randomForest)
    pipeline.data = try sample.directory.write("x,noise,y\n" + rows.joined(), to: "sorted.csv")
    (pipeline.testFraction, pipeline.validationFraction) = (0.85, 0.05)
    let weights = try pipeline.run().weights
    let means = Dictionary(uniqueKeysWithValues: weights.entries.map { ($0.name, $0.value) })
    #expect(try #require(means["x"]) > 0.1)
    #expect(abs(try #require(means["noise"])) < 0.05)
  }
}
