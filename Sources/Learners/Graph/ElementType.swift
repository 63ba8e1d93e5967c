/// What the elements of a tensor are, by the number that ONNX gives the type.
package enum ElementType: Int32, Sendable, CaseIterable {
  case float = 1
  case int64 = 7
  case string = 8
  case bool = 9
  case double = 11

  /// The name that numpy and onnxruntime give the type.
  package var name: String {
    switch self {
    case .float: "float32"
    case .int64: "int64"
    case .string: "str"
    case .bool: "bool"
    case .double: "float64"
    }
  }
}
