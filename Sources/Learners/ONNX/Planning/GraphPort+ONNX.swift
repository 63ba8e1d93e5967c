extension GraphPort {
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
    self.init(name: name, type: elementType, shape: tensor.shape?.dimensions.map(\.length))
  }
}
