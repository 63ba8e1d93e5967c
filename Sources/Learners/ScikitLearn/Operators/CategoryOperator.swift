/// Looks the values of columns up, each in a list of its own: what `OrdinalEncoder` does, and the first half
/// of what `OneHotEncoder` does.
struct CategoryOperator: TensorOperator {
  let columns: [CategoryAnswers]

  var rowLength: Int { columns.count }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [.double] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let answers =
      switch inputs[0].elements {
      case .strings(let codes, let levels): try answers(codes, levels, node: node)
      default: try answers(try inputs[0].doubles(node: node), node: node)
      }
    return [Tensor(.doubles(answers), shape: inputs[0].shape)]
  }

  private func answers(_ numbers: [Double], node: String) throws(LearnerError) -> [Double] {
    var answers = [Double](repeating: 0, count: numbers.count)
    for column in columns.indices {
      for index in stride(from: column, to: numbers.count, by: columns.count) {
        guard let answer = columns[column].answer(numbers[index]) else {
          throw .unfitONNXInput(.unknownValue(numbers[index].description, node: node))
        }
        answers[index] = answer
      }
    }
    return answers
  }

  /// Each level is looked up once a column, when it occurs.
  private func answers(
    _ codes: [Int32], _ levels: [String], node: String
  ) throws(LearnerError) -> [Double] {
    var answers = [Double](repeating: 0, count: codes.count)
    for column in columns.indices {
      var known = [Double?](repeating: nil, count: levels.count)
      for index in stride(from: column, to: codes.count, by: columns.count) {
        let code = Int(codes[index])
        if code >= 0, let answer = known[code] {
          answers[index] = answer
          continue
        }
        let found = code < 0 ? columns[column].missing : columns[column].answer(levels[code])
        guard let found else {
          let value = code < 0 ? "a missing value" : levels[code]
          throw .unfitONNXInput(.unknownValue(value, node: node))
        }
        answers[index] = found
        if code >= 0 { known[code] = found }
      }
    }
    return answers
  }
}
