/// The length of one axis: a number, a name for a number that each batch chooses, or unknown.
///
/// Source: onnx-ml.proto, `TensorShapeProto.Dimension`.
package struct ONNXDimension: ProtobufMessage {
  package var length: Length = .unknown
  package var denotation: String?

  package enum Length: Sendable, Equatable {
    case unknown
    case fixed(Int64)
    case named(String)
  }

  package init() {}

  /// An axis of this length in every batch.
  package static func fixed(_ length: Int64) -> ONNXDimension {
    var dimension = ONNXDimension()
    dimension.length = .fixed(length)
    return dimension
  }

  /// An axis as long as every other one of this name in the batch.
  package static func named(_ name: String) -> ONNXDimension {
    var dimension = ONNXDimension()
    dimension.length = .named(name)
    return dimension
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: length = .fixed(try reader.int64(tag))
    case 2: length = .named(try reader.string(tag))
    case 3: denotation = try reader.string(tag)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    switch length {
    case .unknown: break
    case .fixed(let length): writer.int(1, length)
    case .named(let name): writer.string(2, name)
    }
    writer.string(3, denotation)
  }
}
