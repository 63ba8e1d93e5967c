public import Registry

extension ModelPorts {
  /// Looks into the bytes of an ONNX file: what a registry is given as inspector.
  ///
  /// ```swift
  /// let registry = ModelRegistry(at: "models/registry", inspector: ModelPorts.inspect)
  /// ```
  ///
  /// - Parameter onnx: The content of the file.
  /// - Returns: The graph's inputs that are no constants, and its outputs; or why it is no ONNX file.
  /// - Complexity: O(*n*) time and memory in the number of bytes; nothing is run.
  @Sendable public static func inspect(onnx: [UInt8]) -> ModelInspection {
    let model: ONNXModel
    do throws(LearnerError) { model = try ONNXModel.decode(onnx) } catch {
      return .unreadable(reason: error.message)
    }
    guard let graph = model.graph else {
      return .unreadable(reason: LearnerError.brokenONNX(.missing("graph")).message)
    }
    return .ports(
      ModelPorts(
        inputs: graph.givenInputs.compactMap(Port.init),
        outputs: graph.outputs.compactMap(Port.init)))
  }
}

extension ModelPorts.Port {
  /// `nil` for a value without a name.
  fileprivate init?(_ info: ONNXValueInfo) {
    guard let name = info.name else { return nil }
    guard case .tensor(let tensor)? = info.type?.kind, let type = tensor.elementType, type > 0
    else {
      self.init(name: name, kind: .other)
      return
    }
    // Every element type of ONNX but text is a number of some width.
    self.init(
      name: name, kind: type == ElementType.string.rawValue ? .text : .number, width: tensor.width)
  }
}
