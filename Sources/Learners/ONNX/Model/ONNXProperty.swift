/// A key and its text.
///
/// Source: onnx-ml.proto, `StringStringEntryProto`.
package struct ONNXProperty: ProtobufMessage {
  package var key: String?
  package var value: String?

  package init() {}

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: key = try reader.string(tag)
    case 2: value = try reader.string(tag)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.string(1, key)
    writer.string(2, value)
  }
}
