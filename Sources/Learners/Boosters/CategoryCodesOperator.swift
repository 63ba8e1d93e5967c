/// Turns a table of categories, texts or numbers, into their codes, column by column.
///
/// A category that the model does not know is missing, as it is for pandas when a column is given the
/// categories of the training data.
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
    case .strings(let texts, let levels): codes = self.codes(texts, levels)
    default:
      let numbers = try inputs[0].doubles(node: node)
      codes = numbers.indices.map { tables[$0 % tables.count][numbers[$0]] }
    }
    let elements: Tensor.Elements =
      type == .float ? .floats(codes.map { Float($0) }) : .doubles(codes)
    return [Tensor(elements, shape: inputs[0].shape)]
  }

  /// Looks each level up once a column.
  private func codes(_ texts: [Int32], _ levels: [String]) -> [Double] {
    var codes = [Double](repeating: .nan, count: texts.count)
    for (column, table) in tables.enumerated() {
      var known = [Double?](repeating: nil, count: levels.count)
      for index in stride(from: column, to: texts.count, by: tables.count) where texts[index] >= 0 {
        let level = Int(texts[index])
        let code = known[level] ?? table[levels[level]]
        known[level] = code
        codes[index] = code
      }
    }
    return codes
  }
}
