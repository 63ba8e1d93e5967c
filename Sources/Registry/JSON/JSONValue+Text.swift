extension JSONValue {
  /// The value that `bytes` spell, read strictly: duplicate keys, trailing commas, NaN, a byte
  /// order mark, invalid UTF-8, lone surrogates, over 64 levels or 16 MiB are refused.
  ///
  /// - Throws: ``JSONError`` with the byte offset.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    self = try JSONReader.value(bytes)
  }

  /// JSON text indented by two spaces, as `json.dumps(value, indent=2)` lays it out, with
  /// characters beyond ASCII as they are and a line break at the end.
  public var indentedText: [UInt8] { JSONWriter.bytes(self, indented: true) + [UInt8(ascii: "\n")] }

  /// JSON text on one line, without a line break.
  public var compactText: [UInt8] { JSONWriter.bytes(self, indented: false) }
}
