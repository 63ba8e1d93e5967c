extension GraphBuilder {
  /// The scores of trees over raw columns: [rows, scores].
  mutating func addTrees(_ ensemble: TreeEnsemble) -> String {
    let features = TreeFeatures(ensemble)
    var values: [String] = []
    if !features.numbers.isEmpty { values.append(concat(features.numbers, "numeric/columns")) }
    for membership in features.memberships where !membership.sets.isEmpty {
      values.append(addMembership(membership))
    }
    return addLearned(
      "TreeEnsembleRegressor", [concat(values, "features")], "scores",
      ensemble.lists(features).attributes(bases: ensemble.bases))
  }

  /// For a text column, whether the row's level is in each of the sets: 1 or 0.
  private mutating func addMembership(_ membership: MembershipFeatures) -> String {
    let column = membership.column
    let code = addCode(column.name, keys: column.levels, otherwise: Int64(column.levels.count))
    let matrix = constant("column/\(column.name)/sets of levels") { name in
      ONNXTensor(
        name: name, floats: membership.matrix,
        shape: [Int64(column.levels.count + 1), Int64(membership.sets.count)])
    }
    let rows = add("Gather", [matrix, code], "column/\(column.name)/memberships")
    return flattenRows(rows, "column/\(column.name)/features")
  }
}
