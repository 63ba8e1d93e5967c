/// The class that wins the most of the contests of every two, and their scores or the probabilities made
/// of them; or the class with the largest weighted sum of a linear machine.
///
/// Source: ONNX operators, `ai.onnx.ml.SVMClassifier`, as in onnxruntime's `svmclassifier.cc`.
struct SVMClassifierOperator: ONNXOperator {
  private let vectors: SupportVectors
  private let labels: ONNXClassLabels
  private let scoring: ONNXScoreTransform
  private let contests: SVMContests?
  private let intercepts: [Float]
  /// From which sum on a linear machine says the second of two labels, whichever sum it is.
  private let edge: Float

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let coefficients = try attributes.required(
      try attributes.floats("coefficients"), "coefficients")
    edge = coefficients.allSatisfy { $0 >= 0 } ? 0.5 : .leastNonzeroMagnitude
    intercepts = try attributes.required(try attributes.floats("rho"), "rho")
    labels = try ONNXClassLabels(&attributes)
    scoring = try ONNXScoreTransform(&attributes)
    let counts = try attributes.ints("vectors_per_class") ?? []
    guard labels.count >= 2, labels.count < 1 << 16 else {
      throw attributes.misfit(labels.attribute)
    }
    guard counts.allSatisfy({ (0...1 << 32).contains($0) }), counts.count < 1 << 16 else {
      throw attributes.misfit("vectors_per_class")
    }
    let count = counts.reduce(0) { $0 + Int($1) }
    vectors = try SupportVectors(
      &attributes, count: count, weights: coefficients, rows: labels.count)
    let slopes = try attributes.floats("prob_a") ?? []
    let offsets = try attributes.floats("prob_b") ?? []
    if intercepts.isEmpty { throw attributes.misfit("rho") }
    contests =
      count == 0
      ? nil
      : try SVMContests(
        attributes, vectorCounts: counts.map { Int($0) }, labelCount: labels.count,
        coefficients: coefficients, intercepts: intercepts, slopes: slopes, offsets: offsets)
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? {
    ONNXClassOrigin(
      labels: labels, areSums: contests?.hasProbabilities != true && scoring == .none)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [labels.type, .float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let likeness = try vectors.likeness(inputs[0], node: node)
    let rows = likeness.count / vectors.count
    var winners: [Int] = []
    var scores: [Float] = []
    let width = contests?.scoreCount ?? labels.count
    scores.reserveCapacity(try Tensor.boundedCount(of: [rows, width], node: node))
    for row in 0..<rows {
      let likeness = likeness[row * vectors.count..<(row + 1) * vectors.count]
      if let contests {
        let (winner, rowScores) = contests.decide(likeness)
        winners.append(winner)
        scores += rowScores.count == 1 ? both(rowScores[0]) : rowScores
      } else {
        let sums = likeness.map { $0 + intercepts[0] }
        winners.append(winner(sums))
        scores += sums
      }
    }
    // Both scores of one contest are what they are.
    let isTransformed = contests == nil || contests?.hasProbabilities == true || labels.count > 2
    let transformed = isTransformed ? scoring.perClass(scores, classes: width) : scores
    return [
      Tensor(labels.elements(winners), shape: [rows]),
      Tensor(.floats(transformed), shape: [rows, width]),
    ]
  }

  /// The scores of two labels by one contest.
  private func both(_ score: Float) -> [Float] {
    switch scoring {
    case .none: [-score, score]
    case .logistic: [ONNXScoreTransform.logistic(-score), ONNXScoreTransform.logistic(score)]
    case .softmax, .softmaxZero, .probit: [1 - score, score]
    }
  }

  /// The label of a linear machine.
  private func winner(_ sums: [Float]) -> Int {
    let best = firstMaxima(sums, classes: sums.count)[0]
    return labels.count == 2 && sums[best] >= edge ? 1 : best
  }
}
