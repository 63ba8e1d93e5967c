import Registry

extension JSONValue {
  /// The value on one line, cut to 40 characters: text as it is, numbers with four digits behind the point.
  var shortText: String {
    let text =
      switch self {
      case .string(let text): text
      case .number(let number) where number.integer == nil:
        number.double.map(\.shortened) ?? number.literal
      default: String(decoding: compactText, as: UTF8.self)
      }
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}
