internal import Registry

/// How a probability becomes a label, and how the label is written.
struct LabelRule: Sendable {
  /// The negative label and the positive one.
  let classes: [String]
  /// The probability from which on a row is labelled positive.
  let threshold: Double
  /// Whether labels are whole numbers, and so written without quotes in JSON.
  let isInteger: Bool

  /// The label of a row.
  func label(_ probability: Double) -> String {
    classes[probability >= threshold ? 1 : 0]
  }

  /// A label as JSON.
  func json(_ label: String) -> JSONValue { Self.json(label, isInteger: isInteger) }

  /// A label as JSON: a number where labels are whole numbers and this one is.
  static func json(_ label: String, isInteger: Bool) -> JSONValue {
    let number = isInteger ? Int(label).map(JSONValue.integer) : nil
    return number ?? .string(label)
  }
}
