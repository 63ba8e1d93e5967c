/// One value of Python as categories, labels and parameters have it.
enum PickledCell: Sendable, Equatable {
  /// `None`, NaN and pandas' `NA`.
  case missing
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)

  /// The number that it is equal to in Python: `True` is 1.
  var number: Double? {
    switch self {
    case .bool(let truth): truth ? 1 : 0
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .missing, .text: nil
    }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// Whether Python takes both for the same label.
  func isSame(as other: PickledCell) -> Bool {
    if let number, let other = other.number { return number == other }
    return self == other
  }

  /// As Python prints it.
  var label: String {
    switch self {
    case .missing: "nan"
    case .bool(let truth): truth ? "True" : "False"
    case .integer(let integer): String(integer)
    case .number(let number): number.description
    case .text(let text): text
    }
  }
}
