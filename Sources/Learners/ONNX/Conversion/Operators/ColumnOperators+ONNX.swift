internal import Glibc

extension ConcatOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    [builder.add("Concat", inputs.map(\.name), name, [ONNXAttribute("axis", .int(axis))])]
  }
}

extension ColumnPickOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let parts = runs.enumerated().map { index, run in
      builder.columns(Array(run.columns), of: inputs[run.input].name, "\(name)/part \(index)")
    }
    return [builder.concat(parts, name)]
  }
}

extension ColumnStepOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String] {
    var value = inputs[0].name
    for (index, step) in steps.enumerated() {
      value = try step.write(value, named: "\(name)/step \(index)", to: &builder)
    }
    return [value]
  }
}

extension ColumnStep {
  fileprivate func write(
    _ value: String, named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> String {
    switch self {
    case .fill(let missing, let fills):
      let isMissing = Self.isMissing(value, missing, named: name, to: &builder)
      return builder.add("Where", [isMissing, builder.row("\(name)/fills", fills), value], name)
    case .subtract(let numbers): return Self.compute("Sub", value, numbers, name, &builder)
    case .divide(let numbers): return Self.compute("Div", value, numbers, name, &builder)
    case .multiply(let numbers): return Self.compute("Mul", value, numbers, name, &builder)
    case .add(let numbers): return Self.compute("Add", value, numbers, name, &builder)
    case .clamp(let range):
      // NaN is in no order and stays.
      let isLow = builder.add("Less", [value, builder.double(range.lowerBound)], "\(name)/is low")
      let raised = builder.add(
        "Where", [isLow, builder.double(range.lowerBound), value], "\(name)/raised")
      let isHigh = builder.add(
        "Greater", [raised, builder.double(range.upperBound)], "\(name)/is high")
      return builder.add("Where", [isHigh, builder.double(range.upperBound), raised], name)
    case .flag(let missing):
      return builder.cast(
        Self.isMissing(value, missing, named: name, to: &builder), to: .double, name)
    case .exceed(let threshold):
      let exceeds = builder.add("Greater", [value, builder.double(threshold)], "\(name)/exceeds")
      return builder.cast(exceeds, to: .double, name)
    case .function(let function): return try function.write(value, named: name, to: &builder)
    case .bins, .yeoJohnson, .boxCox: throw .unwritableONNX(.step(name))
    case .categories(let known):
      let parts = known.enumerated().map { column, known in
        let part = builder.columns([column], of: value, "\(name)/column \(column)")
        return known.map {
          Self.category(part, $0.sorted(), "\(name)/category \(column)", &builder)
        } ?? part
      }
      return builder.concat(parts, name)
    }
  }

  private static func compute(
    _ operatorName: String, _ value: String, _ numbers: [Double], _ name: String,
    _ builder: inout GraphBuilder
  ) -> String {
    builder.add(operatorName, [value, builder.row("\(name)/numbers", numbers)], name)
  }

  private static func isMissing(
    _ value: String, _ missing: Double, named name: String, to builder: inout GraphBuilder
  ) -> String {
    missing.isNaN
      ? builder.add("IsNaN", [value], "\(name)/is missing")
      : builder.add("Equal", [value, builder.double(missing)], "\(name)/is missing")
  }

  /// The whole part where it is one of the known numbers, NaN elsewhere. Numbers from 256 on, which
  /// scikit-learn cuts to a byte, are none of them.
  private static func category(
    _ column: String, _ known: [Int], _ name: String, _ builder: inout GraphBuilder
  ) -> String {
    let whole = builder.cast(
      builder.cast(column, to: .int64, "\(name)/integer"), to: .double, "\(name)/whole")
    let matches = builder.matches(whole, known.map(Double.init), "\(name)/matches")
    let isKnown = builder.cast(
      builder.rowSums(matches, "\(name)/count"), to: .bool, "\(name)/is known")
    let isFromZero = builder.add(
      "GreaterOrEqual", [column, builder.double(0)], "\(name)/is from zero")
    let isCategory = builder.add("And", [isKnown, isFromZero], "\(name)/is category")
    return builder.add("Where", [isCategory, whole, builder.double(.nan)], name)
  }
}

extension NumpyFunction {
  fileprivate func write(
    _ value: String, named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> String {
    switch self {
    case .abs: return builder.add("Abs", [value], name)
    case .square: return builder.add("Mul", [value, value], name)
    case .sqrt: return builder.add("Sqrt", [value], name)
    case .exp: return builder.add("Exp", [value], name)
    case .log: return builder.add("Log", [value], name)
    case .negative: return builder.add("Neg", [value], name)
    case .tanh: return builder.add("Tanh", [value], name)
    case .reciprocal: return builder.add("Div", [builder.double(1), value], name)
    case .expm1:
      let power = builder.add("Exp", [value], "\(name)/power")
      return builder.add("Sub", [power, builder.double(1)], name)
    case .log1p:
      let sum = builder.add("Add", [value, builder.double(1)], "\(name)/sum")
      return builder.add("Log", [sum], name)
    case .log2, .log10:
      let logarithm = builder.add("Log", [value], "\(name)/logarithm")
      let base = self == .log2 ? 2.0 : 10.0
      return builder.add("Div", [logarithm, builder.double(Glibc.log(base))], name)
    case .cbrt, .sign, .sin, .cos, .tan, .arcsinh, .sinh: throw .unwritableONNX(.step(name))
    }
  }
}

extension FiniteOperator: ONNXWritable {
  /// What the transformer refuses goes on as it is: ONNX has no words for a refusal.
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] { [inputs[0].name] }
}

extension KnownMissingOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] { [builder.columns(places, of: inputs[0].name, name)] }
}
