/// A set of operators and its version: what the operators of a graph mean.
///
/// Source: onnx-ml.proto, `OperatorSetIdProto`.
package struct ONNXOperatorSet: ProtobufMessage {
  /// "" or "ai.onnx" for the standard operators, "ai.onnx.ml" for those of classical learning.
  package var domain: String?
  package var version: Int64?

  package init() {}

  package init(domain: String, version: Int64) {
    self.domain = domain
    self.version = version
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: domain = try reader.string(tag)
    case 2: version = try reader.int64(tag)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.string(1, domain)
    writer.int(2, version)
  }
}
