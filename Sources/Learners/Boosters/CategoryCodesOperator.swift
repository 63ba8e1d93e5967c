/// Turns a table of categories, texts or numbers, into their codes, column by column.
struct CategoryCodesOperator: TensorOperator {
  /// One a column.
  let tables: [CategoryTable]
  /// Of the codes: `float` or `double`.
  let type: ElementType

  var rowLength: Int { tables.count }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [type] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let codes: [Double]
    switch inputs[0].elements {
    case .strings(let texts, let levels): codes = try self.codes(texts, levels, node: node)
    default: codes = try self.codes(try inputs[0].doubles(node: node), node: node)
    }
    let elements: Tensor.Elements =
      type == .float ? .floats(codes.map { Float($0) }) : .doubles(codes)
    return [Tensor(elements, shape: inputs[0].shape)]
  }

  private func codes(_ numbers: [Double], node: String) throws(LearnerError) -> [Double] {
    var codes = numbers
    for index in codes.indices {
      codes[index] = try tables[index % tables.count].code(codes[index], type: type, node: node)
    }
    return codes
  }

  /// Looks each level up once a column.
  private func codes(
    _ texts: [Int32], _ levels: [String], node: String
  ) throws(LearnerError) -> [Double] {
    var codes = [Double](repeating: .nan, count: texts.count)
    for (column, table) in tables.enumerated() {
      var known = [Double?](repeating: nil, count: levels.count)
      for index in stride(from: column, to: texts.count, by: tables.count) where texts[index] >= 0 {
        let level = Int(texts[index])
        if known[level] == nil { known[level] = try table.code(levels[level], node: node) }
        codes[index] = known[level] ?? .nan
      }
    }
    return codes
  }
}
