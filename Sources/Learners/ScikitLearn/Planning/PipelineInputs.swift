/// The inputs of a pipeline's graph: one of numbers, one of texts, each where there are any.
struct PipelineInputs {
  private var values: [(type: ElementType, value: ScoringGraphBuilder.Value)] = []
  /// Which column of its input each feature is.
  private let positions: [Int]

  init(_ types: [ElementType?], _ builder: inout ScoringGraphBuilder) {
    var counts: [ElementType: Int] = [:]
    positions = types.map { type in
      guard let type else { return 0 }
      defer { counts[type, default: 0] += 1 }
      return counts[type, default: 0]
    }
    for (type, name) in [(ElementType.double, "numbers"), (.string, "texts")] {
      guard let count = counts[type] else { continue }
      let port = GraphPort(name: name, type: type, shape: [.unknown, .fixed(Int64(count))])
      values.append((type, builder.input(port)))
    }
  }

  /// Which input of the graph is of a type.
  func index(of type: ElementType) -> Int? { values.firstIndex { $0.type == type } }

  /// A value that has these columns side by side: of features, and of steps that were added.
  func pick(
    _ sources: [PipelineColumn.Source], as type: ElementType,
    of steps: [ScoringGraphBuilder.Value], _ builder: inout ScoringGraphBuilder
  ) throws(LearnerError) -> ScoringGraphBuilder.Value {
    var taken: [ScoringGraphBuilder.Value] = []
    var places: [ColumnPickOperator.Place] = []
    for source in sources {
      let (value, column) = place(of: source, as: type, steps)
      let index = taken.firstIndex(of: value) ?? taken.count
      if index == taken.count { taken.append(value) }
      places.append(ColumnPickOperator.Place(input: index, column: column))
    }
    let pick = ColumnPickOperator(places)
    return try builder.add(pick, taken, node: "ColumnTransformer")[0]
  }

  private func place(
    of source: PipelineColumn.Source, as type: ElementType, _ steps: [ScoringGraphBuilder.Value]
  ) -> (ScoringGraphBuilder.Value, column: Int) {
    switch source {
    case .made(let tensor, let column): (steps[tensor.id], column)
    case .feature(let feature):
      // Features were given their type when they were picked, so there is an input of it.
      (index(of: type).map { values[$0].value } ?? values[0].value, positions[feature])
    }
  }
}
