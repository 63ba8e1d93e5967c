extension GraphPort {
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when name or type is absent,
  ///   ``LearnerError/unsupportedONNX(_:)`` when it is no tensor of a known element type.
  init(_ info: ONNXValueInfo) throws(LearnerError) {
    guard let name = info.name, !name.isEmpty else {
      throw .brokenONNX(.missing("name of a value"))
    }
    guard let type = info.type else { throw .brokenONNX(.missing("type of '\(name)'")) }
    guard case .tensor(let tensor) = type.kind else { throw .unsupportedONNX(.notATensor(name)) }
    guard let elementType = ElementType(fileNumber: tensor.elementType ?? 0) else {
      throw .unsupportedONNX(.elementType(of: name, tensor.elementType ?? 0))
    }
    self.init(name: name, type: elementType, shape: tensor.shape?.dimensions.map(\.length))
  }

  /// An output, which may also be a map from label to score for each row: these are given as the table
  /// of the scores.
  init(output info: ONNXValueInfo) throws(LearnerError) {
    guard info.isMapPerRow, let name = info.name else {
      try self.init(info)
      return
    }
    self.init(name: name, type: .float, shape: nil)
  }
}

extension ONNXValueInfo {
  /// Whether the value is a map for each row, as `ZipMap` makes them.
  var isMapPerRow: Bool {
    guard case .sequence(let rows)? = type?.kind, case .map? = rows.element?.kind else {
      return false
    }
    return true
  }
}
