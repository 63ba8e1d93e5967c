internal import Glibc

/// How a classifier's sums become its scores: the attribute `post_transform`.
///
/// Source: onnxruntime's `ml_common.h`.
enum ONNXScoreTransform: String, Sendable {
  case none = "NONE"
  case logistic = "LOGISTIC"
  case softmax = "SOFTMAX"
  /// As softmax, but what is all but 0 stays out of the sum.
  case softmaxZero = "SOFTMAX_ZERO"
  case probit = "PROBIT"

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let name = try attributes.string("post_transform") ?? "NONE"
    guard let transform = ONNXScoreTransform(rawValue: name) else {
      throw .unsupportedONNX(
        .attribute("post_transform", value: name, node: attributes.node))
    }
    self = transform
  }

  /// The scores of two classes from one sum a row.
  func binary(_ sums: [Float]) -> [Float] {
    var scores: [Float] = []
    scores.reserveCapacity(2 * sums.count)
    for sum in sums {
      let positive = self == .logistic ? Self.logistic(sum) : sum
      scores.append(1 - positive)
      scores.append(positive)
    }
    return scores
  }

  /// The scores from a sum for every row and class.
  func perClass(_ sums: [Float], classes: Int) -> [Float] {
    switch self {
    case .none: sums
    case .logistic: sums.map(Self.logistic)
    case .softmax, .softmaxZero:
      Self.softmax(sums, classes: classes, skipsZero: self == .softmaxZero)
    case .probit: sums.map(Self.probit)
    }
  }

  /// The scores from a sum for every row and target; a single target is only transformed by the probit, as
  /// in onnxruntime.
  func perTarget(_ sums: [Float], targets: Int) -> [Float] {
    targets == 1 && self != .probit ? sums : perClass(sums, classes: targets)
  }

  /// 1 / (1 + exp(-x)), in single precision and without overflow.
  static func logistic(_ x: Float) -> Float {
    let upper = 1 / (1 + expf(-abs(x)))
    return x < 0 ? 1 - upper : upper
  }

  /// The number that a standard normal one is below with this probability, by Winitzki's approximation.
  private static func probit(_ x: Float) -> Float {
    let y = 2 * x - 1
    let log = logf((1 - y) * (1 + y))
    let first = 2 / (3.14159 * 0.147) + 0.5 * log
    let second = log / 0.147
    let root = ((first * first - second).squareRoot() - first).squareRoot()
    return 1.41421356 * (y < 0 ? -root : root)
  }

  private static func softmax(_ sums: [Float], classes: Int, skipsZero: Bool) -> [Float] {
    var scores = sums
    for start in stride(from: 0, to: sums.count, by: classes) {
      let range = start..<(start + classes)
      let maximum = sums[range].max() ?? 0
      var total: Float = 0
      for index in range {
        if skipsZero, abs(sums[index]) <= 1e-7 {
          scores[index] = sums[index] * expf(-maximum)
        } else {
          scores[index] = expf(sums[index] - maximum)
          total += scores[index]
        }
      }
      for index in range { scores[index] /= total }
    }
    return scores
  }
}
