import Registry

extension Console {
  /// Writes a JSON value, indented, as the whole answer.
  func write(_ value: JSONValue) throws(OutputError) { try write(value.indentedText) }
}

extension Invocation {
  /// Who acts: `--actor`, or the user of this process.
  var actor: String { string(ifGiven: .actor) ?? ProcessEnvironment.user }

  /// Why, where it must be said.
  func requiredReason() throws(UsageError) -> String {
    let reason = try string(.reason)
    guard !reason.isEmpty else { throw failure(.emptyValue(name: Option.reason.name)) }
    return reason
  }

  /// Why callers may break; `nil` when they may not.
  ///
  /// - Throws: ``UsageError`` when nothing is said: it is kept on record.
  func allowance() throws(UsageError) -> String? {
    guard let reason = string(ifGiven: .allowIncompatible) else { return nil }
    guard !reason.isEmpty else {
      throw failure(.emptyValue(name: Option.allowIncompatible.name))
    }
    return reason
  }

  /// Why; empty when nothing was said.
  var reason: String { string(ifGiven: .reason) ?? "" }
}
