extension PipelineReader {
  /// `PolynomialFeatures`: products of columns, by degree and then in the order of the columns.
  mutating func products(
    of table: [PipelineColumn], by object: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let limits = try ["_min_degree", "_max_degree"].map {
      name throws(LearnerError) in
      guard let degree = Int(exactly: try object.number(name)), (0...64).contains(degree) else {
        throw object.misfit(name)
      }
      return degree
    }
    let skip = try object.bool("interaction_only") ? 1 : 0
    var terms: [[Int]] = try object.bool("include_bias") ? [[]] : []
    var longest: [[Int]] = [[]]
    for degree in stride(from: 1, through: limits[1], by: 1) {
      var next: [[Int]] = []
      for term in longest {
        let first = term.last.map { $0 + skip } ?? 0
        try object.file.charge(max(0, table.count - first), of: 8 * degree)
        next += (first..<max(first, table.count)).map { term + [$0] }
      }
      longest = next
      if degree >= limits[0] { terms += longest }
    }
    guard !terms.isEmpty else { throw object.misfit("_max_degree") }
    return planner.add(
      ProductOperator(terms: terms), [try finite(table, node: object.name)], width: terms.count,
      node: object.name
    ).columns
  }

  /// `PCA` and `TruncatedSVD`.
  mutating func project(
    _ table: [PipelineColumn], by object: PickledObject, _ kind: TransformerClass
  ) throws(LearnerError) -> [PipelineColumn] {
    let components = try object.matrix("components_")
    guard let shape = components.table, shape.columns == table.count, shape.rows > 0,
      components.numbers.count == shape.rows * shape.columns
    else { throw object.misfit("components_") }
    var intercepts = Array(repeating: 0.0, count: shape.rows)
    if kind == .principalComponents {
      let means = try object.numbers("mean_", count: table.count)
      for row in 0..<shape.rows {
        for column in 0..<table.count {
          intercepts[row] -= means[column] * components.numbers[row * table.count + column]
        }
      }
    }
    let projected = planner.add(
      LinearOperator(coefficients: components.numbers, intercepts: intercepts),
      [try planner.numbers(table)], width: shape.rows, node: object.name
    ).columns
    guard kind == .principalComponents, try object.bool("whiten") else { return projected }
    let scales = try object.numbers("explained_variance_", count: shape.rows).map {
      max($0.squareRoot(), Double.ulpOfOne)
    }
    return try apply([.divide(scales)], to: projected, node: object.name)
  }

  /// `KBinsDiscretizer`.
  mutating func bins(
    of table: [PipelineColumn], by object: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    var edges: [[Double]] = []
    for item in try object.items("bin_edges_") {
      guard let column = try object.file.matrix(at: item)?.numbers, column.count > 1 else {
        throw object.misfit("bin_edges_")
      }
      edges.append(Array(column.dropFirst().dropLast()))
    }
    guard edges.count == table.count else { throw object.misfit("bin_edges_") }
    let numbers = try finite(table, node: object.name).columns
    let bins = try apply([.bins(edges)], to: numbers, node: object.name)
    if try object.text("encode") == "ordinal" { return bins }
    var starts: [Double] = []
    var width = 0
    for column in edges {
      starts.append(Double(width))
      width += column.count + 1
    }
    let places = try apply([.add(starts)], to: bins, node: object.name)
    return planner.add(
      OneHotOperator(width: width), [try planner.numbers(places)], width: width,
      node: object.name
    ).columns
  }

  /// `PowerTransformer`.
  mutating func power(
    _ table: [PipelineColumn], by object: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let powers = try object.numbers("lambdas_", count: table.count)
    let rule = try object.text("method")
    let step: ColumnStep
    switch rule {
    case "yeo-johnson": step = .yeoJohnson(powers)
    case "box-cox": step = .boxCox(powers)
    default: throw object.unsupported("has method='\(rule)'")
    }
    let changed = try apply([step], to: table, node: object.name)
    guard try object.bool("standardize") else { return changed }
    return try scale(changed, by: try object.object("_scaler"), .standardScaler)
  }

  /// `TargetEncoder`: what was seen of the target by category, for each label where there are several.
  mutating func targets(
    of table: [PipelineColumn], by encoder: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let columns = try EncodedColumn.all(of: encoder)
    guard columns.count == table.count else { throw encoder.misfit("categories_") }
    let means = try encoder.matrix("target_mean_").numbers
    let encodings = try encoder.items("encodings_")
    guard !means.isEmpty, encodings.count == columns.count * means.count else {
      throw encoder.misfit("encodings_")
    }
    var answers: [CategoryAnswers] = []
    for (index, encoding) in encodings.enumerated() {
      let column = columns[index / means.count]
      guard let values = try encoder.file.matrix(at: encoding)?.numbers,
        values.count == column.count
      else { throw encoder.misfit("encodings_") }
      answers.append(
        column.answers(
          table[index / means.count], unknown: means[index % means.count],
          code: { values[$0] }))
    }
    let repeated = encodings.indices.map { $0 / means.count }
    return try look(
      up: answers, repeated.map { columns[$0] }, repeated.map { table[$0] }, encoder)
  }

  /// Columns as numbers that are all there.
  mutating func finite(
    _ table: [PipelineColumn], node: String
  ) throws(LearnerError) -> PlannedTensor {
    planner.add(
      FiniteOperator(width: table.count), [try planner.numbers(table)], width: table.count,
      node: node)
  }
}
