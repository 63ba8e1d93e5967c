/// A condition on runs, such as `model=gradient-boosting` or `roc_auc>0.92`.
public struct RunFilter: Sendable, Equatable {
  /// What is looked at: a field of `run.json` or its short name (`model`, `data`, `created`, …), a metric,
  /// or a parameter.
  public let name: String
  private let relation: Relation
  private let text: String

  private enum Relation: String, CaseIterable {
    // The longer before those that begin them.
    case notEqual = "!="
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
    case above = ">"
    case below = "<"
  }

  /// Reads a condition: a name, one of `=`, `!=`, `>`, `>=`, `<` and `<=`, and a value. `parent=` is true
  /// of runs without one. `nil` for anything else.
  public init?(_ expression: String) {
    guard let mark = expression.firstIndex(where: { "=!<>".contains($0) }),
      let relation = Relation.allCases.first(where: {
        expression[mark...].hasPrefix($0.rawValue)
      })
    else { return nil }
    name = Self.trimmed(expression[..<mark])
    text = Self.trimmed(expression[mark...].dropFirst(relation.rawValue.count))
    self.relation = relation
    let needsValue = relation != .equal && relation != .notEqual
    guard !name.isEmpty, !(needsValue && text.isEmpty) else { return nil }
  }

  /// Whether the condition is true of a run. What is not known is equal to nothing but the empty text, and
  /// neither above nor below anything.
  public func accepts(_ run: RunRecord) -> Bool {
    let value = run.value(named: name)
    return switch relation {
    case .equal: isMeant(value)
    case .notEqual: !isMeant(value)
    case .above: compare(value, >)
    case .atLeast: compare(value, >=)
    case .below: compare(value, <)
    case .atMost: compare(value, <=)
    }
  }

  private func isMeant(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null: text.isEmpty
    case .bool(let truth): text == (truth ? "true" : "false")
    case .number(let number): number.literal == text || number.double == Double(text)
    case .string(let string): isMeant(string)
    case .array(let elements):
      elements.isEmpty ? text.isEmpty : elements.contains { isMeant($0) }
    case .object: false
    }
  }

  private func isMeant(_ string: String) -> Bool {
    switch RunRecord.field(named: name) {
    case "run_id", "parent": RunID(string)?.isMeant(by: text) ?? false
    // A day means all its moments.
    case "created_at": !text.isEmpty && string.hasPrefix(text)
    // The command line writes 'gradient-boosting', the files 'gradient_boosting'.
    case "model_family": Self.plain(string) == Self.plain(text)
    default: string == text
    }
  }

  /// Numbers by their value, text byte by byte.
  private func compare(_ value: JSONValue?, _ isRight: (Double, Double) -> Bool) -> Bool {
    switch value {
    case .number(let number):
      guard let left = number.double, let right = Double(text) else { return false }
      return isRight(left, right)
    case .string(let string):
      let order = string == text ? 0.0 : string.utf8.lexicographicallyPrecedes(text.utf8) ? -1 : 1
      return isRight(order, 0)
    default: return false
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().map { $0 == "-" ? "_" : $0 })
  }
}
