internal import Registry

extension PipelineReader {
  /// `OneHotEncoder`.
  mutating func oneHot(
    _ table: [PipelineColumn], by encoder: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let columns = try EncodedColumn.all(of: encoder)
    let dropped = try encoder.droppedCodes(columns.count)
    let rule = try encoder.text("handle_unknown")
    var answers: [CategoryAnswers] = []
    var width = 0
    guard columns.count == table.count else { throw encoder.misfit("categories_") }
    for (index, column) in columns.enumerated() {
      let drop = dropped[index]
      let start = width
      let position = { (code: Int) -> Double in
        guard let drop else { return Double(start + code) }
        return code == drop ? -1 : Double(start + code - (code > drop ? 1 : 0))
      }
      let unknown: Double?
      switch rule {
      case "error": unknown = nil
      case "ignore": unknown = -1
      case "infrequent_if_exist", "warn": unknown = column.infrequent.map(position) ?? -1
      default: throw encoder.unsupported("has handle_unknown='\(rule)'")
      }
      answers.append(column.answers(table[index], unknown: unknown, code: position))
      width += column.count - (drop.map { $0 < column.count ? 1 : 0 } ?? 0)
    }
    guard width > 0 else { throw encoder.misfit("categories_") }
    let codes = try look(up: answers, columns, table, encoder)
    return planner.add(
      OneHotOperator(width: width), [try planner.numbers(codes)], width: width,
      node: encoder.name
    ).columns
  }

  /// `OrdinalEncoder`.
  mutating func ordinals(
    of table: [PipelineColumn], by encoder: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let missing = try encoder.missingCategories()
    let columns = try EncodedColumn.all(of: encoder, missing: missing)
    guard columns.count == table.count else { throw encoder.misfit("categories_") }
    let rule = try encoder.text("handle_unknown")
    guard rule == "error" || rule == "use_encoded_value" else {
      throw encoder.unsupported("has handle_unknown='\(rule)'")
    }
    let unknown = rule == "error" ? nil : try encoder.number("unknown_value")
    let encodedMissing =
      encoder.has("encoded_missing_value") ? try encoder.number("encoded_missing_value") : .nan
    var answers: [CategoryAnswers] = []
    for (index, column) in columns.enumerated() {
      answers.append(
        column.answers(
          table[index], unknown: unknown, missing: missing[index] == nil ? nil : encodedMissing,
          code: { Double($0) }))
    }
    return try look(up: answers, columns, table, encoder)
  }

  /// Plans a look-up of the texts and one of the numbers; their answers in the order of the columns.
  mutating func look(
    up answers: [CategoryAnswers], _ columns: [EncodedColumn], _ table: [PipelineColumn],
    _ encoder: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    var found = table
    let areTexts = zip(columns, table).map { column, source in
      planner.type(of: source).map { $0 == .string } ?? column.isText ?? false
    }
    for isText in [true, false] {
      let places = table.indices.filter { areTexts[$0] == isText }
      guard !places.isEmpty else { continue }
      let sources = places.map { table[$0] }
      let tensor = isText ? try planner.texts(sources) : try planner.numbers(sources)
      let made = planner.add(
        CategoryOperator(columns: places.map { answers[$0] }), [tensor], width: places.count,
        node: encoder.name
      ).columns
      for (place, column) in zip(places, made) { found[place] = column }
    }
    return found
  }
}

extension PickledObject {
  /// The code of each column that gets no column of its own.
  fileprivate func droppedCodes(_ count: Int) throws(LearnerError) -> [Int?] {
    let name = has("_drop_idx_after_grouping") ? "_drop_idx_after_grouping" : "drop_idx_"
    if isNone(name) { return Array(repeating: nil, count: count) }
    let codes = try matrix(name).numbers
    guard codes.count == count else { throw misfit(name) }
    var dropped: [Int?] = []
    for code in codes {
      guard !code.isNaN else {
        dropped.append(nil)
        continue
      }
      guard let code = Int(exactly: code), code >= 0 else { throw misfit(name) }
      dropped.append(code)
    }
    return dropped
  }

  /// Which category of each column is NaN.
  fileprivate func missingCategories() throws(LearnerError) -> [Int: Int] {
    guard has("_missing_indices") else { return [:] }
    guard case .dictionary(let pairs) = file.document[try reference("_missing_indices")] else {
      throw misfit("_missing_indices")
    }
    var indices: [Int: Int] = [:]
    for pair in pairs {
      guard let column = try file.number(at: pair.key).flatMap(Int.init(exactly:)),
        let category = try file.number(at: pair.value).flatMap(Int.init(exactly:))
      else { throw misfit("_missing_indices") }
      indices[column] = category
    }
    return indices
  }
}
