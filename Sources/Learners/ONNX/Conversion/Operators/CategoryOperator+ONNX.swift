extension CategoryOperator: ONNXWritable {
  /// A value that the encoder does not take becomes NaN: ONNX has no words for a refusal.
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let parts = columns.enumerated().map { index, answers in
      let name = "\(name)/column \(index)"
      let column = builder.columns([index], of: inputs[0].name, "\(name)/value")
      return answers.write(column, of: inputs[0].type, named: name, to: &builder)
    }
    return [builder.concat(parts, name)]
  }
}

extension CategoryAnswers {
  /// What is made of a column: [rows, 1] doubles.
  func write(
    _ column: String, of type: ElementType, named name: String, to builder: inout GraphBuilder
  ) -> String {
    if type == .string { return writeTexts(column, named: name, to: &builder) }
    let numbers = builder.cast(column, to: .double, "\(name)/number")
    return writeNumbers(numbers, named: name, to: &builder)
  }

  /// Each text has a number, which its answer is picked by: in a table of doubles, of which the last two are
  /// for missing and unknown values.
  private func writeTexts(
    _ column: String, named name: String, to builder: inout GraphBuilder
  ) -> String {
    let known = texts.map { (text: $0.key.text, answer: $0.value) }.sorted { $0.text < $1.text }
    let keys = known.map(\.text).filter { !$0.isEmpty }
    let answers = known.filter { !$0.text.isEmpty }.map(\.answer)
    let place = builder.addLearned(
      "LabelEncoder", [column], "\(name)/place",
      [
        ONNXAttribute("default_int64", .int(Int64(keys.count + 1))),
        ONNXAttribute("keys_strings", .strings(keys + [""])),
        ONNXAttribute("values_int64s", .ints((0...keys.count).map(Int64.init))),
      ], type: .int64)
    let all = answers + [missing ?? .nan, unknown ?? .nan]
    let table = builder.doubles("\(name)/answers", all, shape: [all.count])
    return builder.add("Gather", [table, place], name)
  }

  private func writeNumbers(
    _ column: String, named name: String, to builder: inout GraphBuilder
  ) -> String {
    let known = numbers.sorted { $0.key < $1.key }
    var answer = builder.double(unknown ?? .nan)
    if !known.isEmpty {
      let matches = builder.matches(column, known.map(\.key), "\(name)/matches")
      let weights = builder.doubles(
        "\(name)/answers", known.map(\.value), shape: [known.count, 1])
      let sum = builder.add("MatMul", [matches, weights], "\(name)/sum")
      let isKnown = builder.cast(
        builder.rowSums(matches, "\(name)/count"), to: .bool, "\(name)/is known")
      answer = builder.add("Where", [isKnown, sum, answer], "\(name)/known")
    }
    let isMissing = builder.add("IsNaN", [column], "\(name)/is missing")
    return builder.add("Where", [isMissing, builder.double(missing ?? .nan), answer], name)
  }
}

extension OneHotOperator: ONNXWritable {
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) -> [String] {
    let places = builder.reshape(
      inputs[0].name, [0, -1, 1], "\(name)/places shape", "\(name)/places")
    let range = builder.doubles(
      "\(name)/range", (0..<width).map(Double.init), shape: [1, 1, width])
    let equal = builder.add("Equal", [places, range], "\(name)/equal")
    let indicators = builder.cast(equal, to: .double, "\(name)/indicators")
    let axis = builder.constant("last axis") { ONNXTensor(name: $0, int64s: [1]) }
    return [
      builder.add("ReduceSum", [indicators, axis], name, [ONNXAttribute("keepdims", .int(0))])
    ]
  }
}
