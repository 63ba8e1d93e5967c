import Foundation
import Registry
import Testing

@testable import Learners

@Suite struct `The ports of an ONNX file` {
  private func ports(_ fixture: String) throws -> ModelInspection {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/ONNX/\(fixture)")
    return ModelPorts.inspect(onnx: [UInt8](try Data(contentsOf: path)))
  }

  /// make_fixtures.py names the inputs; the converter adds a label and a list of maps.
  @Test func `are what scikit-learn's converter wrote`() throws {
    let expected = ModelPorts(
      inputs: [
        .init(name: "age", kind: .number, width: 1), .init(name: "job", kind: .text, width: 1),
      ],
      outputs: [
        .init(name: "output_label", kind: .number), .init(name: "output_probability", kind: .other),
      ])
    #expect(try ports("sklearn_logistic_zipmap.onnx") == .ports(expected))
  }

  @Test func `leave out constants, as old exporters list them`() throws {
    var graph = ONNXGraph()
    graph.inputs = [
      ONNXValueInfo(name: "x", type: .float, shape: [.named("N"), .fixed(3)]),
      ONNXValueInfo(name: "weights", type: .float, shape: [.fixed(3)]),
      ONNXValueInfo(name: "city", type: .string, shape: [.named("N"), .fixed(1)]),
    ]
    graph.initializers = [ONNXTensor(name: "weights", int64s: [1])]
    var model = ONNXModel()
    model.graph = graph
    let expected = ModelPorts(
      inputs: [
        .init(name: "x", kind: .number, width: 3), .init(name: "city", kind: .text, width: 1),
      ], outputs: [])
    #expect(ModelPorts.inspect(onnx: model.encode()) == .ports(expected))
  }

  @Test(arguments: [[], Array("model bytes".utf8), [0xFF, 0xFF, 0xFF]])
  func `are not there where the bytes are no model`(bytes: [UInt8]) {
    guard case .unreadable(let reason) = ModelPorts.inspect(onnx: bytes) else {
      Issue.record("it was read")
      return
    }
    #expect(reason.hasPrefix("the ONNX model is broken: "))
  }
}
