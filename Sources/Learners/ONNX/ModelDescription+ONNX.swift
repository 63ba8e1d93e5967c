extension ModelDescription {
  /// Takes out of an ONNX file what it says, whether or not its operators are known here.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the bytes are not what ONNX writes.
  mutating func describe(onnx bytes: [UInt8]) throws(LearnerError) {
    let model = try ONNXModel.decode(bytes)
    if let name = model.producerName, !name.isEmpty {
      let version = model.producerVersion.flatMap { $0.isEmpty ? nil : $0 }
      producer = Producer(name, version: version)
    }
    guard let graph = model.graph else { return }
    let categories = ONNXCategoryCounts(graph).counts
    inputs = graph.givenInputs.map {
      Input(
        $0.name, type: $0.type?.name, width: $0.type?.width,
        categoryCount: $0.name.flatMap { categories[UTF8Key($0)] })
    }
    outputs = graph.outputs.map { Output($0.name ?? "", type: $0.type?.name) }
    labels = graph.nodes.lazy.compactMap(\.labels).first ?? []
    steps = Self.steps(graph.nodes, of: model)
    var counts = TreeCounts()
    for node in graph.nodes { counts.add(node) }
    if counts.count > 0 { trees = counts }
  }

  /// Each operator once, in the order in which it comes first.
  private static func steps(_ nodes: [ONNXNode], of model: ONNXModel) -> [Step] {
    let operatorSets = try? ONNXOperatorSets(model)
    var steps: [Step] = []
    var places: [UTF8Key: Int] = [:]
    for node in nodes {
      let domain = node.domain.flatMap {
        ["", ONNXDomain.learning.rawValue].contains($0) ? nil : $0
      }
      let name = [domain, node.operatorName ?? "?"].compactMap { $0 }.joined(separator: ".")
      if let place = places[UTF8Key(name)] {
        steps[place].count += 1
      } else {
        places[UTF8Key(name)] = steps.count
        steps.append(Step(name, obstacle: operatorSets.flatMap { node.obstacle(in: $0) }))
      }
    }
    return steps
  }
}

extension ONNXNode {
  /// Why the operator cannot be run; `nil` when it is one of those that can.
  fileprivate func obstacle(in operatorSets: ONNXOperatorSets) -> String? {
    let name = operatorName ?? ""
    do throws(LearnerError) {
      let (domain, version) = try operatorSets.resolve(domain ?? "")
      _ = try ONNXOperatorTable.row(name, domain, version: version, node: self.name ?? name)
      return nil
    } catch .unsupportedONNX(.operatorKind) {
      return "not supported"
    } catch { return error.message }
  }

  /// The labels that a classifier tells apart; `nil` for other operators.
  fileprivate var labels: [String]? {
    for attribute in attributes where attribute.name?.hasPrefix("classlabels_") == true {
      switch attribute.content {
      case .strings(let texts): return texts
      case .ints(let integers): return integers.map(\.description)
      default: continue
      }
    }
    return nil
  }
}

extension ONNXType {
  /// How many columns it has, where it is a table that says so.
  fileprivate var width: Int? {
    if case .tensor(let tensor) = kind { tensor.width } else { nil }
  }

  /// The type as numpy and onnxruntime name it; `nil` when the file does not say.
  fileprivate var name: String? {
    switch kind {
    case .tensor(let tensor): tensor.elementType.map(Self.name(ofElement:))
    case .sequence(let sequence): "sequence(\(sequence.element?.name ?? "?"))"
    case .map(let map):
      "map(\(map.keyType.map(Self.name(ofElement:)) ?? "?"), \(map.value?.name ?? "?"))"
    case .unstated, .other: nil
    }
  }

  private static func name(ofElement type: Int32) -> String {
    ElementType(rawValue: type)?.name ?? ElementType.name(ofNumber: type)
  }
}
