import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `A version that is exported for MLflow` {
  private func text(
    _ inputs: [ONNXValueInfo], _ outputs: [ONNXValueInfo]
  ) throws(LearnerError) -> String {
    var graph = ONNXGraph()
    graph.inputs = inputs
    graph.outputs = outputs
    var model = ONNXModel()
    model.irVersion = 7
    model.graph = graph
    return try MLflowModel(model.encode(), of: "v1.0.0/model.onnx").text
  }

  private func column(_ name: String, _ type: ElementType = .float) -> ONNXValueInfo {
    ONNXValueInfo(name: name, type: type, shape: [.named("rows"), .fixed(1)])
  }

  /// MLflow 2.22.5 and 3.17.2 load such a file and score data frames with it.
  @Test func `has an MLmodel file with a signature of tensors, one for each column`() throws {
    let label = ONNXValueInfo(name: "label", type: .int64, shape: [.named("rows")])
    let both = ONNXValueInfo(
      name: "probabilities", type: .float, shape: [.named("rows"), .fixed(2)])
    #expect(
      try text([column("it's"), column("job", .string)], [label, both]) == """
        flavors:
          onnx:
            data: 'model.onnx'
            providers: [CPUExecutionProvider]
            onnx_session_options: null
          python_function:
            loader_module: mlflow.onnx
            data: 'model.onnx'
            python_version: '3.11'
        signature:
          inputs: '[{"name": "it''s", "type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 1]}}, {"name": "job", "type": "tensor", "tensor-spec": {"dtype": "str", "shape": [-1, 1]}}]'
          outputs: '[{"name": "label", "type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}, {"name": "probabilities", "type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1, 2]}}]'

        """)
  }

  @Test func `says nothing of outputs where one is no tensor`() throws {
    var map = ONNXValueInfo(name: "probabilities", type: .float, shape: [])
    map.type = ONNXType(.sequence(ONNXSequenceType()))
    #expect(try !text([column("x")], [map]).contains("outputs"))
  }

  @Test func `needs an input for each column`() {
    let wide = ONNXValueInfo(name: "x", type: .float, shape: [.named("rows"), .fixed(6)])
    let refusal = LearnerError.unfitForMLflow(
      path: "v1.0.0/model.onnx", reason: "its input 'x' is not one column")
    #expect(throws: refusal) { try text([wide], []) }
  }

  @Test func `needs to be ONNX`() throws {
    let sample = try SampleRegistry("v1.0.0")
    let error = #expect(throws: LearnerError.self) {
      try sample.registry.export(
        .exact(ModelVersion("v1.0.0")), toMLflow: sample.directory.file("copy"))
    }
    #expect(
      error
        == .unfitForMLflow(
          path: sample.file("v1.0.0/model.joblib"), reason: "it is not an ONNX file"))
    #expect(throws: (any Error).self) { try sample.directory.read("copy/model.joblib") }
  }

  @Test func `lies in a directory of its own, whole, beside the files as they were registered`()
    throws
  {
    let model = try TaskModel.numbers()
    let path = model.directory.file("copy")
    let version = ModelReference.exact(try ModelVersion("v1.0.0"))
    try model.registry.export(version, toMLflow: path)
    for name in ["manifest.json", "model_signature.json"] {
      #expect(
        try model.directory.read("copy/\(name)") == model.directory.read("registry/v1.0.0/\(name)"))
    }
    #expect(try model.directory.read("copy/MLmodel").hasPrefix("flavors:\n"))
    // It is a copy: what others do with it is theirs.
    try model.directory.write("more", to: "copy/model_report.md")
    #expect(throws: LearnerError.registry(.fileInTheWay(path: path))) {
      try model.registry.export(version, toMLflow: path)
    }
  }
}
