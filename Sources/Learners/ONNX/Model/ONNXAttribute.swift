/// A named setting of a node.
///
/// Source: onnx-ml.proto, `AttributeProto`.
package struct ONNXAttribute: ProtobufMessage {
  package var name: String?
  package var documentation: String?
  /// The number of the content's type, as the file states it.
  package var type: Int32?
  package var content: Content = .absent

  /// The content of an attribute, one case a type.
  package enum Content: Sendable {
    /// No content in the file, which is how an empty list is written.
    case absent
    case float(Float)
    case int(Int64)
    case string(String)
    indirect case tensor(ONNXTensor)
    indirect case graph(ONNXGraph)
    case floats([Float])
    case ints([Int64])
    case strings([String])
    case tensors([ONNXTensor])
    case graphs([ONNXGraph])

    /// The number that ONNX gives the type; 0 for ``absent``.
    package var type: Int32 {
      switch self {
      case .absent: 0
      case .float: 1
      case .int: 2
      case .string: 3
      case .tensor: 4
      case .graph: 5
      case .floats: 6
      case .ints: 7
      case .strings: 8
      case .tensors: 9
      case .graphs: 10
      }
    }
  }

  package init() {}

  package init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
    type = content.type
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: name = try reader.string(tag)
    case 13: documentation = try reader.string(tag)
    case 20: type = try reader.int32(tag)
    default: try mergeContent(tag, from: &reader)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.string(1, name)
    encodeContent(into: &writer)
    writer.string(13, documentation)
    writer.int(20, type)
  }
}

extension ONNXAttribute.Content {
  /// How many elements a list has; 1 for what is no list of numbers or text.
  var count: Int {
    switch self {
    case .floats(let list): list.count
    case .ints(let list): list.count
    case .strings(let list): list.count
    default: 1
    }
  }
}
