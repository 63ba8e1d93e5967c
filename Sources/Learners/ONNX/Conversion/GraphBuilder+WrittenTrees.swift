extension GraphBuilder {
  /// Adds trees that compare and add doubles.
  ///
  /// - Parameters:
  ///   - trees: What they are.
  ///   - value: The doubles that rows have: [rows, columns], as many as the trees look at, or more.
  ///   - name: Begins the names of all values that are added.
  /// - Returns: The scores, as floats, because this is what the operator answers.
  /// - Throws: ``LearnerError/unwritableONNX(_:)`` for averages that do not begin with 0.
  mutating func add<Feature: TreeNumber, Sum: TreeNumber>(
    _ trees: CompiledTrees<Feature, Sum>, _ value: String, _ name: String
  ) throws(LearnerError) -> String {
    let sums = trees.sums
    guard sums.aggregate == .sum || sums.starts.allSatisfy({ $0 == 0 }) else {
      throw .unwritableONNX(.step(name))
    }
    let written = WrittenTrees(trees.sourceTrees, sums: sums, columnCount: trees.columnCount)
    var features = [
      columns(Array(0..<trees.columnCount), of: value, "\(name)/columns")
    ]
    if !written.zeroColumns.isEmpty {
      features[0] = withoutZeros(features[0], written, "\(name)/without zeros")
    }
    for column in written.memberships.keys.sorted() {
      features.append(memberships(of: column, in: features[0], written, "\(name)/column \(column)"))
    }
    let attributes = written.lists.attributes(
      bases: sums.starts(and: sums.bases), aggregate: sums.aggregate.onnxName)
    return add(
      "TreeEnsembleRegressor", [concat(features, "\(name)/features")], name, attributes,
      domain: .learning)
  }

  /// NaN in place of 0, and of whatever lies within 1e-35 of it, in the columns where that is missing.
  private mutating func withoutZeros(
    _ value: String, _ written: WrittenTrees, _ name: String
  ) -> String {
    let mask = constant("\(name)/columns") {
      let isMissing = (0..<written.columnCount).map(written.zeroColumns.contains)
      return ONNXTensor(name: $0, Tensor(.bools(isMissing), shape: [1, isMissing.count]))
    }
    let size = add("Abs", [value], "\(name)/size")
    let isZero = add("LessOrEqual", [size, double(SourceTree.Missing.zeroEdge)], "\(name)/is zero")
    let isMissing = add("And", [isZero, mask], "\(name)/is missing")
    return add("Where", [isMissing, double(.nan), value], name)
  }

  /// For a column of categories, whether the row's is in each of the sets: 1 or 0.
  private mutating func memberships(
    of column: Int, in value: String, _ written: WrittenTrees, _ name: String
  ) -> String {
    let sets = written.memberships[column] ?? []
    let column = columns([column], of: value, "\(name)/category")
    let answer = inSets(column, sets, name)
    let isMissing = add("IsNaN", [column], "\(name)/is missing")
    let ofMissing = row("\(name)/of missing", sets.map { $0.hasMissing ? 1 : 0 })
    return add("Where", [isMissing, ofMissing, answer], name)
  }

  /// For the categories of a column, whether they are in each of the sets.
  private mutating func inSets(
    _ column: String, _ sets: [WrittenTrees.Membership], _ name: String
  ) -> String {
    let categories = Set(sets.flatMap(\.categories)).sorted()
    if categories.isEmpty { return row("\(name)/none", sets.map { _ in 0 }) }
    let matches = matches(column, categories.map(Double.init), "\(name)/matches")
    let matrix = categories.flatMap { category in
      sets.map { $0.categories.contains(category) ? 1.0 : 0 }
    }
    let table = doubles("\(name)/sets", matrix, shape: [categories.count, sets.count])
    return add("MatMul", [matches, table], "\(name)/in sets")
  }
}

extension TreeSums {
  /// What is added to the votes for each score, whenever.
  fileprivate func starts(and bases: [Double]) -> [Double] {
    (0..<scoreCount).map { score in
      (starts.isEmpty ? 0 : starts[score]) + (bases.isEmpty ? 0 : bases[score])
    }
  }
}
