/// The axes of a tensor; none at all for a single number.
///
/// Source: onnx-ml.proto, `TensorShapeProto`.
package struct ONNXShape: ProtobufMessage {
  package var dimensions: [ONNXDimension] = []

  package init() {}

  package init(_ dimensions: [ONNXDimension]) { self.dimensions = dimensions }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: try reader.append(tag, to: &dimensions)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) { writer.messages(1, dimensions) }
}
