/// Why a file is not a whole ONNX model: its bytes, or what they say, contradict themselves.
public enum ONNXFault: Sendable, Equatable {
  /// The bytes are not those of a model; the offset counts from the start of the file.
  case bytes(ProtobufFault, offset: Int)
  /// A part that every model has is not there.
  case missing(String)
  /// The shape of a constant is not that of the elements it has.
  case elementCount(of: String, found: Int)
  /// The text of a constant is given as raw bytes.
  case textAsRawBytes(tensor: String)
  /// Two parts of a kind, which must differ in their names, do not.
  case twice(String, String)
  /// A node uses operators of a domain that the model does not import.
  case domainNotImported(String)
  /// Two nodes, inputs or constants make the value of one name.
  case madeTwice(value: String)
  /// A value is used before it is made, or is made by what uses it, or by nothing.
  case notMade(value: String, user: String)
  /// A value has another type than the model says it has.
  case declaredType(value: String, found: String)
  /// A node is wrong; it is called by its name, or by operator and position when it has none.
  case node(String, ONNXNodeFault)

  var message: String {
    switch self {
    case .bytes(let fault, let offset): "\(fault.message) (byte \(offset))"
    case .missing(let part): "it has no \(part)"
    case .elementCount(let name, let found):
      "the shape of '\(name)' does not fit its \(found) elements"
    case .textAsRawBytes(let name): "the text of '\(name)' is given as raw bytes"
    case .twice(let kind, let name): "there are two \(kind) named '\(name)'"
    case .domainNotImported(let domain): "it uses operators of '\(domain)' but does not import it"
    case .madeTwice(let value): "the value '\(value)' is made twice"
    case .notMade(let value, let user): "'\(user)' uses '\(value)', which nothing before it makes"
    case .declaredType(let value, let found):
      "the value '\(value)' is of type \(found), which is not what the model says"
    case .node(let node, let fault): "the node '\(node)' \(fault.message)"
    }
  }
}

/// Text from a file as it may stand on one line of a terminal: control characters are replaced and
/// what is very long is cut.
func printable(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(500) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: line.append("?")
    default: line.append(scalar)
    }
  }
  return String(line)
}
