/// A dictionary, as `ZipMap` makes one for each row.
///
/// Source: onnx-ml.proto, `TypeProto.Map`.
package struct ONNXMapType: ProtobufMessage {
  /// The number of the key's element type.
  package var keyType: Int32?
  package var value: ONNXType?

  package init() {}

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: keyType = try reader.int32(tag)
    case 2: try reader.merge(tag, into: &value)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.int(1, keyType)
    writer.message(2, value)
  }
}
