extension CalibrationOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    var ofLabel = [String?](repeating: nil, count: width)
    for (index, calibrator) in calibrators.enumerated() {
      let score = builder.columns(
        [firstColumn + index], of: inputs[0].name, "\(name)/score \(index)")
      ofLabel[labels[index]] = calibrator.write(
        score, named: "\(name)/probability \(index)", to: &builder)
    }
    if width == 2, let positive = ofLabel[1] { return [builder.pair(positive, name)] }
    let first = builder.columns([0], of: inputs[0].name, "\(name)/column")
    let none = builder.add("Sub", [first, first], "\(name)/zeros")
    let all = builder.concat(ofLabel.map { $0 ?? none }, "\(name)/all")
    return [builder.shares(all, empty: 1 / Double(width), name)]
  }
}

extension LabelCalibrator {
  fileprivate func write(
    _ score: String, named name: String, to builder: inout GraphBuilder
  ) -> String {
    switch self {
    case .sigmoid(let a, let b):
      let sloped = builder.add("Mul", [score, builder.double(-a)], "\(name)/sloped")
      let logit = builder.add("Add", [sloped, builder.double(-b)], "\(name)/log-odds")
      return builder.add("Sigmoid", [logit], name)
    case .isotonic(let scores, let values, _, let isSingle):
      let rounded =
        isSingle
        ? builder.cast(
          builder.cast(score, to: .float, "\(name)/single"), to: .double, "\(name)/rounded")
        : score
      return Self.line(rounded, scores, values, name, &builder)
    }
  }

  /// The first value, and for each piece of the line its slope times how far the score is along it.
  private static func line(
    _ score: String, _ scores: [Double], _ values: [Double], _ name: String,
    _ builder: inout GraphBuilder
  ) -> String {
    guard scores.count > 1 else {
      let zero = builder.add("Sub", [score, score], "\(name)/zero")
      return builder.add("Add", [zero, builder.double(values[0])], name)
    }
    let widths = zip(scores.dropFirst(), scores).map(-)
    let slopes = zip(zip(values.dropFirst(), values).map(-), widths).map(/)
    let starts = builder.row("\(name)/starts", Array(scores.dropLast()))
    let distance = builder.add("Sub", [score, starts], "\(name)/distance")
    let above = builder.add("Max", [distance, builder.double(0)], "\(name)/above")
    let along = builder.add("Min", [above, builder.row("\(name)/widths", widths)], "\(name)/along")
    let weights = builder.doubles("\(name)/slopes", slopes, shape: [slopes.count, 1])
    let rise = builder.add("MatMul", [along, weights], "\(name)/rise")
    return builder.add("Add", [rise, builder.double(values[0])], name)
  }
}
