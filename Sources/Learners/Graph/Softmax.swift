internal import Glibc

/// Turns the scores of rows, `width` a row, into probabilities: e^score, as a share of the row.
func softmax(_ scores: inout [Double], width: Int) {
  for start in stride(from: 0, to: scores.count, by: width) {
    let row = start..<(start + width)
    let highest = scores[row].max() ?? 0
    var total = 0.0
    for index in row {
      scores[index] = exp(scores[index] - highest)
      total += scores[index]
    }
    for index in row { scores[index] /= total }
  }
}
