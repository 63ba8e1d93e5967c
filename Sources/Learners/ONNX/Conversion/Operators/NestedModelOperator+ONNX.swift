extension NestedModelOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String] {
    var given: [WrittenValue] = []
    for (index, (port, input)) in zip(model.graph.inputs, inputs).enumerated() {
      let name = "\(name)/input \(index)"
      let value =
        port.type == .string ? input.name : write(input, as: port.type, named: name, to: &builder)
      given.append(WrittenValue(name: value, type: port.type))
    }
    let answer = try model.graph.write(given, named: "\(name)/", to: &builder)[model.answer.output]
    guard width == 2, answersSecondOnly else {
      return [builder.cast(answer.name, to: .double, name)]
    }
    // What is left of 1 is in the model's own precision.
    let second = builder.reshape(answer.name, [-1, 1], "second shape", "\(name)/second")
    let one = answer.type == .float ? builder.constant("one", 1) : builder.double(1)
    let first = builder.add("Sub", [one, second], "\(name)/first")
    return [builder.cast(builder.concat([first, second], "\(name)/both"), to: .double, name)]
  }

  /// Numbers as the model takes them, NaN where they are missing.
  private func write(
    _ input: WrittenValue, as type: ElementType, named name: String, to builder: inout GraphBuilder
  ) -> String {
    var cells = builder.cast(input.name, to: .double, "\(name)/cells")
    for (index, number) in missing.enumerated() {
      let isMissing = builder.add(
        "Equal", [cells, builder.double(number)], "\(name)/is missing \(index)")
      cells = builder.add(
        "Where", [isMissing, builder.double(.nan), cells], "\(name)/known \(index)")
    }
    return type == .double ? cells : builder.cast(cells, to: type, name)
  }
}
