/// The element type and, where it is known, the shape of a tensor.
///
/// Source: onnx-ml.proto, `TypeProto.Tensor`.
package struct ONNXTensorType: ProtobufMessage {
  /// The number of the element type.
  package var elementType: Int32?
  package var shape: ONNXShape?

  /// How many columns a table [N, columns] has; `nil` when it is none, or the file does not say.
  var width: Int? {
    guard let lengths = shape?.dimensions.map(\.length), lengths.count == 2,
      case .fixed(let columns) = lengths[1]
    else { return nil }
    return Int(exactly: columns)
  }

  package init() {}

  package init(elementType: ElementType, shape: [ONNXDimension]?) {
    self.elementType = elementType.rawValue
    self.shape = shape.map(ONNXShape.init)
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: elementType = try reader.int32(tag)
    case 2: try reader.merge(tag, into: &shape)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.int(1, elementType)
    writer.message(2, shape)
  }
}
