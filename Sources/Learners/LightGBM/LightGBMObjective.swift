internal import Glibc

/// What a model of LightGBM was trained for: how sums become answers.
///
/// Source: LightGBM's `src/objective` (`ConvertOutput`), in its `Double`s.
struct LightGBMObjective: Sendable {
  /// What sums become.
  enum Transform: Sendable, Equatable {
    case none
    /// x², with the sign of x.
    case square
    case exponential
    /// 1 / (1 + e^-factor·x).
    case sigmoid(factor: Double)
    /// log(1 + e^x).
    case softplus
    case softmax
  }

  /// As the file calls it; `nil` for a function of the caller.
  let name: String?
  private(set) var transform: Transform
  /// Whether answers are probabilities of classes, not numbers of their own.
  let isClassifier: Bool

  private static let kinds: [(names: [String], transform: Transform)] = [
    (
      [
        "regression", "regression_l1", "huber", "fair", "quantile", "mape", "lambdarank",
        "rank_xendcg",
      ], .none
    ),
    (["poisson", "gamma", "tweedie"], .exponential),
    (["binary", "multiclassova", "cross_entropy"], .sigmoid(factor: 1)),
    (["cross_entropy_lambda"], .softplus),
    (["multiclass"], .softmax),
  ]

  /// - Parameter words: The name, and parameters such as `sigmoid:1`; none for a model that was trained
  ///   with a function of the caller, whose sums are its answers.
  /// - Throws: ``LearnerError/unsupportedModel(_:reason:supported:)`` for a name that is not in the table.
  init(_ words: [String]) throws(LearnerError) {
    name = words.first
    guard let name else {
      (transform, isClassifier) = (.none, false)
      return
    }
    guard let kind = Self.kinds.first(where: { $0.names.contains(name) }) else {
      throw .unsupportedModel(
        .lightGBM, reason: "its objective is '\(name)'", supported: Self.kinds.flatMap(\.names))
    }
    isClassifier = ["binary", "multiclass", "multiclassova"].contains(name)
    let factor = words.first { $0.hasPrefix("sigmoid:") }.map { Double($0.dropFirst(8)) }
    switch (kind.transform, factor) {
    case (.sigmoid, let factor?):
      guard let factor, factor > 0, factor.isFinite else {
        throw .brokenLightGBM("the 'sigmoid' of its objective is not a number above 0")
      }
      transform = .sigmoid(factor: factor)
    case (.none, _) where words.contains("sqrt"): transform = .square
    default: transform = kind.transform
    }
  }

  /// The same without a transform: sums are answers.
  var raw: LightGBMObjective {
    var raw = self
    raw.transform = .none
    return raw
  }

  /// Turns the sums of rows, `width` a row, into answers.
  func answer(_ sums: inout [Double], width: Int) {
    switch transform {
    case .none: break
    case .square:
      for index in sums.indices { sums[index] = abs(sums[index]) * sums[index] }
    case .exponential: for index in sums.indices { sums[index] = exp(sums[index]) }
    case .sigmoid(let factor):
      for index in sums.indices { sums[index] = 1 / (1 + exp(-factor * sums[index])) }
    case .softplus: for index in sums.indices { sums[index] = log1p(exp(sums[index])) }
    case .softmax: softmax(&sums, width: width)
    }
  }
}
