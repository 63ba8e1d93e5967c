@testable import Learners

/// Whatever bytes are said to be an ONNX model, the answer is a typed error or one number or more a row.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(LearnerError) {
    let graph = try ScoringGraph(try ONNXModel.decode(bytes))
    let answers = try graph.run(ordered: graph.inputs.map(batch))
    precondition(answers.count == graph.outputs.count, "an output is not answered")
    for (answer, port) in zip(answers, graph.outputs) {
      precondition(answer.elements.type == port.type, "an answer is of another type")
    }
    _ = try ScoringModel(onnx: bytes)
  } catch {}
  return 0
}

/// Two rows of an input, one of them without a value.
private func batch(_ port: GraphPort) -> Tensor {
  var width = 1
  if let shape = port.shape, shape.count == 2, case .fixed(let columns) = shape[1] {
    width = Int(max(0, min(columns, 8)))
  }
  let shape = port.shape?.count == 1 ? [2] : [2, width]
  let size = shape.reduce(1, *)
  let elements: Tensor.Elements =
    switch port.type {
    case .float: .floats((0..<size).map { $0 == 0 ? .nan : Float($0) })
    case .double: .doubles((0..<size).map { $0 == 0 ? .nan : Double($0) })
    case .int64: .int64s((0..<size).map { $0 == 0 ? .min : Int64($0) })
    case .bool: .bools((0..<size).map { $0 == 0 })
    case .string: .strings(codes: (0..<size).map { $0 == 0 ? -1 : 0 }, levels: ["é"])
    }
  return Tensor(elements, shape: shape)
}
