import Learners
import Testing

@Suite struct `An ONNX model` {
  @Test(arguments: ONNXFixtures.allCases)
  func `is written byte for byte as Python wrote it`(file: ONNXFixtures) throws {
    let bytes = try file.bytes()
    #expect(try ONNXModel.decode(bytes).encode() == bytes)
  }

  @Test func `keeps what nothing here reads`() throws {
    var model = ONNXModel()
    model.functions = [[1, 2]]
    model.trainings = [[3]]
    model.graph = ONNXGraph()
    model.graph?.sparseInitializers = [[4]]
    model.graph?.quantizations = [[5]]
    let again = try ONNXModel.decode(model.encode())
    #expect(again.encode() == model.encode())
    #expect(again.functions == [[1, 2]])
  }

  // Elements: node output names that differ only in their code points must stay two names.
  @Test func `keeps texts by their bytes`() throws {
    var graph = ONNXGraph()
    graph.nodes = [
      ONNXNode("Identity", domain: .standard, name: "", inputs: ["é"], outputs: ["e\u{301}"])
    ]
    var model = ONNXModel()
    model.graph = graph
    let node = try #require(try ONNXModel.decode(model.encode()).graph?.nodes.first)
    #expect(Array(node.inputs[0].utf8) == [0xc3, 0xa9])
    #expect(Array(node.outputs[0].utf8) == [0x65, 0xcc, 0x81])
  }
}
