extension LintSubject {
  /// Whether an ONNX file is one, and takes and gives what the signature says.
  var modelFindings: [LintFinding] {
    switch model {
    case nil: []
    case .unreadable(let reason):
      [LintFinding(.unreadableModel, file: names.model, at: "", reason)]
    case .ports(let ports): inputFindings(ports.inputs) + outputFindings(ports.outputs)
    }
  }

  private func inputFindings(_ ports: [ModelPorts.Port]) -> [LintFinding] {
    let inputs = signature.inputs
    guard !inputs.isEmpty else { return [] }
    let kinds = kinds(of: ports)
    // One tensor of all columns, as scikit-learn's models take them, has no names of columns.
    if ports.count == 1, inputs.count != 1 || kinds[Array(inputs[0].name.utf8)] == nil {
      return widthFindings(ports[0])
    }
    let named = Set(inputs.map { Array($0.name.utf8) })
    let missing = inputs.map(\.name).filter { kinds[Array($0.utf8)] == nil }
    let extra = ports.map(\.name).filter { !named.contains(Array($0.utf8)) }
    // Before and after columns are made into others, inputs have nothing in common.
    let rule: LintRule = missing.count == inputs.count ? .unrelatedModelInputs : .modelInputs
    return [
      missing.isEmpty ? nil : "the model has no input \(listed(missing)) of the signature",
      extra.isEmpty ? nil : "the model takes \(listed(extra)), which the signature lacks",
    ].compactMap { $0 }.map {
      LintFinding(rule, file: names.model, at: "", $0)
    }
      + inputs.compactMap {
        typeFinding(.modelInputs, $0.name, $0.type, kinds[Array($0.name.utf8)])
      }
  }

  private func widthFindings(_ port: ModelPorts.Port) -> [LintFinding] {
    guard let width = port.width, width > 0, width != signature.inputs.count else { return [] }
    return [
      LintFinding(
        .unrelatedModelInputs, file: names.model, at: port.name,
        "the input '\(port.name)' has \(counted(width, "column")), and the signature "
          + counted(signature.inputs.count, "input"))
    ]
  }

  /// What serves a model names its answers, so only names in common can be compared.
  private func outputFindings(_ ports: [ModelPorts.Port]) -> [LintFinding] {
    let kinds = kinds(of: ports)
    return signature.outputs.compactMap {
      typeFinding(.modelOutputs, $0.name, $0.type, kinds[Array($0.name.utf8)])
    }
  }

  private func kinds(of ports: [ModelPorts.Port]) -> [[UInt8]: ModelPorts.Kind] {
    Dictionary(
      ports.map { (Array($0.name.utf8), $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  private func typeFinding(
    _ rule: LintRule, _ name: String, _ type: DataType, _ kind: ModelPorts.Kind?
  ) -> LintFinding? {
    guard let kind, kind != .other, let stated = type.kind, stated != kind else { return nil }
    return LintFinding(
      rule, file: names.model, at: name,
      "'\(name)' is \(kind.rawValue) in the model and \(stated.rawValue) in the signature")
  }
}

extension DataType {
  /// What a model holds it as; `nil` for a type that is not known.
  fileprivate var kind: ModelPorts.Kind? {
    switch self {
    case .float, .integer, .boolean: .number
    case .string: .text
    case .other: nil
    }
  }
}
