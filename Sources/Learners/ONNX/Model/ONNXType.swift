/// The type of a value: a tensor, or a container of values.
///
/// Source: onnx-ml.proto, `TypeProto`.
package struct ONNXType: ProtobufMessage {
  package var kind: Kind = .unstated
  package var denotation: String?

  package enum Kind: Sendable {
    case unstated
    case tensor(ONNXTensorType)
    indirect case sequence(ONNXSequenceType)
    indirect case map(ONNXMapType)
    /// A kind that is not read; its content is dropped.
    case other
  }

  package init() {}

  package init(_ kind: Kind) { self.kind = kind }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    let before = kind
    switch tag.field {
    case 1:
      kind = .unstated
      var type: ONNXTensorType? = if case .tensor(let type) = before { type } else { nil }
      try reader.merge(tag, into: &type)
      kind = type.map { .tensor($0) } ?? .unstated
    case 4:
      var type: ONNXSequenceType? = if case .sequence(let type) = before { type } else { nil }
      try reader.merge(tag, into: &type)
      kind = type.map { .sequence($0) } ?? .unstated
    case 5:
      var type: ONNXMapType? = if case .map(let type) = before { type } else { nil }
      try reader.merge(tag, into: &type)
      kind = type.map { .map($0) } ?? .unstated
    case 6: denotation = try reader.string(tag)
    case 7, 8, 9:
      kind = .other
      try reader.skip(tag)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    switch kind {
    case .unstated, .other: break
    case .tensor(let type): writer.message(1, type)
    case .sequence(let type): writer.message(4, type)
    case .map(let type): writer.message(5, type)
    }
    writer.string(6, denotation)
  }
}
