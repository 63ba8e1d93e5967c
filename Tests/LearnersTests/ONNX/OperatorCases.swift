import Foundation
import Testing

@testable import Learners

/// A graph of one operator, and what onnxruntime answered: of `operators.onnx`, which
/// `.ci/interop/onnx_operators.py` made with onnx 1.23.2 and onnxruntime 1.31.1.
struct OperatorCase: Sendable, CustomTestStringConvertible {
  let name: String
  let model: ONNXModel
  let inputs: [NamedTensor]
  /// `nil` where onnxruntime refuses it.
  let outputs: [NamedTensor]?

  var testDescription: String { name }

  static func all() throws -> [OperatorCase] {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/ONNX/operators.onnx")
    // `.ci/interop/run` makes them anew, on the machine that it runs on.
    let made = ProcessInfo.processInfo.environment["REGISTRY_OPERATOR_CASES"]
      .map { URL(filePath: $0) }
    let holder = try ONNXModel.decode([UInt8](try Data(contentsOf: made ?? fixture)))
    return try holder.graph?.nodes.map(OperatorCase.init) ?? []
  }

  private init(_ node: ONNXNode) throws {
    name = node.name ?? ""
    var model = ONNXModel()
    model.irVersion = 8
    var (inputs, outputs): ([NamedTensor], [NamedTensor]?) = ([], nil)
    for attribute in node.attributes {
      switch (attribute.name, attribute.content) {
      case ("graph", .graph(let graph)): model.graph = graph
      case ("versions", .ints(let versions)):
        model.operatorSets = [
          ONNXOperatorSet(domain: "", version: versions[0]),
          ONNXOperatorSet(domain: "ai.onnx.ml", version: versions[1]),
        ]
      case ("inputs", .tensors(let tensors)): inputs = try tensors.map(Self.named)
      case ("outputs", .tensors(let tensors)): outputs = try tensors.map(Self.named)
      default: break
      }
    }
    (self.model, self.inputs, self.outputs) = (model, inputs, outputs)
  }

  private static func named(_ tensor: ONNXTensor) throws -> NamedTensor {
    NamedTensor(tensor.name ?? "", try tensor.tensor())
  }
}
