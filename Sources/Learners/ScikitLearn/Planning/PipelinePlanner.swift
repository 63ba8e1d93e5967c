/// Writes down the steps of a pipeline, and which features they take as texts and which as numbers.
///
/// The graph has an input of all numbers side by side and one of all texts. Which column of them a feature
/// is, is known when the last step is: until then steps name features.
struct PipelinePlanner {
  private enum Step {
    /// Puts columns side by side.
    case pick([PipelineColumn.Source], as: ElementType)
    case run(any TensorOperator, [PlannedTensor], node: String)
  }

  /// What each feature is called, where it has a name.
  let featureNames: [String?]
  private var types: [ElementType?]
  private var steps: [(step: Step, makes: PlannedTensor)] = []

  init(featureNames: [String?]) {
    self.featureNames = featureNames
    types = Array(repeating: nil, count: featureNames.count)
  }

  /// All features, in order.
  var features: [PipelineColumn] {
    featureNames.indices.map { PipelineColumn(source: .feature($0)) }
  }

  /// Whether a column is text or number; `nil` while nothing has shown it.
  func type(of column: PipelineColumn) -> ElementType? {
    switch column.source {
    case .feature(let feature): types[feature]
    case .made: .double
    }
  }

  /// Columns as a tensor of numbers.
  mutating func numbers(_ columns: [PipelineColumn]) throws(LearnerError) -> PlannedTensor {
    if case .made(let tensor, _)? = columns.first?.source,
      columns.map(\.source) == tensor.columns.map(\.source)
    {
      return tensor
    }
    return try pick(columns, as: .double)
  }

  /// Columns as a tensor of texts: only features are any.
  mutating func texts(_ columns: [PipelineColumn]) throws(LearnerError) -> PlannedTensor {
    try pick(columns, as: .string)
  }

  private mutating func pick(
    _ columns: [PipelineColumn], as type: ElementType
  ) throws(LearnerError) -> PlannedTensor {
    guard !columns.isEmpty else {
      throw .brokenModel(.scikitLearn, reason: "a step is given no column")
    }
    for column in columns {
      guard case .feature(let feature) = column.source else { continue }
      guard types[feature] ?? type == type else {
        let name = featureNames[feature].map { "'\($0)'" } ?? "number \(feature + 1)"
        throw .unsupportedModel(
          .scikitLearn, reason: "it takes the column \(name) as a number and as text",
          supported: [])
      }
      types[feature] = type
    }
    return add(.pick(columns.map(\.source), as: type), width: columns.count)
  }

  /// Adds a step that makes `width` numbers a row.
  mutating func add(
    _ operation: some TensorOperator, _ inputs: [PlannedTensor], width: Int, node: String
  ) -> PlannedTensor {
    add(.run(operation, inputs, node: node), width: width)
  }

  private mutating func add(_ step: Step, width: Int) -> PlannedTensor {
    let made = PlannedTensor(id: steps.count, width: width)
    steps.append((step, made))
    return made
  }

  // MARK: Graph

  /// The graph with these outputs, and which of its inputs takes each feature.
  consuming func graph(
    outputs: [(tensor: PlannedTensor, name: String)]
  ) throws(LearnerError) -> (ScoringGraph, [ModelFeature]) {
    var builder = ScoringGraphBuilder()
    let inputs = PipelineInputs(types, &builder)
    var values: [ScoringGraphBuilder.Value] = []
    for (step, _) in steps {
      switch step {
      case .pick(let sources, let type):
        values.append(try inputs.pick(sources, as: type, of: values, &builder))
      case .run(let operation, let tensors, let node):
        values += try builder.add(operation, tensors.map { values[$0.id] }, node: node)
      }
    }
    for (output, name) in outputs {
      let port = GraphPort(
        name: name, type: .double, shape: [.unknown, .fixed(Int64(output.width))])
      builder.output(values[output.id], port)
    }
    let features = zip(featureNames, types).map {
      ModelFeature(name: $0, input: $1.flatMap { inputs.index(of: $0) })
    }
    return (builder.graph(), features)
  }
}
