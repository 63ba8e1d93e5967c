/// Puts columns of tables side by side: what a `ColumnTransformer` does before and after its steps.
struct ColumnPickOperator: TensorOperator {
  struct Place: Sendable, Equatable {
    let input: Int
    let column: Int
  }

  /// Columns of one input that stay next to each other.
  struct Run {
    let input: Int
    let columns: Range<Int>
    let target: Int
  }

  let runs: [Run]
  private let width: Int

  init(_ places: [Place]) {
    width = places.count
    var runs: [Run] = []
    for (target, place) in places.enumerated() {
      if let last = runs.last, last.input == place.input, last.columns.upperBound == place.column {
        runs[runs.count - 1] = Run(
          input: last.input, columns: last.columns.lowerBound..<place.column + 1,
          target: last.target)
      } else {
        runs.append(
          Run(input: place.input, columns: place.column..<place.column + 1, target: target))
      }
    }
    self.runs = runs
  }

  var rowLength: Int { width }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    if runs.count == 1, inputs[0].shape.last == width { return [inputs[0]] }
    let (rows, _) = try inputs[0].table(node: node)
    let shape = [rows, width]
    _ = try Tensor.boundedCount(of: shape, node: node)
    if case .strings(let codes, let levels) = inputs[0].elements {
      let picked = picked([codes], widths: [inputs[0].shape[1]], rows: rows, empty: -1)
      return [Tensor(.strings(codes: picked, levels: levels), shape: shape)]
    }
    var tables: [[Double]] = []
    for input in inputs { tables.append(try input.doubles(node: node)) }
    let picked = picked(tables, widths: inputs.map { $0.shape[1] }, rows: rows, empty: 0)
    return [Tensor(.doubles(picked), shape: shape)]
  }

  private func picked<Element>(
    _ tables: [[Element]], widths: [Int], rows: Int, empty: Element
  ) -> [Element] {
    var all = [Element](repeating: empty, count: rows * width)
    for run in runs {
      let (table, tableWidth) = (tables[run.input], widths[run.input])
      for row in 0..<rows {
        let source = row * tableWidth
        let target = row * width + run.target - run.columns.lowerBound
        for column in run.columns { all[target + column] = table[source + column] }
      }
    }
    return all
  }
}
