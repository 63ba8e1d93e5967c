extension ModelSignature {
  /// Every way in which a row does not fit the inputs, in their order; empty when it fits.
  ///
  /// A row has each input that is required (one of which that is not stated is asked for, too) and
  /// that the service does not compute. An empty text is a missing value, as null is. Keys that name
  /// no input are accepted; a number outside the range of training is no violation.
  ///
  /// - Complexity: O(members + inputs + levels of the inputs that refuse unknown ones).
  public func validate(row: JSONObject) -> [SignatureViolation] {
    let values = ValuesByName(row)
    return inputs.compactMap { input in
      input.problem(of: values[input.name]).map {
        SignatureViolation(subject: .input, column: input.name, problem: $0)
      }
    }
  }

  /// Every way in which an answer does not fit the outputs, in their order; empty when it fits.
  public func validate(response: JSONObject) -> [SignatureViolation] {
    let values = ValuesByName(response)
    return outputs.compactMap { output in
      output.problem(of: values[output.name]).map {
        SignatureViolation(subject: .output, column: output.name, problem: $0)
      }
    }
  }
}

/// The members of an object by their names, byte for byte.
private struct ValuesByName {
  private let values: [[UInt8]: JSONValue]

  init(_ object: JSONObject) {
    values = Dictionary(
      object.members.map { (Array($0.key.utf8), $0.value) }, uniquingKeysWith: { first, _ in first }
    )
  }

  subscript(name: String) -> JSONValue? { values[Array(name.utf8)] }
}

extension ModelSignature.Input {
  func problem(of value: JSONValue?) -> SignatureViolation.Problem? {
    guard let value else { return mustBeSent ?? true ? .missing : nil }
    if value.isMissing(in: type) { return isNullable == false ? .null : nil }
    guard type.accepts(value) else { return .wrongType(text: value.shortText, expected: type) }
    if case .string(let text) = value, refuses(level: text) {
      return .unknownLevel(text: value.shortText, known: levels ?? [])
    }
    return nil
  }
}

extension ModelSignature.Output {
  func problem(of value: JSONValue?) -> SignatureViolation.Problem? {
    guard let value else { return .missing }
    if value == .null { return .null }
    guard type.accepts(value) else { return .wrongType(text: value.shortText, expected: type) }
    if let classes, let label = value.labelText,
      !classes.contains(where: { $0.hasSameBytes(as: label) })
    {
      return .unknownLevel(text: value.shortText, known: classes)
    }
    return nil
  }
}

extension JSONValue {
  /// Whether it stands for a value that is not known.
  fileprivate func isMissing(in type: DataType) -> Bool {
    switch self {
    case .null: true
    case .string(let text): type == .string && text.isEmpty
    default: false
    }
  }

  /// The value as a message shows it.
  fileprivate var shortText: String { String(decoding: compactText.prefix(40), as: UTF8.self) }
}
