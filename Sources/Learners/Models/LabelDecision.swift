/// How a model decides on a label by its scores: where probabilities are as high, or are rounded to be, the
/// scores behind them differ.
enum LabelDecision: Sendable, Equatable {
  /// The label of the first highest score; there is a score for each.
  case highest
  /// One of two labels.
  case threshold(LabelThreshold)

  /// The place of each row's label among those of the model.
  ///
  /// - Parameters:
  ///   - scores: Row by row.
  ///   - rowCount: How many rows there are.
  /// - Returns: One place a row.
  func places(_ scores: [Double], rowCount: Int) -> [Int] {
    let width = rowCount > 0 ? scores.count / rowCount : 0
    return (0..<rowCount).map { row in
      let cells = scores[row * width..<(row + 1) * width]
      switch self {
      case .highest:
        var best = cells.startIndex
        for index in cells.indices where cells[index] > cells[best] { best = index }
        return best - cells.startIndex
      case .threshold(let threshold): return threshold.place(cells)
      }
    }
  }
}

/// Decides between two labels by whether a score is high enough.
struct LabelThreshold: Sendable, Equatable {
  /// Which score.
  var column = 0
  /// The place of the label of high scores.
  var positive = 1
  /// Whether low scores count as high.
  var isNegated = false
  var value = 0.0
  /// Whether the value itself is high enough.
  var isInclusive = false

  fileprivate func place(_ scores: ArraySlice<Double>) -> Int {
    let score = scores[scores.startIndex + column]
    let signed = isNegated ? -score : score
    return (isInclusive ? signed >= value : signed > value) ? positive : 1 - positive
  }
}
