extension CategoryCodesOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String] {
    let answers = tables.map {
      CategoryAnswers(numbers: $0.numbers, texts: $0.texts, missing: .nan, unknown: .nan)
    }
    let codes = CategoryOperator(columns: answers).write(
      inputs, named: "\(name)/doubles", to: &builder)
    return [builder.cast(codes[0], to: type, name)]
  }
}

extension LightGBMTreesOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String] {
    let sums = try builder.add(trees, inputs[0].name, "\(name)/sums")
    let doubles = builder.cast(sums, to: .double, "\(name)/doubles")
    let scores = builder.add("Div", [doubles, builder.double(divisor)], "\(name)/scores")
    return [objective.write(scores, named: name, to: &builder)]
  }
}

extension LightGBMObjective {
  fileprivate func write(
    _ scores: String, named name: String, to builder: inout GraphBuilder
  ) -> String {
    switch transform {
    case .none: return scores
    case .square:
      return builder.add("Mul", [builder.add("Abs", [scores], "\(name)/size"), scores], name)
    case .exponential: return builder.add("Exp", [scores], name)
    case .sigmoid(let factor):
      let logits = builder.add("Mul", [scores, builder.double(factor)], "\(name)/log-odds")
      return builder.add("Sigmoid", [logits], name)
    case .softplus:
      let powers = builder.add("Exp", [scores], "\(name)/powers")
      return builder.add("Log", [builder.add("Add", [powers, builder.double(1)], "\(name)/sum")], name)
    case .softmax:
      return builder.add("Softmax", [scores], name, [ONNXAttribute("axis", .int(1))])
    }
  }
}

extension XGBoostTreesOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String] {
    let doubles = builder.cast(inputs[0].name, to: .double, "\(name)/columns")
    let sums = try builder.add(trees, doubles, "\(name)/sums")
    return [objective.write(sums, named: name, to: &builder)]
  }
}

extension XGBoostLinearOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let (columns, width) = (weights.count / margins.count - 1, margins.count)
    let isMissing = builder.add("IsNaN", [inputs[0].name], "\(name)/is missing")
    let known = builder.add(
      "Where", [isMissing, builder.constant("zero", 0), inputs[0].name], "\(name)/known")
    let matrix = builder.constant("\(name)/weights") {
      ONNXTensor(
        name: $0, floats: Array(weights.prefix(columns * width)),
        shape: [Int64(columns), Int64(width)])
    }
    let bases = builder.constant("\(name)/bases") {
      ONNXTensor(
        name: $0, floats: zip(weights.suffix(width), margins).map(+), shape: [1, Int64(width)])
    }
    let products = builder.add("MatMul", [known, matrix], "\(name)/products")
    let sums = builder.add("Add", [products, bases], "\(name)/sums")
    return [objective.write(sums, named: name, to: &builder)]
  }
}

extension XGBoostObjective {
  /// `sums` are floats.
  fileprivate func write(
    _ sums: String, named name: String, to builder: inout GraphBuilder
  ) -> String {
    switch transform {
    case .none: return sums
    case .sigmoid: return builder.add("Sigmoid", [sums], name)
    case .exponential: return builder.add("Exp", [sums], name)
    case .step:
      let isAbove = builder.add("Greater", [sums, builder.constant("zero", 0)], "\(name)/is above")
      return builder.cast(isAbove, to: .float, name)
    case .softmax:
      return builder.add("Softmax", [sums], name, [ONNXAttribute("axis", .int(1))])
    }
  }
}
