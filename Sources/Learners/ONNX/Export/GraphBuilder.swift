/// Adds nodes to a graph; the values in between get names that no column has.
struct GraphBuilder {
  private(set) var graph: ONNXGraph
  private let prefix: String

  /// - Parameters:
  ///   - graph: The graph to add to; its inputs and outputs are there already.
  ///   - names: What the values in between must not be called.
  init(_ graph: ONNXGraph, avoiding names: [String]) {
    self.graph = graph
    // No name begins with a text that is longer than all of them, so this ends.
    var prefix = "model/"
    while names.contains(where: { $0.utf8.starts(with: prefix.utf8) }) { prefix = "_" + prefix }
    self.prefix = prefix
  }

  /// Adds a node of one output, and answers what the output is called.
  mutating func add(
    _ operatorName: String, _ inputs: [String], _ output: String,
    _ attributes: [ONNXAttribute] = [], domain: ONNXDomain = .standard
  ) -> String {
    let name = prefix + output
    graph.nodes.append(
      ONNXNode(
        operatorName, domain: domain, name: name, inputs: inputs, outputs: [name],
        attributes: attributes))
    return name
  }

  /// Adds a node of `ai.onnx.ml`, and says which type comes out: onnx before 1.16 does not find that out
  /// itself, and its checker then refuses what reads the output.
  mutating func addLearned(
    _ operatorName: String, _ inputs: [String], _ output: String,
    _ attributes: [ONNXAttribute], type: ElementType = .float
  ) -> String {
    let name = add(operatorName, inputs, output, attributes, domain: .learning)
    graph.values.append(ONNXValueInfo(name: name, type: type))
    return name
  }

  /// Adds the node that makes an output of the graph.
  mutating func addOutput(
    _ name: String, _ operatorName: String, _ inputs: [String], _ attributes: [ONNXAttribute] = []
  ) {
    graph.nodes.append(
      ONNXNode(
        operatorName, domain: .standard, name: prefix + name, inputs: inputs, outputs: [name],
        attributes: attributes))
  }

  /// Tables of as many rows side by side.
  mutating func concat(_ names: [String], _ output: String) -> String {
    if names.count == 1 { return names[0] }
    return add("Concat", names, output, [ONNXAttribute("axis", .int(1))])
  }

  /// A constant, added the first time that it is asked for.
  mutating func constant(
    _ name: String, _ make: (_ name: String) -> ONNXTensor
  ) -> String {
    let name = prefix + name
    if !graph.initializers.contains(where: { $0.name == name }) {
      graph.initializers.append(make(name))
    }
    return name
  }

  /// A constant float.
  mutating func constant(_ name: String, _ value: Float) -> String {
    constant(name) { ONNXTensor(name: $0, floats: [value], shape: [1]) }
  }

  /// One value with a shape: 0 keeps an axis, -1 takes what is left.
  mutating func reshape(
    _ value: String, _ shape: [Int64], _ shapeName: String, _ output: String
  ) -> String {
    let shape = constant(shapeName) { ONNXTensor(name: $0, int64s: shape) }
    return add("Reshape", [value, shape], output)
  }

  /// All columns of one row side by side, where encoders have added an axis.
  mutating func flattenRows(_ value: String, _ output: String) -> String {
    reshape(value, [0, -1], "row shape", output)
  }
}
