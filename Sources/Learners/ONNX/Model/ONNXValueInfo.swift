/// What a graph says of one of its values: its name and type.
///
/// Source: onnx-ml.proto, `ValueInfoProto`.
package struct ONNXValueInfo: ProtobufMessage {
  package var name: String?
  package var type: ONNXType?
  package var documentation: String?
  package var metadata: [ONNXProperty] = []

  package init() {}

  /// A tensor of this type and shape; `nil` for a shape that is not known.
  package init(name: String, type: ElementType, shape: [ONNXDimension]? = nil) {
    self.name = name
    self.type = ONNXType(.tensor(ONNXTensorType(elementType: type, shape: shape)))
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: name = try reader.string(tag)
    case 2: try reader.merge(tag, into: &type)
    case 3: documentation = try reader.string(tag)
    case 4: try reader.append(tag, to: &metadata)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.string(1, name)
    writer.message(2, type)
    writer.string(3, documentation)
    writer.messages(4, metadata)
  }
}
