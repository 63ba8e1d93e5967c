import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A model that is converted to ONNX` {
  static let models = ForeignModel.all.filter { !$0.file.hasSuffix(".onnx") }

  /// `.ci/interop/foreign_models` compares the answers of onnxruntime to such files.
  @Test(arguments: models)
  func `answers every row as before, within floats`(model: ForeignModel) throws {
    let conversion = try ModelConversion(model.resolved(), rows: model.rows)
    let expected = try model.expected().numbers.count / numbersPerRow(model)
    #expect(conversion.rowCount == expected)
    #expect(conversion.largestDistance < 1e-6)
  }

  private func numbersPerRow(_ model: ForeignModel) throws -> Int {
    let line = try String(
      contentsOfFile: model.directory.appending(path: "expected.csv").path, encoding: .utf8
    )
    .prefix { $0 != "\n" }
    return line.split(separator: ",").count { $0 != "label" }
  }

  @Test func `takes one input for each column that the model looks at, by its name`() throws {
    let model = try #require(
      Self.models.first { $0.testDescription == "new/sklearn-logistic-binary-bank" })
    let conversion = try ModelConversion(model.resolved(), rows: model.rows)
    let graph = try ScoringGraph(ONNXModel.decode(conversion.onnx))
    let signature = try model.resolved().readSignature()
    #expect(Set(graph.inputs.map(\.name)).isSubset(of: Set(signature.inputs.map(\.name))))
    #expect(graph.inputs.allSatisfy { $0.type == .double || $0.type == .string })
    #expect(graph.outputs.map(\.name) == ["label", "probabilities"])
  }

  @Test func `is refused with the worst row when a number differs by more than the tolerance`()
    throws
  {
    let model = try #require(
      Self.models.first { $0.testDescription == "new/sklearn-logistic-binary-bank" })
    // Floats have seven digits, so that most rows differ by a little.
    let error = #expect(throws: LearnerError.self) {
      try ModelConversion(model.resolved(), rows: model.rows, tolerance: 0)
    }
    guard
      case .conversionDiffers(let row, let output, let expected, let found, let count, let of)? =
        error
    else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(row > 0 && row <= of && count > 0 && count <= of)
    #expect(output == "risk_score" || output == "probability")
    #expect(expected != found)
    #expect(error?.exitCode == .integrityFailure)
  }

  @Test func `needs rows`() throws {
    let model = try #require(Self.models.first)
    let directory = try TemporaryDirectory()
    let header = try String(contentsOfFile: model.rows, encoding: .utf8).prefix { $0 != "\n" }
    try directory.write("\(header)\n", to: "empty.csv")
    #expect(throws: LearnerError.tableWithoutRows(directory.file("empty.csv"))) {
      try ModelConversion(model.resolved(), rows: directory.file("empty.csv"))
    }
  }
}
