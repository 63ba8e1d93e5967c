extension CategoryCodesOperator: ONNXWritable {
  /// A category that the model refuses becomes NaN: ONNX has no words for a refusal.
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let parts = tables.enumerated().map { index, table in
      let name = "\(name)/column \(index)"
      let column = builder.columns([index], of: inputs[0].name, "\(name)/value")
      if table.isCode {
        let number = builder.cast(column, to: type, "\(name)/rounded")
        return table.rules.write(
          builder.cast(number, to: .double, "\(name)/number"), named: name, to: &builder)
      }
      let answers = CategoryAnswers(
        numbers: table.numbers, texts: table.texts, missing: .nan, unknown: .nan)
      return answers.write(column, of: inputs[0].type, named: name, to: &builder)
    }
    return [builder.cast(builder.concat(parts, "\(name)/doubles"), to: type, name)]
  }
}

extension CategoryRules {
  /// Numbers that are codes already, as whole numbers.
  fileprivate func write(
    _ number: String, named name: String, to builder: inout GraphBuilder
  ) -> String {
    let integer = builder.cast(number, to: .int64, "\(name)/integer")
    var code = builder.cast(integer, to: .double, "\(name)/whole")
    if rounding == .down {
      // A cast rounds towards zero; which negative number it is does not matter, because none is a code.
      let isNegative = builder.add("Less", [number, builder.double(0)], "\(name)/is negative")
      code = builder.add("Where", [isNegative, builder.double(-1), code], "\(name)/code")
    }
    let isMissing = builder.add("IsNaN", [number], "\(name)/is missing")
    return builder.add("Where", [isMissing, builder.double(.nan), code], name)
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
  func write(
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
      return builder.add(
        "Log", [builder.add("Add", [powers, builder.double(1)], "\(name)/sum")], name)
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
