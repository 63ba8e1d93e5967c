/// Adds up the weighted features of a row, missing ones left out, and turns the sums into answers.
///
/// Source: XGBoost's `src/gbm/gblinear.cc`: a sum begins with its bias and margin.
struct XGBoostLinearOperator: TensorOperator {
  /// Of each feature and then of the bias, a weight for each sum.
  let weights: [Float]
  /// One for each sum.
  let margins: [Float]
  let objective: XGBoostObjective

  var rowLength: Int { margins.count }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [.float] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let width = margins.count
    guard (columns + 1) * width == weights.count else {
      throw .brokenONNX(.node(node, .inputShapes([inputs[0].shape])))
    }
    let cells = try inputs[0].floats(node: node)
    var sums = [Float](
      repeating: 0, count: try Tensor.boundedCount(of: [rows, width], node: node))
    for place in sums.indices {
      let (row, score) = place.quotientAndRemainder(dividingBy: width)
      var sum = weights[columns * width + score] + margins[score]
      for column in 0..<columns where !cells[row * columns + column].isNaN {
        sum += cells[row * columns + column] * weights[column * width + score]
      }
      sums[place] = sum
    }
    objective.answer(&sums, width: width)
    return [Tensor(.floats(sums), shape: [rows, width])]
  }
}
