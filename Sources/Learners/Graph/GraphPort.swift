/// An input or output of a graph.
package struct GraphPort: Sendable {
  package let name: String
  package let type: ElementType
  /// The length of each axis, or `nil` when the model does not say. Old exporters write a negative
  /// number for an axis that each batch chooses.
  package let shape: [ONNXDimension.Length]?

  init(name: String, type: ElementType, shape: [ONNXDimension.Length]?) {
    self.name = name
    self.type = type
    self.shape = shape
  }

  /// Checks a tensor against type and shape; `lengths` are the named axes chosen so far.
  func check(_ tensor: Tensor, _ lengths: inout [UTF8Key: Int]) throws(LearnerError) {
    guard tensor.elements.type == type else {
      throw .unfitONNXInput(
        .type(name, expected: type.name, found: tensor.elements.type.name))
    }
    if case .strings(let codes, let levels) = tensor.elements {
      let bad = codes.first { $0 < -1 || Int($0) >= levels.count }
      if let bad { throw .unfitONNXInput(.code(name, Int(bad))) }
    }
    guard fits(tensor.shape, &lengths) else {
      throw .unfitONNXInput(.shape(name, found: tensor.shape))
    }
  }

  private func fits(_ found: [Int], _ lengths: inout [UTF8Key: Int]) -> Bool {
    guard let shape else { return true }
    guard shape.count == found.count else { return false }
    for (length, found) in zip(shape, found) {
      switch length {
      case .unknown: continue
      case .fixed(let fixed): if fixed >= 0, fixed != found { return false }
      case .named(let name):
        let first = lengths[UTF8Key(name)] ?? found
        guard first == found else { return false }
        lengths[UTF8Key(name)] = found
      }
    }
    return true
  }
}
