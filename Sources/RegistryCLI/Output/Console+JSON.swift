import Registry

extension Console {
  /// Writes a JSON value, indented, as the whole answer.
  func write(_ value: JSONValue) throws(OutputError) { try write(value.indentedText) }
}

extension Invocation {
  /// Who acts: `--actor`, or the user of this process.
  ///
  /// - Throws: ``UsageError`` for a name of nothing but white space: it would be nobody's.
  var actor: String {
    get throws(UsageError) { try words(.actor) ?? ProcessEnvironment.user }
  }

  /// Why, where it must be said.
  func requiredReason() throws(UsageError) -> String {
    guard let reason = try words(.reason) else { return try string(.reason) }
    return reason
  }

  /// Why callers may break; `nil` when they may not.
  func allowance() throws(UsageError) -> String? { try words(.allowIncompatible) }

  /// Text that goes on record; `nil` when the option was not given.
  ///
  /// - Throws: ``UsageError`` when it is nothing but white space.
  func words(_ option: Option) throws(UsageError) -> String? {
    guard let text = string(ifGiven: option) else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw failure(.emptyValue(name: option.name))
    }
    return text
  }

  /// Why; empty when nothing was said.
  var reason: String { string(ifGiven: .reason) ?? "" }
}
