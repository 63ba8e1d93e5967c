/// What is wrong with one node of a graph.
public enum ONNXNodeFault: Sendable, Equatable {
  /// There are too few or too many inputs or outputs.
  case wrongCount(of: String, Int)
  /// The operator needs an attribute that is not there.
  case missingAttribute(String)
  /// The operator does not know an attribute that is there.
  case unknownAttribute(String)
  /// An attribute's content is of another type than the operator takes.
  case attributeType(String)
  /// An attribute has a length or a value that does not fit.
  case attributeValue(String)
  /// An input has elements of a type that the operator does not take.
  case inputType(String)
  /// The shapes of the inputs do not fit each other or the attributes.
  case inputShapes([[Int]])
  /// A whole number would be divided by 0.
  case dividesByZero
  /// An input is a map from labels to scores, which the operator does not take.
  case takesNoMap

  var message: String {
    switch self {
    case .wrongCount(let what, let count): "has \(count) \(what)"
    case .missingAttribute(let name): "has no attribute '\(name)'"
    case .unknownAttribute(let name):
      "has the attribute '\(name)', which its operator does not know"
    case .attributeType(let name): "has the attribute '\(name)' with the wrong type"
    case .attributeValue(let name):
      "has the attribute '\(name)' with a length or value that does not fit"
    case .inputType(let type): "does not take \(type) elements"
    case .inputShapes(let shapes):
      "does not take inputs of shape \(shapes.map(shapeText).joined(separator: ", "))"
    case .dividesByZero: "divides a whole number by 0"
    case .takesNoMap: "does not take a map from labels to scores"
    }
  }
}

/// A shape as people write it: `[3, 1]`.
func shapeText(_ shape: [Int]) -> String {
  "[\(shape.map(String.init).joined(separator: ", "))]"
}
