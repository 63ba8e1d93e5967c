/// Adds the nodes of a linear classifier to a graph, with names that no column has.
struct LinearGraphBuilder {
  private(set) var graph: ONNXGraph
  private let prefix: String
  /// Values that hold features, in the order of the coefficients.
  private var features: [String] = []

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

  /// All numeric columns side by side, missing values filled, then scaled.
  mutating func addNumeric(_ inputs: [LinearClassifierGraph.Input]) {
    var names: [String] = []
    var fills: [Float] = []
    var offsets: [Float] = []
    var scales: [Float] = []
    for input in inputs {
      guard case .numeric(let fill, let offset, let scale) = input.encoding else { continue }
      names.append(input.name)
      fills.append(fill)
      offsets.append(offset)
      scales.append(scale)
    }
    guard !names.isEmpty else { return }
    let columns = concat(names, "numeric/columns")
    let filled = add(
      "Imputer", .learning, [columns], "numeric/filled",
      [
        ONNXAttribute("imputed_value_floats", .floats(fills)),
        ONNXAttribute("replaced_value_float", .float(.nan)),
      ])
    features.append(
      add(
        "Scaler", .learning, [filled], "numeric/scaled",
        [ONNXAttribute("offset", .floats(offsets)), ONNXAttribute("scale", .floats(scales))]))
  }

  /// One text column as a 1 at its level; does nothing for a column of numbers or without levels.
  mutating func addCategorical(_ input: LinearClassifierGraph.Input) {
    guard case .categorical(let levels, let missingIsLevel) = input.encoding,
      input.featureCount > 0
    else { return }
    let keys = missingIsLevel ? levels + [""] : levels
    let codes = keys.indices.map(Int64.init)
    let encoded = add(
      "LabelEncoder", .learning, [input.name], "column/\(input.name)/code",
      [
        ONNXAttribute("default_int64", .int(-1)),
        ONNXAttribute("keys_strings", .strings(keys)),
        ONNXAttribute("values_int64s", .ints(codes)),
      ])
    let indicators = add(
      "OneHotEncoder", .learning, [encoded], "column/\(input.name)/indicators",
      [ONNXAttribute("cats_int64s", .ints(codes)), ONNXAttribute("zeros", .int(1))])
    features.append(
      add("Reshape", .standard, [indicators, rowShape()], "column/\(input.name)/features"))
  }

  /// The classifier over all features; makes the outputs of the graph.
  mutating func addClassifier(attributes: [ONNXAttribute]) {
    let node = ONNXNode(
      "LinearClassifier", domain: .learning, name: prefix + "classifier",
      inputs: [concat(features, "features")],
      outputs: [LinearClassifierGraph.labelName, LinearClassifierGraph.probabilitiesName],
      attributes: attributes)
    graph.nodes.append(node)
  }

  // OneHotEncoder adds an axis; 0 keeps the rows and -1 takes all that is left of a row.
  private mutating func rowShape() -> String {
    let name = prefix + "row shape"
    if graph.initializers.isEmpty {
      graph.initializers.append(ONNXTensor(name: name, int64s: [0, -1]))
    }
    return name
  }

  private mutating func concat(_ names: [String], _ output: String) -> String {
    if names.count == 1 { return names[0] }
    return add("Concat", .standard, names, output, [ONNXAttribute("axis", .int(1))])
  }

  private mutating func add(
    _ operatorName: String, _ domain: ONNXDomain, _ inputs: [String], _ output: String,
    _ attributes: [ONNXAttribute] = []
  ) -> String {
    let name = prefix + output
    graph.nodes.append(
      ONNXNode(
        operatorName, domain: domain, name: name, inputs: inputs, outputs: [name],
        attributes: attributes))
    return name
  }
}
