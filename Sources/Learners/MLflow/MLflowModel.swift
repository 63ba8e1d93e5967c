internal import Registry

/// The `MLmodel` file beside an ONNX model, by which MLflow loads it.
///
/// The signature is one of tensors [-1, 1], one for each column: without it, MLflow hands onnxruntime columns
/// without a second axis, which it refuses.
///
/// Source: MLflow 2.22 and 3.17, `mlflow.onnx` and the MLmodel format.
struct MLflowModel {
  /// The name of the file.
  static let fileName = "MLmodel"

  /// The name of the model file beside it.
  private let model: String
  private let inputs: [JSONValue]
  /// `nil` where an output is no tensor, which the signature has no words for.
  private let outputs: [JSONValue]?

  /// - Parameters:
  ///   - bytes: The content of the model file.
  ///   - path: The model file.
  /// - Throws: ``LearnerError/unfitForMLflow(path:reason:)``, or ``LearnerError/brokenONNX(_:)``.
  init(_ bytes: [UInt8], of path: String) throws(LearnerError) {
    guard ModelFormat.format(of: bytes) == .onnx else {
      throw .unfitForMLflow(path: path, reason: "it is not an ONNX file")
    }
    guard let graph = try ONNXModel.decode(bytes).graph else {
      throw .brokenONNX(.missing("graph"))
    }
    model = PathText.split(path).name
    var inputs: [JSONValue] = []
    for info in graph.givenInputs {
      let name = info.name ?? ""
      guard case .tensor(let tensor)? = info.type?.kind, tensor.width == 1, let type = tensor.dtype
      else {
        throw .unfitForMLflow(path: path, reason: "its input '\(shown(name))' is not one column")
      }
      inputs.append(Self.column(name, type, shape: [-1, 1]))
    }
    self.inputs = inputs
    let outputs = graph.outputs.compactMap(Self.output)
    self.outputs = outputs.count == graph.outputs.count ? outputs : nil
  }

  /// The content of the file.
  var text: String {
    """
    flavors:
      onnx:
        data: \(Self.quoted(model))
        providers: [CPUExecutionProvider]
        onnx_session_options: null
      python_function:
        loader_module: mlflow.onnx
        data: \(Self.quoted(model))
        python_version: '3.11'
    signature:
      inputs: \(Self.quoted(Self.json(inputs)))

    """ + (outputs.map { "  outputs: \(Self.quoted(Self.json($0)))\n" } ?? "")
  }

  private static func output(_ info: ONNXValueInfo) -> JSONValue? {
    guard let name = info.name, case .tensor(let tensor)? = info.type?.kind,
      let type = tensor.dtype, let dimensions = tensor.shape?.dimensions
    else { return nil }
    let shape = dimensions.map { dimension in
      if case .fixed(let length) = dimension.length, length > 0 { Int(length) } else { -1 }
    }
    return column(name, type, shape: shape)
  }

  private static func column(_ name: String, _ type: String, shape: [Int]) -> JSONValue {
    .object([
      "name": .string(name), "type": "tensor",
      "tensor-spec": .object([
        "dtype": .string(type), "shape": .array(shape.map(JSONValue.integer)),
      ]),
    ])
  }

  private static func json(_ columns: [JSONValue]) -> String {
    String(decoding: JSONValue.array(columns).compactText, as: UTF8.self)
  }

  /// YAML text in single quotes, in which nothing but the quote means anything.
  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }
}

extension ONNXTensorType {
  /// The type of the elements as numpy names it; `nil` for one that is not known.
  fileprivate var dtype: String? { elementType.flatMap { ElementType(rawValue: $0)?.name } }
}
