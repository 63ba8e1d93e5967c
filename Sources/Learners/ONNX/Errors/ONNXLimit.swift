/// Something an ONNX model may well contain, but that is not supported here.
public enum ONNXLimit: Sendable, Equatable {
  /// The file format is of a version outside 3...13.
  case irVersion(Int64)
  /// An operator set is of a version outside those that are understood.
  case operatorSet(String, version: Int64, supported: ClosedRange<Int64>)
  /// A node is of a domain other than ai.onnx and ai.onnx.ml.
  case domain(String)
  /// An operator is not implemented; `supported` are those that are.
  case operatorKind(String, node: String, supported: [String])
  /// An operator is implemented, but not in the version that the model asks for.
  case operatorVersion(String, version: Int64, supported: ClosedRange<Int64>)
  /// An attribute asks for a variant that is not implemented.
  case attribute(String, value: String, node: String)
  /// A value has elements of a type, by its number, that is not implemented.
  case elementType(of: String, Int32)
  /// A value is not a tensor.
  case notATensor(String)
  /// A tensor's elements are in another file.
  case externalData(tensor: String)
  /// A model part that is not implemented.
  case part(String)
  /// A value would have more elements than are allowed.
  case tooLarge(node: String, shape: [Int])

  var message: String {
    switch self {
    case .irVersion(let version): "version \(version) of the file format is not supported"
    case .operatorSet(let domain, let version, _):
      "version \(version) of the operator set '\(domain)' is not supported"
    case .domain(let domain): "operators of the domain '\(domain)' are not supported"
    case .operatorKind(let name, let node, _):
      "the operator '\(name)' of the node '\(node)' is not supported"
    case .operatorVersion(let name, let version, _):
      "the operator '\(name)' of operator set version \(version) is not supported"
    case .attribute(let name, let value, let node):
      "\(name) '\(value)' of the node '\(node)' is not supported"
    case .elementType(let name, let type):
      "the element type \(ElementType.name(ofNumber: type)) of '\(name)' is not supported"
    case .notATensor(let name): "'\(name)' is not a tensor, which is not supported"
    case .externalData(let tensor):
      "the elements of '\(tensor)' are in another file, which is not supported"
    case .part(let part): "\(part) are not supported"
    case .tooLarge(let node, let shape):
      "the node '\(node)' would make \(shapeText(shape)) elements, too many for memory"
    }
  }

  var remedy: String? {
    switch self {
    case .irVersion: "convert the model with file format (ir) version 7"
    case .operatorSet(_, _, let supported), .operatorVersion(_, _, let supported):
      "convert the model with a target opset from \(supported.lowerBound) to \(supported.upperBound)"
    case .operatorKind(_, _, let supported):
      "operators there are: \(supported.joined(separator: ", "))"
    case .externalData: "save the model as one file"
    case .tooLarge: "score fewer rows at a time"
    case .domain: "convert the model with operators of ai.onnx and ai.onnx.ml only"
    case .attribute, .elementType, .notATensor, .part: nil
    }
  }
}
