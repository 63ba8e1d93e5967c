internal import Glibc

/// The log-loss of several classes as a function of the coefficients. Vectors hold those of one class
/// after those of another, scores the rows of one class after those of another.
struct SoftmaxObjective: NewtonObjective {
  let design: PaddedDesign
  let labels: [Int]
  let weights: [Double]
  let classCount: Int

  /// What scores cost, and how that changes.
  struct Evaluation: LossEvaluation {
    var loss: Double
    /// The probability of each class in each row.
    var chances: [Double]
  }

  var sizes: [Double] {
    let sizes = design.largestValues()
    return (0..<classCount).flatMap { _ in sizes }
  }

  func scores(_ vector: [Double]) -> [Double] {
    (0..<classCount).flatMap { label in
      design.product(Array(vector[label * design.width..<(label + 1) * design.width]))
    }
  }

  func evaluate(_ scores: [Double]) -> Evaluation {
    var result = Evaluation(loss: 0, chances: scores)
    let rowCount = design.rowCount
    var row = [Double](repeating: 0, count: classCount)
    for index in 0..<rowCount {
      for label in 0..<classCount { row[label] = scores[label * rowCount + index] }
      let largest = row.max() ?? 0
      var total = 0.0
      for label in 0..<classCount {
        let small = exp(row[label] - largest)
        result.chances[label * rowCount + index] = small
        total += small
      }
      for label in 0..<classCount { result.chances[label * rowCount + index] /= total }
      result.loss += weights[index] * (log(total) + largest - row[labels[index]])
    }
    return result
  }

  func gradient(_ evaluation: Evaluation) -> [Double] {
    transposed { label, row in
      let isRight = labels[row] == label
      return weights[row] * (evaluation.chances[label * design.rowCount + row] - (isRight ? 1 : 0))
    }
  }

  /// All intercepts may rise together and change nothing: the matrix is singular.
  func factor(_ evaluation: Evaluation, penalty: [Double]) -> CholeskyFactor? { nil }

  func diagonal(_ evaluation: Evaluation) -> [Double] {
    let rowCount = design.rowCount
    return (0..<classCount).flatMap { label in
      design.squaredColumns(
        (0..<rowCount).map { row in
          let chance = evaluation.chances[label * rowCount + row]
          return weights[row] * chance * (1 - chance)
        })
    }
  }

  func image(_ vector: [Double], _ evaluation: Evaluation) -> [Double] {
    let rowCount = design.rowCount
    let scores = scores(vector)
    var means = [Double](repeating: 0, count: rowCount)
    for label in 0..<classCount {
      for row in 0..<rowCount {
        means[row] += evaluation.chances[label * rowCount + row] * scores[label * rowCount + row]
      }
    }
    return transposed { label, row in
      let index = label * rowCount + row
      return weights[row] * evaluation.chances[index] * (scores[index] - means[row])
    }
  }

  /// For each class the sum of the rows, each times its factor.
  private func transposed(_ factor: (_ label: Int, _ row: Int) -> Double) -> [Double] {
    (0..<classCount).flatMap { label in
      design.transposedProduct((0..<design.rowCount).map { factor(label, $0) })
    }
  }
}
