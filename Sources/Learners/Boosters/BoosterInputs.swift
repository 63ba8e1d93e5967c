/// Which columns boosted trees look up: first the numbers, then the codes of texts, then those of numbers
/// that stand for categories, so that models without categories need no step for them.
struct BoosterInputs: Sendable {
  /// What the model takes of a row, in its own order.
  let features: [ModelFeature]
  /// Where each feature stands among the columns that are looked up.
  let places: [Int]
  /// The inputs of the graph, and for each column what it is looked up by.
  private let inputs: [(kind: Kind, tables: [CategoryTable])]

  private enum Kind: CaseIterable {
    case numbers, texts, categories

    init(_ content: BoosterFeature.Content) {
      switch content {
      case .number: self = .numbers
      case .texts: self = .texts
      case .code, .numbers: self = .categories
      }
    }
  }

  init(_ features: [BoosterFeature], _ rules: CategoryRules) {
    var inputs: [(kind: Kind, tables: [CategoryTable])] = []
    var inputOfFeature = [Int](repeating: 0, count: features.count)
    var places = inputOfFeature
    var place = 0
    for kind in Kind.allCases {
      var tables: [CategoryTable] = []
      for (index, feature) in features.enumerated() where Kind(feature.content) == kind {
        inputOfFeature[index] = inputs.count
        places[index] = place
        place += 1
        tables.append(CategoryTable(feature.content, rules))
      }
      if !tables.isEmpty { inputs.append((kind, tables)) }
    }
    self.features = zip(features, inputOfFeature).map { ModelFeature(name: $0.name, input: $1) }
    self.places = places
    self.inputs = inputs
  }

  /// Adds the inputs to a graph.
  ///
  /// - Parameters:
  ///   - builder: The graph.
  ///   - type: What the trees compare: `float` or `double`.
  /// - Returns: The columns that are looked up, side by side.
  /// - Throws: What the operators say of their inputs.
  func columns(
    in builder: inout ScoringGraphBuilder, type: ElementType
  ) throws(LearnerError) -> ScoringGraphBuilder.Value {
    var parts: [ScoringGraphBuilder.Value] = []
    for (kind, tables) in inputs {
      let shape: [ONNXDimension.Length] = [.unknown, .fixed(Int64(tables.count))]
      switch kind {
      case .numbers:
        parts.append(builder.input(GraphPort(name: "numbers", type: type, shape: shape)))
      case .texts:
        let input = builder.input(GraphPort(name: "texts", type: .string, shape: shape))
        let codes = CategoryCodesOperator(tables: tables, type: type)
        parts += try builder.add(codes, [input], node: "texts")
      case .categories:
        let input = builder.input(GraphPort(name: "categories", type: .double, shape: shape))
        let codes = CategoryCodesOperator(tables: tables, type: type)
        parts += try builder.add(codes, [input], node: "categories")
      }
    }
    if parts.count == 1 { return parts[0] }
    return try builder.add(ConcatOperator(axis: 1), parts, node: "columns")[0]
  }
}
