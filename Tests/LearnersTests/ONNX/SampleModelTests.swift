import Foundation
import Testing

@testable import Learners

@Suite struct `A model written as ONNX` {
  @Test(arguments: SampleModel.all.indices)
  func `answers what the fitted model answers`(index: Int) throws {
    let sample = try SampleModel.all[index]()
    let session = try ScoringGraph(try ONNXModel.decode(try sample.graph.model().encode()))
    let isRegression = sample.name.hasPrefix("regression")
    let rows = SampleModel.others.table
    let found = isRegression ? try session.predictions(rows) : try session.probabilities(rows)
    #expect(found.count == sample.answers.count)
    // Targets are some hundreds, and each of 30 trees may be off by half a bit of sums below 512.
    let tolerance = isRegression ? 30 * 0x1p-16 : 1e-6
    let worst = zip(found, sample.answers).map { abs(Double($0) - $1) }.max()
    #expect(try #require(worst) <= tolerance)
  }

  // onnx 1.14 refuses a file in which it does not know the type of what a node reads.
  @Test(arguments: SampleModel.all.indices)
  func `says which type each node of ai.onnx.ml answers`(index: Int) throws {
    let graph = try #require(try SampleModel.all[index]().graph.model().graph)
    let stated = Set(graph.values.filter { $0.type != nil }.compactMap(\.name))
    let learned = graph.nodes.filter { $0.domain == ONNXDomain.learning.rawValue }
    #expect(!learned.isEmpty)
    #expect(Set(learned.flatMap(\.outputs)) == stated)
  }

  @Test(arguments: SampleModel.all.indices)
  func `is the same bytes every time`(index: Int) throws {
    let make = SampleModel.all[index]
    #expect(try make().graph.model().encode() == make().graph.model().encode())
  }

  /// Written for `.ci/interop/onnx_samples.py`, which compares them with onnxruntime.
  @Test(.enabled(if: samplesDirectory != nil), arguments: SampleModel.all.indices)
  func `is written for other programs`(index: Int) throws {
    let directory = try #require(samplesDirectory)
    let sample = try SampleModel.all[index]()
    let model = try sample.graph.model()
    let answers = try ScoringGraph(model).run(batch(SampleModel.others.table))
    let url = URL(fileURLWithPath: directory)
    try Data(model.encode()).write(to: url.appendingPathComponent("\(sample.name).onnx"))
    try JSONEncoder().encode(SampleFile(SampleModel.others.table, answers)).write(
      to: url.appendingPathComponent("\(sample.name).json"))
  }
}

/// Where to write the models, when somebody asks for them.
private let samplesDirectory = ProcessInfo.processInfo.environment["REGISTRY_ONNX_SAMPLES"]

/// A table as the inputs of a model.
func batch(_ table: Table) -> [NamedTensor] {
  table.columns.map { column in
    switch column.values {
    case .numbers(let numbers): NamedTensor(column.name, .column(numbers.map { Float($0) }))
    case .categories(let codes, let levels):
      NamedTensor(column.name, .column(codes: codes, levels: levels))
    }
  }
}

/// Rows and what our session answers for them.
private struct SampleFile: Encodable {
  var numbers: [String: [Float?]] = [:]
  var texts: [String: [String]] = [:]
  var floats: [String: [Float]] = [:]
  var labels: [String]?

  init(_ table: Table, _ answers: [NamedTensor]) {
    for input in batch(table) {
      if case .strings = input.tensor.elements {
        texts[input.name] = input.tensor.texts
      } else {
        numbers[input.name] = input.tensor.floats.map { $0.isNaN ? nil : $0 }
      }
    }
    for answer in answers {
      switch answer.tensor.elements {
      case .floats(let values): floats[answer.name] = values
      case .doubles(let values): floats[answer.name] = values.map { Float($0) }
      case .int64s(let values): labels = values.map { "\($0)" }
      case .strings, .bools: labels = answer.tensor.texts
      }
    }
  }
}
