extension TreeSumOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String] {
    var columns = inputs[0].name
    if Feature.self == Float.self {
      let floats = builder.cast(columns, to: .float, "\(name)/floats")
      columns = builder.cast(floats, to: .double, "\(name)/columns")
    }
    let sums = try builder.add(trees, columns, "\(name)/sums")
    return [builder.cast(sums, to: .double, name)]
  }
}
