/// A list of values of one type, as `ZipMap` makes.
///
/// Source: onnx-ml.proto, `TypeProto.Sequence`.
package struct ONNXSequenceType: ProtobufMessage {
  package var element: ONNXType?

  package init() {}

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: try reader.merge(tag, into: &element)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) { writer.message(1, element) }
}
