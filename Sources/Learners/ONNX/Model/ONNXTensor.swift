/// Constant numbers or texts as a file holds them; ``tensor()`` reads them.
///
/// Source: onnx-ml.proto, `TensorProto`, the one message whose lists are packed.
package struct ONNXTensor: ProtobufMessage {
  package var name: String?
  /// The length of each axis.
  package var shape: [Int64] = []
  /// The number of the element type.
  package var type: Int32?
  package var documentation: String?
  package var floats: [Float] = []
  /// Elements of every integer type up to 32 bits, of booleans and of half floats.
  package var int32s: [Int64] = []
  package var strings: [String] = []
  package var int64s: [Int64] = []
  package var doubles: [Double] = []
  package var uint64s: [Int64] = []
  /// The elements as little-endian bytes, in place of a list.
  package var raw: [UInt8]?
  /// Where the elements lie when they are in another file.
  package var externalData: [ONNXProperty] = []
  package var location: Int32?
  package var metadata: [ONNXProperty] = []

  package init() {}

  /// A named list of whole numbers.
  package init(name: String, int64s: [Int64]) {
    self.name = name
    shape = [Int64(int64s.count)]
    type = ElementType.int64.rawValue
    self.int64s = int64s
  }

  /// A named list of texts.
  package init(name: String, strings: [String]) {
    self.name = name
    shape = [Int64(strings.count)]
    type = ElementType.string.rawValue
    self.strings = strings
  }

  /// Named floats, row by row.
  package init(name: String, floats: [Float], shape: [Int64]) {
    self.name = name
    self.shape = shape
    type = ElementType.float.rawValue
    self.floats = floats
  }

  /// A named tensor.
  init(name: String, _ tensor: Tensor) {
    self.name = name
    shape = tensor.shape.map(Int64.init)
    type = tensor.elements.type.rawValue
    switch tensor.elements {
    case .floats(let floats): self.floats = floats
    case .doubles(let doubles): self.doubles = doubles
    case .int64s(let int64s): self.int64s = int64s
    case .bools(let bools): int32s = bools.map { $0 ? 1 : 0 }
    case .strings(let codes, let levels): strings = codes.map { $0 < 0 ? "" : levels[Int($0)] }
    }
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: try reader.append(tag, to: &shape)
    case 2: type = try reader.int32(tag)
    case 4: try reader.append(tag, to: &floats)
    case 5: try reader.append(tag, to: &int32s)
    case 6: strings.append(try reader.string(tag))
    case 7: try reader.append(tag, to: &int64s)
    case 8: name = try reader.string(tag)
    case 9: raw = try reader.bytes(tag)
    case 10: try reader.append(tag, to: &doubles)
    case 11: try reader.append(tag, to: &uint64s)
    case 12: documentation = try reader.string(tag)
    case 13: try reader.append(tag, to: &externalData)
    case 14: location = try reader.int32(tag)
    case 16: try reader.append(tag, to: &metadata)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.ints(1, shape)
    writer.int(2, type)
    writer.packed(4, floats)
    writer.packed(5, int32s)
    writer.strings(6, strings)
    writer.packed(7, int64s)
    writer.string(8, name)
    writer.bytes(9, raw)
    writer.packed(10, doubles)
    writer.packed(11, uint64s)
    writer.string(12, documentation)
    writer.messages(13, externalData)
    writer.int(14, location)
    writer.messages(16, metadata)
  }
}
