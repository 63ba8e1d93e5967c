/// Makes columns of zeros of which each number in a row says one that is 1 instead: the second half of what
/// `OneHotEncoder` does. A negative number says none.
struct OneHotOperator: TensorOperator {
  let width: Int

  var rowLength: Int { width }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [.double] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let positions = try inputs[0].doubles(node: node)
    let count = try Tensor.boundedCount(of: [rows, width], node: node)
    var cells = [Double](repeating: 0, count: count)
    for row in 0..<rows {
      for position in positions[row * columns..<(row + 1) * columns] where position >= 0 {
        cells[row * width + Int(position)] = 1
      }
    }
    return [Tensor(.doubles(cells), shape: [rows, width])]
  }
}
