import Registry

extension JSONValue {
  /// The value on one line, cut to 40 characters: text and numbers as they are, the rest as JSON.
  var shortText: String {
    let text = stringValue ?? String(decoding: compactText, as: UTF8.self)
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}
