internal import Registry

/// Labels as text, and what the text stands for in the type that a signature gives labels.
///
/// Labels that are no text are spelled as Python prints them: `True`, `7`, `1.0`.
enum LabelText {
  /// A label in a JSON file as text; `nil` for what is no label.
  static func text(of value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .bool(let truth): truth ? "True" : "False"
    case .number(let number): number.integer.map(String.init) ?? number.double?.description
    case .null, .array, .object: nil
    }
  }

  /// A label as JSON: text where it is no value of the type.
  static func json(_ text: String, as type: ColumnType) -> JSONValue {
    let value: JSONValue? =
      switch type {
      case .categorical: nil
      case .integer: wholeNumber(text).map(JSONValue.integer)
      case .boolean: truth(text).map(JSONValue.bool)
      case .real: number(text).map(JSONValue.double)
      }
    return value ?? .string(text)
  }

  /// A label as the cell of a table: where labels are whole numbers, without a fraction.
  static func cell(_ text: String, as type: ColumnType) -> String {
    type == .integer ? wholeNumber(text)?.description ?? text : text
  }

  /// The number that a label is, true being 1; `nil` for other text.
  static func number(_ text: String) -> Double? {
    if let truth = BooleanWord.value(of: text) { return truth ? 1 : 0 }
    // Swift reads `nan`, `inf` and `0x1p3` as numbers, too.
    guard text.utf8.allSatisfy({ Self.decimal.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let decimal = Set("0123456789+-.eE".utf8)

  private static func wholeNumber(_ text: String) -> Int? {
    Int(text) ?? number(text).flatMap { Int(exactly: $0) }
  }

  private static func truth(_ text: String) -> Bool? {
    number(text).flatMap { $0 == 1 ? true : $0 == 0 ? false : nil }
  }
}
