extension GraphBuilder {
  /// What becomes of the scores where probabilities are asked for.
  mutating func addResponse(_ response: ModelGraph.Response, _ scores: String) -> String {
    switch response {
    case .identity: addClip(scores, "responses")
    case .logistic: add("Sigmoid", [scores], "responses")
    case .softmax: add("Softmax", [scores], "responses", [ONNXAttribute("axis", .int(1))])
    }
  }

  /// The outputs for two labels, from the probability of the positive one: [rows, 1].
  mutating func addTwoLabels(_ labels: ONNXTensor, _ positive: String, threshold: Float) {
    let negative = add("Sub", [constant("one", 1), positive], "negative probability")
    let threshold = constant("threshold", threshold)
    let holds = add("GreaterOrEqual", [positive, threshold], "is positive")
    let index = add(
      "Cast", [holds], "class column",
      [ONNXAttribute("to", .int(Int64(ElementType.int64.rawValue)))])
    let classes = reshape(index, [-1], "class shape", "class")
    addLabel(labels, classes)
    addOutput(
      ModelGraph.OutputName.probabilities, "Concat", [negative, positive],
      [ONNXAttribute("axis", .int(1))])
  }

  /// The outputs for several labels, from their probabilities: [rows, classes].
  mutating func addSeveralLabels(_ labels: ONNXTensor, _ probabilities: String) {
    let classes = add(
      "ArgMax", [probabilities], "class",
      [ONNXAttribute("axis", .int(1)), ONNXAttribute("keepdims", .int(0))])
    addLabel(labels, classes)
    addOutput(ModelGraph.OutputName.probabilities, "Identity", [probabilities])
  }

  private mutating func addLabel(_ labels: ONNXTensor, _ classes: String) {
    let names = constant("labels") { name in
      var labels = labels
      labels.name = name
      return labels
    }
    addOutput(ModelGraph.OutputName.label, "Gather", [names, classes])
  }
}
