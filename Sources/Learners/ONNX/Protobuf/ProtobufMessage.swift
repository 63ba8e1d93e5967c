/// A value that is stored as one Protocol Buffers message.
package protocol ProtobufMessage: Sendable {
  /// The message with no field set.
  init()

  /// Takes in the field that `tag` announces; `reader` stands at its content.
  ///
  /// A field that the message does not know is skipped. A message may come in pieces, so a field
  /// is added to what earlier pieces said.
  mutating func merge(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError)

  /// Writes the fields that are set, in ascending order of their numbers.
  func encode(into writer: inout ProtobufWriter)
}

/// What stands before the content of a field: its number and how the content is laid out.
package struct ProtobufTag: Sendable {
  package let field: Int
  package let layout: Layout

  /// How the content of a field is laid out, as the three low bits of the tag say it.
  package enum Layout: UInt64, Sendable {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case groupStart = 3
    case groupEnd = 4
    case fixed32 = 5
  }
}
