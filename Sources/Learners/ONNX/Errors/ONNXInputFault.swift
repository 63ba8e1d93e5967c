/// Why a batch cannot be given to a model.
public enum ONNXInputFault: Sendable, Equatable {
  /// The elements are of another type than the input.
  case type(String, expected: String, found: String)
  /// The shape is not that of the input, or the columns differ in length.
  case shape(String, found: [Int])
  /// An input of whole numbers gets another, or a missing one.
  case notWhole(String, Double)
  /// A text code stands for no level.
  case code(String, Int)
  /// A number is none of the categories of a node that takes no others.
  case unknownCategory(Int64, node: String)
  /// A value is none of the categories of a step that takes no others.
  case unknownValue(String, node: String)
  /// A number is missing, infinite or too large for a step that takes no such numbers.
  case notFinite(node: String)
  /// A text, or what is not a number, is given where a node needs a number.
  case notANumber(String, node: String)

  var message: String {
    switch self {
    case .type(let name, let expected, let found):
      "the input '\(name)' takes \(expected), not \(found)"
    case .shape(let name, let found):
      "the input '\(name)' does not take the shape \(shapeText(found))"
    case .notWhole(let name, let number):
      "the input '\(name)' takes whole numbers, and "
        + (number.isNaN ? "one is missing" : "\(number) is none")
    case .code(let name, let code): "the code \(code) in the input '\(name)' stands for no text"
    case .unknownCategory(let category, let node):
      "\(category) is none of the categories of the node '\(node)'"
    case .unknownValue(let value, let node):
      "'\(value)' is none of the categories of the step '\(node)'"
    case .notFinite(let node):
      "the step '\(node)' takes no number that is missing, infinite or too large"
    case .notANumber(let text, let node):
      "'\(text)' is not a number, which the node '\(node)' needs"
    }
  }

  var remedy: String? {
    switch self {
    case .notWhole: "give a whole number in every row"
    case .type: "give the column the type that the model was trained with"
    case .shape: "give one column of equal length for each input"
    case .code: "give codes from -1 to one less than the number of levels"
    case .notFinite: "give only rows whose numbers are all known"
    case .unknownCategory, .unknownValue, .notANumber:
      "give only values that were there in training"
    }
  }
}
