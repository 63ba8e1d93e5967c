/// Scores rows with a model of another library, which is a step of a pipeline.
struct NestedModelOperator: TensorOperator {
  /// Its inputs are given in their order.
  let model: ScoringModel
  /// Numbers that are missing for the model, beside NaN.
  let missing: [Double]
  /// How many labels the answers are for; 1 for numbers.
  let width: Int

  var rowLength: Int { model.graph.rowLength }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [.double] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    var batch: [Tensor] = []
    for (port, input) in zip(model.graph.inputs, inputs) {
      batch.append(try converted(input, to: port.type, node: node))
    }
    let answer = try model.graph.run(ordered: batch)[model.answer.output]
    let rows = inputs[0].shape[0]
    guard width == 2, answer.elements.count == rows else {
      return [Tensor(.doubles(try answer.doubles(node: node)), shape: [rows, width])]
    }
    // One number a row is that of the second label; what is left is in the model's own precision.
    if case .floats(let positives) = answer.elements {
      let both = positives.flatMap { [Double(1 - $0), Double($0)] }
      return [Tensor(.doubles(both), shape: [rows, 2])]
    }
    let both = try answer.doubles(node: node).flatMap { [1 - $0, $0] }
    return [Tensor(.doubles(both), shape: [rows, 2])]
  }

  private func converted(
    _ tensor: Tensor, to type: ElementType, node: String
  ) throws(LearnerError) -> Tensor {
    if case .strings = tensor.elements { return tensor }
    var cells = try tensor.doubles(node: node)
    if !missing.isEmpty {
      for index in cells.indices where missing.contains(cells[index]) { cells[index] = .nan }
    }
    return Tensor(
      type == .float ? .floats(cells.map { Float($0) }) : .doubles(cells), shape: tensor.shape)
  }
}
