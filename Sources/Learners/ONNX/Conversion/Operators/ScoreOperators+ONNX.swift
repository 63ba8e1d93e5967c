extension LinearOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let (sums, width) = (intercepts.count, coefficients.count / intercepts.count)
    let columns = (0..<width).flatMap { column in
      (0..<sums).map { coefficients[$0 * width + column] }
    }
    let weights = builder.doubles("\(name)/coefficients", columns, shape: [width, sums])
    let products = builder.add("MatMul", [inputs[0].name, weights], "\(name)/products")
    return [builder.add("Add", [products, builder.row("\(name)/intercepts", intercepts)], name)]
  }
}

extension ScoreLinkOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let scores = inputs[0].name
    switch link {
    case .complement: return [builder.pair(scores, name)]
    case .sigmoid(let factor):
      let logits = builder.add("Mul", [scores, builder.double(factor)], "\(name)/log-odds")
      return [builder.pair(builder.add("Sigmoid", [logits], "\(name)/positive"), name)]
    case .sigmoids(let empty):
      let each = builder.add("Sigmoid", [scores], "\(name)/each")
      return [builder.shares(each, empty: empty, name)]
    case .lightGBM(let objective):
      let answers = objective.write(scores, named: "\(name)/answers", to: &builder)
      return [width == 2 ? builder.pair(answers, name) : answers]
    case .softmax:
      return [builder.add("Softmax", [scores], name, [ONNXAttribute("axis", .int(1))])]
    }
  }
}

extension AverageOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let sum = builder.weightedSum(inputs.map(\.name), weights, name)
    return [builder.add("Div", [sum, builder.double(weights.reduce(0, +))], name)]
  }
}

extension MajorityOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let votes = inputs.enumerated().map { index, input in
      builder.winners(input.name, width: width, "\(name)/vote \(index)")
    }
    let sum = builder.weightedSum(votes, weights, name)
    return [builder.winners(sum, width: width, name)]
  }
}

extension GraphBuilder {
  /// The probabilities of two labels, from that of the second.
  mutating func pair(_ positive: String, _ name: String) -> String {
    let negative = add("Sub", [double(1), positive], "\(name)/negative")
    return concat([negative, positive], name)
  }

  fileprivate mutating func weightedSum(
    _ values: [String], _ weights: [Double], _ name: String
  ) -> String {
    var sum: String?
    for (index, (value, weight)) in zip(values, weights).enumerated() {
      let term = add("Mul", [value, double(weight)], "\(name)/term \(index)")
      sum = sum.map { add("Add", [$0, term], "\(name)/sum \(index)") } ?? term
    }
    return sum ?? double(0)
  }

  /// 1 for the first highest number of each row, 0 for the others.
  fileprivate mutating func winners(_ value: String, width: Int, _ name: String) -> String {
    let place = add(
      "ArgMax", [value], "\(name)/place",
      [ONNXAttribute("axis", .int(1)), ONNXAttribute("keepdims", .int(1))])
    let number = cast(place, to: .double, "\(name)/number")
    return matches(number, (0..<width).map(Double.init), name)
  }
}
