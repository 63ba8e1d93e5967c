/// Why bytes are not Protocol Buffers, or not those that ONNX describes.
public enum ProtobufFault: Sendable, Equatable {
  /// A number, length or message goes past the end.
  case endsEarly
  /// No field starts where one should.
  case badTag
  /// A variable-length number has more than 64 bits.
  case numberTooLong
  /// A field that is known has the layout of another type.
  case wrongLayout(field: Int)
  /// Messages nest deeper than any model does.
  case nestsTooDeep
  /// There are more messages than any model has.
  case tooManyMessages
  /// A name or text is not UTF-8.
  case notUTF8
  /// One attribute holds contents of two types.
  case twoContents

  var message: String {
    switch self {
    case .endsEarly: "more is announced than there is"
    case .badTag: "no field begins there"
    case .numberTooLong: "a number has more than 64 bits"
    case .wrongLayout(let field): "field \(field) is laid out as another type"
    case .nestsTooDeep: "messages nest too deep"
    case .tooManyMessages: "there are too many messages"
    case .notUTF8: "a text is not UTF-8"
    case .twoContents: "an attribute has contents of two types"
    }
  }
}
