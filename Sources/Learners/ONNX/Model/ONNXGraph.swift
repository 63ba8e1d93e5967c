/// The computation of a model: nodes that turn named inputs into named outputs.
///
/// Source: onnx-ml.proto, `GraphProto`.
package struct ONNXGraph: ProtobufMessage {
  /// In an order in which they can be run.
  package var nodes: [ONNXNode] = []
  package var name: String?
  /// Named constants.
  package var initializers: [ONNXTensor] = []
  package var documentation: String?
  package var inputs: [ONNXValueInfo] = []
  package var outputs: [ONNXValueInfo] = []
  /// What is known of the values in between; optional.
  package var values: [ONNXValueInfo] = []
  /// Kept as bytes: nothing here reads them.
  package var quantizations: [[UInt8]] = []
  /// Kept as bytes: ``ScoringGraph`` refuses them.
  package var sparseInitializers: [[UInt8]] = []
  package var metadata: [ONNXProperty] = []

  /// The inputs that a batch has to give: old exporters list constants among the others.
  var givenInputs: [ONNXValueInfo] {
    let constants = Set(initializers.compactMap { $0.name.map(UTF8Key.init) })
    return inputs.filter { info in info.name.map { !constants.contains(UTF8Key($0)) } ?? true }
  }

  package init() {}

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: try reader.append(tag, to: &nodes)
    case 2: name = try reader.string(tag)
    case 5: try reader.append(tag, to: &initializers)
    case 10: documentation = try reader.string(tag)
    case 11: try reader.append(tag, to: &inputs)
    case 12: try reader.append(tag, to: &outputs)
    case 13: try reader.append(tag, to: &values)
    case 14: quantizations.append(try reader.bytes(tag))
    case 15: sparseInitializers.append(try reader.bytes(tag))
    case 16: try reader.append(tag, to: &metadata)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.messages(1, nodes)
    writer.string(2, name)
    writer.messages(5, initializers)
    writer.string(10, documentation)
    writer.messages(11, inputs)
    writer.messages(12, outputs)
    writer.messages(13, values)
    for quantization in quantizations { writer.bytes(14, quantization) }
    for initializer in sparseInitializers { writer.bytes(15, initializer) }
    writer.messages(16, metadata)
  }
}
