/// How many categories a graph tells apart in each of its inputs of one column, as far as that can be seen:
/// columns are followed from the inputs to what encodes them.
struct ONNXCategoryCounts {
  /// By the name of the input.
  private(set) var counts: [UTF8Key: Int] = [:]
  /// For each value that is made of columns as they are, the inputs that these are.
  private var columns: [UTF8Key: [UTF8Key]] = [:]
  private let constants: [UTF8Key: ONNXTensor]
  /// How many more columns are followed: a small file can put the same ones together without end.
  private var room = 1 << 20

  init(_ graph: ONNXGraph) {
    constants = Dictionary(
      graph.initializers.compactMap { tensor in tensor.name.map { (UTF8Key($0), tensor) } },
      uniquingKeysWith: { first, _ in first })
    for info in graph.givenInputs {
      guard let name = info.name.map(UTF8Key.init), case .tensor(let type)? = info.type?.kind,
        type.width == 1
      else { continue }
      columns[name] = [name]
    }
    for node in graph.nodes { follow(node) }
  }

  private mutating func follow(_ node: ONNXNode) {
    let inputs = node.inputs.map { columns[UTF8Key($0)] }
    guard inputs.reduce(0, { $0 + ($1?.count ?? 0) }) <= room else { return }
    let found: [UTF8Key]?
    switch node.operatorName {
    case "Identity", "Cast", "Reshape", "Imputer": found = inputs.first ?? nil
    case "Where": found = inputs.dropFirst().lazy.compactMap { $0 }.first
    case "Concat": found = inputs.contains { $0 == nil } ? nil : inputs.flatMap { $0 ?? [] }
    case "Gather", "ArrayFeatureExtractor": found = picked(inputs.first ?? nil, by: node)
    case "OneHotEncoder", "LabelEncoder":
      count(node, in: inputs.first ?? nil)
      found = inputs.first ?? nil
    default: found = nil
    }
    guard let found, let output = node.outputs.first else { return }
    room -= found.count
    columns[UTF8Key(output)] = found
  }

  /// The columns at places that the file states.
  private func picked(_ columns: [UTF8Key]?, by node: ONNXNode) -> [UTF8Key]? {
    guard let columns, node.inputs.count == 2, let tensor = constants[UTF8Key(node.inputs[1])],
      case .int64s(let places)? = try? tensor.tensor().elements, places.count <= room,
      places.allSatisfy({ (0..<Int64(columns.count)).contains($0) })
    else { return nil }
    return places.map { columns[Int($0)] }
  }

  /// What an encoder of one column tells apart. One key alone marks what is missing.
  private mutating func count(_ node: ONNXNode, in columns: [UTF8Key]?) {
    guard let columns, columns.count == 1 else { return }
    for attribute in node.attributes {
      guard let name = attribute.name, name.hasPrefix("cats_") || name.hasPrefix("keys_") else {
        continue
      }
      let count = attribute.content.count
      if count > 1 { counts[columns[0]] = max(counts[columns[0]] ?? 0, count) }
    }
  }
}
