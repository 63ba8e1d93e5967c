/// An input or output of a model.
package struct ONNXPort: Sendable {
  package let name: String
  package let type: ElementType
  /// The length of each axis, or `nil` when the model does not say. Old exporters write a negative
  /// number for an axis that each batch chooses.
  package let shape: [ONNXDimension.Length]?

  /// - Throws: ``LearnerError/brokenONNX(_:)`` when name or type is absent,
  ///   ``LearnerError/unsupportedONNX(_:)`` when it is no tensor of a known element type.
  init(_ info: ONNXValueInfo) throws(LearnerError) {
    guard let name = info.name, !name.isEmpty else {
      throw .brokenONNX(.missing("name of a value"))
    }
    guard let type = info.type else { throw .brokenONNX(.missing("type of '\(name)'")) }
    guard case .tensor(let tensor) = type.kind else { throw .unsupportedONNX(.notATensor(name)) }
    guard let elementType = ElementType(rawValue: tensor.elementType ?? 0) else {
      throw .unsupportedONNX(.elementType(of: name, tensor.elementType ?? 0))
    }
    self.name = name
    self.type = elementType
    shape = tensor.shape?.dimensions.map(\.length)
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
