/// Turns the named values of a graph into numbered slots, and checks each node on the way.
struct ONNXPlanner {
  private let operatorSets: ONNXOperatorSets
  private var slots: [UTF8Key: Int] = [:]
  private var types: [ElementType] = []
  private var constants: [(slot: Int, tensor: Tensor)] = []
  private var inputSlots: [Int] = []
  private var outputSlots: [Int] = []
  private var steps: [ONNXPlan.Step] = []
  /// About how many elements all values of one row have together: what operators tell of themselves, as
  /// many as are put side by side, and the last axis of constants, whose rows may be picked from.
  private(set) var rowLength = 1

  init(_ operatorSets: ONNXOperatorSets) { self.operatorSets = operatorSets }

  /// Adds the constants and answers with their names.
  mutating func addConstants(_ tensors: [ONNXTensor]) throws(LearnerError) -> Set<UTF8Key> {
    for tensor in tensors {
      guard let name = tensor.name, !name.isEmpty else {
        throw .brokenONNX(.missing("name of a constant"))
      }
      let value = try tensor.tensor()
      rowLength += value.shape.last ?? 1
      constants.append((try slot(making: name, value.elements.type), value))
    }
    return Set(slots.keys)
  }

  /// Adds the inputs that a batch has to give.
  mutating func addInputs(
    _ infos: [ONNXValueInfo], constants: Set<UTF8Key>
  ) throws(LearnerError) -> [ONNXPort] {
    var ports: [ONNXPort] = []
    for info in infos {
      // Up to ir 3 every constant is listed as an input too; later that marks a default.
      if let name = info.name, constants.contains(UTF8Key(name)) { continue }
      let port = try ONNXPort(info)
      inputSlots.append(try slot(making: port.name, port.type))
      ports.append(port)
    }
    return ports
  }

  mutating func add(_ node: ONNXNode, at index: Int) throws(LearnerError) {
    guard let name = node.operatorName else {
      throw .brokenONNX(.missing("operator in node \(index)"))
    }
    let label = if let name = node.name, !name.isEmpty { name } else { "\(name) #\(index)" }
    let (domain, version) = try operatorSets.resolve(node.domain ?? "")
    let row = try ONNXOperatorTable.row(name, domain, version: version, node: label)
    let inputs = try inputSlots(of: node, row, label)
    var attributes = try ONNXNodeAttributes(node, label: label, version: version)
    let operation = try row.type.init(&attributes)
    try attributes.finish()
    let made = try operation.outputTypes(for: inputs.map { types[$0] }, node: label)
    let outputs = try outputSlots(of: node, made, row, label)
    rowLength += max(operation.rowLength, inputs.count)
    steps.append(.init(node: label, operation: operation, inputs: inputs, outputs: outputs))
  }

  mutating func addOutputs(_ infos: [ONNXValueInfo]) throws(LearnerError) -> [ONNXPort] {
    guard !infos.isEmpty else { throw .brokenONNX(.missing("output")) }
    var ports: [ONNXPort] = []
    for info in infos {
      let port = try ONNXPort(info)
      let slot = try slot(of: port.name, user: "the model's outputs")
      guard types[slot] == port.type else {
        throw .brokenONNX(.declaredType(value: port.name, found: types[slot].name))
      }
      outputSlots.append(slot)
      ports.append(port)
    }
    return ports
  }

  /// The plan, in which every value is let go after the last step that reads it.
  consuming func plan() -> ONNXPlan {
    var wanted = Set(outputSlots).union(constants.map(\.slot))
    for index in steps.indices.reversed() {
      steps[index].outputs = steps[index].outputs.map { slot in
        slot.flatMap { wanted.contains($0) ? $0 : nil }
      }
      for slot in steps[index].inputs where wanted.insert(slot).inserted {
        steps[index].releases.append(slot)
      }
    }
    return ONNXPlan(
      slotCount: types.count, constants: constants, inputSlots: inputSlots,
      outputSlots: outputSlots, steps: steps)
  }

  // MARK: Slots

  private func inputSlots(
    of node: ONNXNode, _ row: ONNXOperatorTable.Row, _ label: String
  ) throws(LearnerError) -> [Int] {
    guard row.inputs.contains(node.inputs.count),
      node.inputs.prefix(row.inputs.lowerBound).allSatisfy({ !$0.isEmpty })
    else {
      throw .brokenONNX(.node(label, .wrongCount(of: "inputs", node.inputs.count)))
    }
    var slots: [Int] = []
    for input in node.inputs where !input.isEmpty {
      slots.append(try slot(of: input, user: label))
    }
    return slots
  }

  private mutating func outputSlots(
    of node: ONNXNode, _ made: [ElementType], _ row: ONNXOperatorTable.Row, _ label: String
  ) throws(LearnerError) -> [Int?] {
    guard row.outputs.contains(node.outputs.count), node.outputs.count <= made.count else {
      throw .brokenONNX(.node(label, .wrongCount(of: "outputs", node.outputs.count)))
    }
    var slots: [Int?] = []
    for (output, type) in zip(node.outputs, made) {
      slots.append(output.isEmpty ? nil : try slot(making: output, type))
    }
    return slots
  }

  private func slot(of name: String, user: String) throws(LearnerError) -> Int {
    guard let slot = slots[UTF8Key(name)] else {
      throw .brokenONNX(.notMade(value: name, user: user))
    }
    return slot
  }

  private mutating func slot(making name: String, _ type: ElementType) throws(LearnerError) -> Int {
    guard slots.updateValue(types.count, forKey: UTF8Key(name)) == nil else {
      throw .brokenONNX(.madeTwice(value: name))
    }
    types.append(type)
    return types.count - 1
  }
}
