extension PipelineReader {
  /// `SimpleImputer`, with the flags that `add_indicator` puts behind the columns.
  mutating func impute(
    _ table: [PipelineColumn], by imputer: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let fills = try imputer.cells("statistics_")
    guard fills.count == table.count else { throw imputer.misfit("statistics_") }
    let missing = try imputer.cell("missing_values")
    var flags: [PipelineColumn] = []
    if !imputer.isNone("indicator_") {
      // Whether a column is text shows in what it is filled with.
      for (column, fill) in zip(table, fills)
      where fill.text != nil && planner.type(of: column) == nil {
        _ = try planner.texts([column])
      }
      flags = try indicators(of: table, by: try imputer.object("indicator_"))
    }
    var imputed: [PipelineColumn] = []
    var numbers: [(place: Int, column: PipelineColumn, fill: Double)] = []
    let areNone = imputer.file.areNone(at: try imputer.reference("statistics_"))
    for (index, (column, fill)) in zip(table, fills).enumerated() {
      switch fill {
      // NaN is filled with None, which is missing as before.
      case .missing where areNone.indices.contains(index) && areNone[index]: imputed.append(column)
      // A column without any value when the imputer was fitted is left out.
      case .missing: continue
      case .text(let text): imputed.append(try replacing(missing, by: text, in: column, imputer))
      default:
        numbers.append((imputed.count, column, fill.number ?? .nan))
        imputed.append(column)
      }
    }
    let filled = try apply(
      [.fill(missing: missing.number ?? .nan, with: numbers.map(\.fill))],
      to: numbers.map(\.column), node: imputer.name)
    for (number, column) in zip(numbers, filled) { imputed[number.place] = column }
    return imputed + flags
  }

  /// A column in which a text stands in for missing values, or for the text that says so.
  private func replacing(
    _ missing: PickledCell, by text: String, in column: PipelineColumn, _ imputer: PickledObject
  ) throws(LearnerError) -> PipelineColumn {
    guard case .feature = column.source else {
      throw imputer.unsupported("puts text among numbers")
    }
    guard missing == .missing || missing.text != nil else {
      throw imputer.unsupported("puts text in place of a number")
    }
    var column = column
    column.replacements.append(.init(text: missing.text, replacement: text))
    return column
  }

  /// `MissingIndicator`: a flag for each of the columns that it looks at.
  mutating func indicators(
    of table: [PipelineColumn], by indicator: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let missing = try indicator.cell("missing_values")
    let places = try indicator.matrix("features_").numbers.map {
      number throws(LearnerError) in
      guard let place = Int(exactly: number), table.indices.contains(place) else {
        throw indicator.misfit("features_")
      }
      return place
    }
    let refusesOthers = try indicator.bool("error_on_new")
    guard refusesOthers, try indicator.text("features") == "missing-only",
      places.count < table.count
    else {
      return try flags(places.map { table[$0] }, missing, node: indicator.name)
    }
    let all = try planner.numbers(try flags(table, missing, node: indicator.name))
    return planner.add(
      KnownMissingOperator(places: places), [all], width: places.count, node: indicator.name
    ).columns
  }

  private mutating func flags(
    _ table: [PipelineColumn], _ missing: PickledCell, node: String
  ) throws(LearnerError) -> [PipelineColumn] {
    var flags: [PipelineColumn] = []
    for column in table { flags += try flag(column, missing, node: node) }
    return flags
  }

  private mutating func flag(
    _ column: PipelineColumn, _ missing: PickledCell, node: String
  ) throws(LearnerError) -> [PipelineColumn] {
    guard planner.type(of: column) == .string else {
      return try apply([.flag(missing: missing.number ?? .nan)], to: [column], node: node)
    }
    let isMissing = { (text: String?) in
      column.replaced(text).map(UTF8Key.init) == missing.text.map(UTF8Key.init)
    }
    var answers = CategoryAnswers(missing: isMissing(nil) ? 1 : 0, unknown: 0)
    for text in column.replacements.compactMap(\.text) + [missing.text].compactMap({ $0 }) {
      answers.texts[UTF8Key(text)] = isMissing(text) ? 1 : 0
    }
    return planner.add(
      CategoryOperator(columns: [answers]), [try planner.texts([column])], width: 1, node: node
    ).columns
  }
}
