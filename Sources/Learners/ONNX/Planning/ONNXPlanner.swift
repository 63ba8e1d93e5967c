/// Makes steps of the nodes of a graph: gives the named values their places, and checks each node on
/// the way.
struct ONNXPlanner {
  private let operatorSets: ONNXOperatorSets
  private var builder = ScoringGraphBuilder()
  private var values: [UTF8Key: ScoringGraphBuilder.Value] = [:]

  init(_ operatorSets: ONNXOperatorSets) { self.operatorSets = operatorSets }

  /// Adds the constants and answers with their names.
  mutating func addConstants(_ tensors: [ONNXTensor]) throws(LearnerError) -> Set<UTF8Key> {
    for tensor in tensors {
      guard let name = tensor.name, !name.isEmpty else {
        throw .brokenONNX(.missing("name of a constant"))
      }
      try define(name, builder.constant(try tensor.tensor()))
    }
    return Set(values.keys)
  }

  /// Adds the inputs that a batch has to give.
  mutating func addInputs(
    _ infos: [ONNXValueInfo], constants: Set<UTF8Key>
  ) throws(LearnerError) {
    for info in infos {
      // Up to ir 3 every constant is listed as an input too; later that marks a default.
      if let name = info.name, constants.contains(UTF8Key(name)) { continue }
      let port = try GraphPort(info)
      try define(port.name, builder.input(port))
    }
  }

  mutating func add(_ node: ONNXNode, at index: Int) throws(LearnerError) {
    guard let name = node.operatorName else {
      throw .brokenONNX(.missing("operator in node \(index)"))
    }
    let label = if let name = node.name, !name.isEmpty { name } else { "\(name) #\(index)" }
    let (domain, version) = try operatorSets.resolve(node.domain ?? "")
    let row = try ONNXOperatorTable.row(name, domain, version: version, node: label)
    let inputs = try inputs(of: node, row, label)
    var attributes = try ONNXNodeAttributes(node, label: label, version: version)
    let operation = try row.type.init(&attributes)
    try attributes.finish()
    let made = try builder.add(operation, inputs, node: label)
    guard row.outputs.contains(node.outputs.count), node.outputs.count <= made.count else {
      throw .brokenONNX(.node(label, .wrongCount(of: "outputs", node.outputs.count)))
    }
    for (output, value) in zip(node.outputs, made) where !output.isEmpty {
      try define(output, value)
    }
  }

  mutating func addOutputs(_ infos: [ONNXValueInfo]) throws(LearnerError) {
    guard !infos.isEmpty else { throw .brokenONNX(.missing("output")) }
    for info in infos {
      let port = try GraphPort(info)
      let value = try value(of: port.name, user: "the model's outputs")
      guard value.type == port.type else {
        throw .brokenONNX(.declaredType(value: port.name, found: value.type.name))
      }
      builder.output(value, port)
    }
  }

  consuming func graph() -> ScoringGraph { builder.graph() }

  // MARK: Values

  private func inputs(
    of node: ONNXNode, _ row: ONNXOperatorTable.Row, _ label: String
  ) throws(LearnerError) -> [ScoringGraphBuilder.Value] {
    guard row.inputs.contains(node.inputs.count),
      node.inputs.prefix(row.inputs.lowerBound).allSatisfy({ !$0.isEmpty })
    else {
      throw .brokenONNX(.node(label, .wrongCount(of: "inputs", node.inputs.count)))
    }
    var inputs: [ScoringGraphBuilder.Value] = []
    for input in node.inputs where !input.isEmpty {
      inputs.append(try value(of: input, user: label))
    }
    return inputs
  }

  private func value(
    of name: String, user: String
  ) throws(LearnerError) -> ScoringGraphBuilder.Value {
    guard let value = values[UTF8Key(name)] else {
      throw .brokenONNX(.notMade(value: name, user: user))
    }
    return value
  }

  private mutating func define(
    _ name: String, _ value: ScoringGraphBuilder.Value
  ) throws(LearnerError) {
    guard values.updateValue(value, forKey: UTF8Key(name)) == nil else {
      throw .brokenONNX(.madeTwice(value: name))
    }
  }
}
