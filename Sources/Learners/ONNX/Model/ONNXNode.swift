/// One step of a graph: an operator, the values it takes and the values it makes.
///
/// Source: onnx-ml.proto, `NodeProto`.
package struct ONNXNode: ProtobufMessage {
  /// Names of values; "" leaves an optional input out.
  package var inputs: [String] = []
  /// Names of values; "" drops an optional output.
  package var outputs: [String] = []
  package var name: String?
  package var operatorName: String?
  package var attributes: [ONNXAttribute] = []
  package var documentation: String?
  /// Which operator set the operator is of.
  package var domain: String?
  package var overload: String?
  package var metadata: [ONNXProperty] = []

  package init() {}

  package init(
    _ operatorName: String, domain: ONNXDomain, name: String, inputs: [String],
    outputs: [String], attributes: [ONNXAttribute] = []
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.name = name
    self.operatorName = operatorName
    self.attributes = attributes
    self.domain = domain == .standard ? nil : domain.rawValue
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: inputs.append(try reader.string(tag))
    case 2: outputs.append(try reader.string(tag))
    case 3: name = try reader.string(tag)
    case 4: operatorName = try reader.string(tag)
    case 5: try reader.append(tag, to: &attributes)
    case 6: documentation = try reader.string(tag)
    case 7: domain = try reader.string(tag)
    case 8: overload = try reader.string(tag)
    case 9: try reader.append(tag, to: &metadata)
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.strings(1, inputs)
    writer.strings(2, outputs)
    writer.string(3, name)
    writer.string(4, operatorName)
    writer.messages(5, attributes)
    writer.string(6, documentation)
    writer.string(7, domain)
    writer.string(8, overload)
    writer.messages(9, metadata)
  }
}
