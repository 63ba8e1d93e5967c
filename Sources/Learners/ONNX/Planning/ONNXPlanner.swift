/// Makes steps of the nodes of a graph: gives the named values their places, and checks each node on
/// the way.
struct ONNXPlanner {
  private let operatorSets: ONNXOperatorSets
  private var builder = ScoringGraphBuilder()
  private var values: [UTF8Key: Value] = [:]
  private(set) var outputs: [Output] = []

  /// A value of the graph, and what it means where a classifier made it.
  private struct Value {
    let value: ScoringGraphBuilder.Value
    var origin: ONNXClassOrigin?
  }

  /// An output of the graph.
  struct Output {
    let port: GraphPort
    let value: ScoringGraphBuilder.Value
    let origin: ONNXClassOrigin?
  }

  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the model contradicts itself,
  ///   ``LearnerError/unsupportedONNX(_:)`` when it asks for what is not supported.
  init(_ model: ONNXModel) throws(LearnerError) {
    operatorSets = try ONNXOperatorSets(model)
    guard model.functions.isEmpty else { throw .unsupportedONNX(.part("functions")) }
    guard let graph = model.graph else { throw .brokenONNX(.missing("graph")) }
    guard graph.sparseInitializers.isEmpty else {
      throw .unsupportedONNX(.part("sparse initializers"))
    }
    let constants = try addConstants(graph.initializers)
    try addInputs(graph.inputs, constants: constants)
    for (index, node) in graph.nodes.enumerated() { try add(node, at: index) }
    try addOutputs(graph.outputs)
  }

  /// Adds the constants and answers with their names.
  private mutating func addConstants(_ tensors: [ONNXTensor]) throws(LearnerError) -> Set<UTF8Key> {
    for tensor in tensors {
      guard let name = tensor.name, !name.isEmpty else {
        throw .brokenONNX(.missing("name of a constant"))
      }
      let tensor = try tensor.tensor()
      try define(
        name, Value(value: builder.constant(tensor), origin: ONNXClassOrigin(constant: tensor)))
    }
    return Set(values.keys)
  }

  /// Adds the inputs that a batch has to give.
  private mutating func addInputs(
    _ infos: [ONNXValueInfo], constants: Set<UTF8Key>
  ) throws(LearnerError) {
    for info in infos {
      // Up to ir 3 every constant is listed as an input too; later that marks a default.
      if let name = info.name, constants.contains(UTF8Key(name)) { continue }
      let port = try GraphPort(info)
      try define(port.name, Value(value: builder.input(port)))
    }
  }

  private mutating func add(_ node: ONNXNode, at index: Int) throws(LearnerError) {
    guard let name = node.operatorName else {
      throw .brokenONNX(.missing("operator in node \(index)"))
    }
    let label = if let name = node.name, !name.isEmpty { name } else { "\(name) #\(index)" }
    let (domain, version) = try operatorSets.resolve(node.domain ?? "")
    let row = try ONNXOperatorTable.row(name, domain, version: version, node: label)
    let inputs = try inputs(of: node, row, label)
    var attributes = try ONNXNodeAttributes(
      node, label: label, version: version, inputTypes: inputs.map(\.value.type))
    let operation = try row.type.init(&attributes)
    try attributes.finish()
    let made = try builder.add(operation, inputs.map(\.value), node: label)
    guard row.outputs.contains(node.outputs.count), node.outputs.count <= made.count else {
      throw .brokenONNX(.node(label, .wrongCount(of: "outputs", node.outputs.count)))
    }
    let origin = operation.origin(of: inputs.first?.origin)
    for (output, value) in zip(node.outputs, made) where !output.isEmpty {
      try define(output, Value(value: value, origin: origin))
    }
  }

  private mutating func addOutputs(_ infos: [ONNXValueInfo]) throws(LearnerError) {
    guard !infos.isEmpty else { throw .brokenONNX(.missing("output")) }
    for info in infos {
      let port = try GraphPort(output: info)
      let value = try value(of: port.name, user: "the model's outputs")
      let isMap = value.origin?.isMap == true
      guard value.value.type == port.type, isMap == info.isMapPerRow else {
        throw .brokenONNX(
          .declaredType(value: port.name, found: isMap ? "map" : value.value.type.name))
      }
      builder.output(value.value, port)
      outputs.append(Output(port: port, value: value.value, origin: value.origin))
    }
  }

  /// Adds an output that holds others, each one column, side by side.
  ///
  /// - Returns: Its number.
  mutating func join(_ columns: [Output], name: String) throws(LearnerError) -> Int {
    let joined = try builder.add(ColumnsOperator(), columns.map(\.value), node: name)
    for value in joined {
      let port = GraphPort(name: name, type: value.type, shape: nil)
      builder.output(value, port)
      outputs.append(Output(port: port, value: value, origin: nil))
    }
    return outputs.count - 1
  }

  consuming func graph() -> ScoringGraph { builder.graph() }

  // MARK: Values

  private func inputs(
    of node: ONNXNode, _ row: ONNXOperatorTable.Row, _ label: String
  ) throws(LearnerError) -> [Value] {
    guard row.inputs.contains(node.inputs.count),
      node.inputs.prefix(row.inputs.lowerBound).allSatisfy({ !$0.isEmpty })
    else {
      throw .brokenONNX(.node(label, .wrongCount(of: "inputs", node.inputs.count)))
    }
    var inputs: [Value] = []
    for input in node.inputs where !input.isEmpty {
      let value = try value(of: input, user: label)
      guard value.origin?.isMap != true || row.type is IdentityOperator.Type else {
        throw .brokenONNX(.node(label, .takesNoMap))
      }
      inputs.append(value)
    }
    return inputs
  }

  private func value(of name: String, user: String) throws(LearnerError) -> Value {
    guard let value = values[UTF8Key(name)] else {
      throw .brokenONNX(.notMade(value: name, user: user))
    }
    return value
  }

  private mutating func define(_ name: String, _ value: Value) throws(LearnerError) {
    guard values.updateValue(value, forKey: UTF8Key(name)) == nil else {
      throw .brokenONNX(.madeTwice(value: name))
    }
  }
}
