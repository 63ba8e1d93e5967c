extension GoldenRows {
  /// The content of the file.
  public var json: JSONValue {
    .object([
      "schema_version": .integer(Self.schemaVersion),
      "tolerance": .double(tolerance),
      "rows": .array(
        rows.map { .object(["input": .object($0.input), "output": .object($0.output)]) }),
    ])
  }

  /// Writes the file, which appears whole, in place of what is there.
  ///
  /// - Throws: ``RegistryError/notARegularFile(path:)`` when anything but a file has the name, or a file
  ///   error.
  public func write(to path: String) throws(RegistryError) {
    try OutputFile.write(json.indentedText, to: path)
  }
}
