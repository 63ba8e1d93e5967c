extension PipelineReader {
  /// `RandomForestClassifier`, `ExtraTreesClassifier` and, of one tree, `DecisionTreeClassifier`: the mean of
  /// what the leaves have of each label.
  mutating func forestAnswer(
    of forest: PickledObject, trees: [PickledObject], _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try forest.labels()
    // Of two labels one is enough, as the other has the rest.
    let scores = labels.count == 2 ? [1] : Array(labels.indices)
    let tensor = try planForest(forest, trees, table, scoreCount: scores.count) {
      values throws(LearnerError) in
      guard values.count == labels.count else { throw forest.misfit("classes_") }
      // Up to version 1.2 values are counts, after that shares.
      let total = values.reduce(0, +)
      let isShare = total == 0 || abs(total - 1) < 1e-9
      return scores.map { values[values.startIndex + $0] / (isShare ? 1 : total) }
    }
    return labels.count == 2
      ? .scores(tensor, .complement, labels: labels) : .probabilities(tensor, labels: labels)
  }

  /// `RandomForestRegressor`, `ExtraTreesRegressor` and `DecisionTreeRegressor`: the mean of the leaves.
  mutating func forestNumber(
    of forest: PickledObject, trees: [PickledObject], _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    try planForest(forest, trees, table, scoreCount: 1) { values throws(LearnerError) in
      guard values.count == 1 else { throw forest.misfit("n_outputs_") }
      return Array(values)
    }
  }

  private mutating func planForest(
    _ forest: PickledObject, _ trees: [PickledObject], _ table: [PipelineColumn],
    scoreCount: Int, _ weights: (ArraySlice<Double>) throws(LearnerError) -> [Double]
  ) throws(LearnerError) -> PlannedTensor {
    guard !trees.isEmpty else { throw forest.misfit("estimators_") }
    var sources: [SourceTree] = []
    for tree in trees {
      let (nodes, values, count) = try tree.decisionTree(width: table.count)
      var votes: [SourceTree.Vote] = []
      for index in nodes.indices {
        guard case .leaf = nodes[index].test else { continue }
        for (score, weight) in try weights(values[index * count..<(index + 1) * count]).enumerated()
        {
          votes.append(SourceTree.Vote(leaf: index, score: score, weight: weight))
        }
      }
      sources.append(SourceTree(nodes: nodes, votes: votes))
    }
    let sums = TreeSums(scoreCount: scoreCount, aggregate: .average)
    treeCounts.add(sources)
    let compiled = try forest.compiled(sources, sums, as: Float.self)
    let operation = TreeSumOperator(
      trees: compiled, takesMissing: try forest.takesMissing(), takesInfinity: false)
    return planner.add(
      operation, [try planner.numbers(table)], width: scoreCount, node: forest.name)
  }
}

extension PickledObject {
  /// Whether rows may lack numbers: trees take that from version 1.3 on, forests from 1.4 and extra trees from
  /// 1.6, as trees do that are split at random; before 1.9 none does under constraints or by absolute errors.
  fileprivate func takesMissing() throws(LearnerError) -> Bool {
    let first =
      switch name {
      case let name where name.hasPrefix("DecisionTree"): ScikitLearnVersion(1, 3)
      case let name where name.hasPrefix("RandomForest"): ScikitLearnVersion(1, 4)
      default: ScikitLearnVersion(1, 6)
      }
    guard let version, version >= first else { return false }
    if version >= ScikitLearnVersion(1, 9) { return true }
    guard isNone("monotonic_cst") else { return false }
    if has("splitter"), version < ScikitLearnVersion(1, 6), try text("splitter") == "random" {
      return false
    }
    return try text("criterion") != "absolute_error"
  }
}
