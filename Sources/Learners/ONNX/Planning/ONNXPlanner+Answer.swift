extension ONNXPlanner {
  /// What the outputs mean, seen from what exporters write.
  ///
  /// Maps from label to score are probabilities, and so are numbers beside labels or with the labels of a
  /// classifier: one table of them, or one output a label. Numbers alone are what is predicted.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` when there are no numbers, or these are sums of any
  ///   size instead of probabilities.
  mutating func answer() throws(LearnerError) -> ModelAnswer {
    let numbers = outputs.indices.filter { outputs[$0].isNumber }
    guard let first = numbers.first else {
      throw .unscorableModel(reason: "it answers labels only: it has no output of numbers")
    }
    if let map = numbers.first(where: { outputs[$0].origin?.isMap == true }) {
      return try probabilities(map, labels: outputs[map].origin?.labels)
    }
    let labels = outputs.first { !$0.isNumber }
    if let labels, numbers.count > 1, numbers.allSatisfy({ outputs[$0].isColumn }) {
      let columns = numbers.map { outputs[$0] }
      let known = labels.origin.flatMap { $0.labels.count == columns.count ? $0.labels : nil }
      for column in columns { try check(column) }
      let table = try join(columns, name: ModelGraph.OutputName.probabilities)
      return .probabilities(output: table, labels: known.map(ModelLabels.init))
    }
    let named = numbers.first { outputs[$0].port.name.contains("probab") } ?? first
    if labels == nil, outputs[named].origin == nil, !outputs[named].port.name.contains("probab") {
      return .number(output: first)
    }
    return try probabilities(
      named, labels: outputs[named].origin?.labels ?? labels?.origin?.labels)
  }

  private func probabilities(
    _ output: Int, labels: ONNXClassLabels?
  ) throws(LearnerError) -> ModelAnswer {
    try check(outputs[output])
    return .probabilities(output: output, labels: labels.map(ModelLabels.init))
  }

  private func check(_ output: Output) throws(LearnerError) {
    guard output.origin?.areSums != true else {
      throw .unscorableModel(
        reason: "its output '\(output.port.name)' holds scores of any size, not probabilities")
    }
  }
}

extension ONNXPlanner.Output {
  var isNumber: Bool { port.type == .float || port.type == .double }

  /// Whether the output has one number a row.
  var isColumn: Bool {
    guard let shape = port.shape else { return false }
    return shape.count == 1 || (shape.count == 2 && shape[1] == .fixed(1))
  }
}
