/// What an ONNX file says, field by field, before anybody asks whether it makes sense.
///
/// Reading and writing again gives the same bytes for every file whose fields stand in ascending
/// order, as the usual exporters write them. The fields are optional because ONNX tells an absent
/// field from an empty one. Whether the parts fit together is ``ScoringGraph``'s question.
///
/// Source: onnx-ml.proto, `ModelProto`.
package struct ONNXModel: ProtobufMessage {
  /// Which version of the file format this is.
  package var irVersion: Int64?
  package var producerName: String?
  package var producerVersion: String?
  package var domain: String?
  package var modelVersion: Int64?
  package var documentation: String?
  package var graph: ONNXGraph?
  /// Which version of which operators the graph is written in.
  package var operatorSets: [ONNXOperatorSet] = []
  /// Free text by key; keys are unique.
  package var metadata: [ONNXProperty] = []
  /// Kept as bytes: nothing here reads them.
  package var trainings: [[UInt8]] = []
  /// Operators that the model defines itself, kept as bytes: ``ScoringGraph`` refuses them.
  package var functions: [[UInt8]] = []

  package init() {}

  /// The model that the bytes of a file hold.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when they are not what ONNX writes.
  /// - Complexity: O(*n*) time and memory in the number of bytes.
  package static func decode(_ bytes: [UInt8]) throws(LearnerError) -> ONNXModel {
    try ProtobufReader.decode(bytes)
  }

  /// The bytes of the file: the same ones for the same model.
  package func encode() -> [UInt8] {
    var writer = ProtobufWriter()
    encode(into: &writer)
    return writer.bytes
  }

  package mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 1: irVersion = try reader.int64(tag)
    case 2: producerName = try reader.string(tag)
    case 3: producerVersion = try reader.string(tag)
    case 4: domain = try reader.string(tag)
    case 5: modelVersion = try reader.int64(tag)
    case 6: documentation = try reader.string(tag)
    case 7: try reader.merge(tag, into: &graph)
    case 8: try reader.append(tag, to: &operatorSets)
    case 14: try reader.append(tag, to: &metadata)
    case 20: trainings.append(try reader.bytes(tag))
    case 25: functions.append(try reader.bytes(tag))
    default: try reader.skip(tag)
    }
  }

  package func encode(into writer: inout ProtobufWriter) {
    writer.int(1, irVersion)
    writer.string(2, producerName)
    writer.string(3, producerVersion)
    writer.string(4, domain)
    writer.int(5, modelVersion)
    writer.string(6, documentation)
    writer.message(7, graph)
    writer.messages(8, operatorSets)
    writer.messages(14, metadata)
    for training in trainings { writer.bytes(20, training) }
    for function in functions { writer.bytes(25, function) }
  }
}
