internal import Glibc

/// What a model of XGBoost was trained for: how its base score becomes the margin that sums begin with,
/// and how sums become answers.
///
/// Source: XGBoost's `src/objective` and `src/common/math.h`, in their `Float`s.
struct XGBoostObjective: Sendable {
  /// What sums become.
  enum Transform: Sendable {
    case none
    /// 1 / (1 + e^-x).
    case sigmoid
    case exponential
    /// 1 above 0, else 0.
    case step
    case softmax
  }

  let name: String
  let transform: Transform
  /// Whether answers are probabilities of classes, not numbers of their own.
  let isClassifier: Bool
  private let link: Link

  /// How the base score becomes a margin.
  private enum Link {
    case identity
    case logit
    case logarithm
  }

  /// - Throws: ``LearnerError/unsupportedModel(_:reason:supported:)`` for a name that is not in the table.
  init(_ name: String) throws(LearnerError) {
    guard let row = Self.table.first(where: { $0.names.contains(name) }) else {
      throw .unsupportedModel(
        .xgboost, reason: "its objective is '\(name)'", supported: Self.table.flatMap(\.names))
    }
    self.name = name
    (transform, link, isClassifier) = (row.transform, row.link, row.isClassifier)
  }

  private typealias Row = (
    names: [String], link: Link, transform: Transform, isClassifier: Bool
  )

  private static let table: [Row] = [
    (["binary:logistic"], .logit, .sigmoid, true),
    (["binary:hinge"], .identity, .step, true),
    (["multi:softprob", "multi:softmax"], .identity, .softmax, true),
    (
      [
        "binary:logitraw", "reg:squarederror", "reg:linear", "reg:squaredlogerror",
        "reg:pseudohubererror", "reg:absoluteerror", "reg:quantileerror", "rank:pairwise",
        "rank:ndcg", "rank:map",
      ], .identity, .none, false
    ),
    (["reg:logistic"], .logit, .sigmoid, false),
    (
      ["reg:gamma", "reg:tweedie", "count:poisson", "survival:cox", "survival:aft"], .logarithm,
      .exponential, false
    ),
  ]

  /// The margin of a base score; NaN where it is none that the objective can have.
  func margin(_ base: Float) -> Float {
    switch link {
    case .identity: base
    case .logit: -logf(1 / base - 1)
    case .logarithm: logf(base)
    }
  }

  /// Turns the sums of rows, `width` a row, into answers.
  func answer(_ sums: inout [Float], width: Int) {
    switch transform {
    case .none: break
    case .sigmoid: for index in sums.indices { sums[index] = Self.sigmoid(sums[index]) }
    case .exponential: for index in sums.indices { sums[index] = expf(sums[index]) }
    case .step: for index in sums.indices { sums[index] = sums[index] > 0 ? 1 : 0 }
    case .softmax:
      for start in stride(from: 0, to: sums.count, by: width) {
        Self.softmax(&sums, start..<(start + width))
      }
    }
  }

  private static func sigmoid(_ sum: Float) -> Float { 1 / (expf(min(-sum, 88.7)) + 1) }

  /// The total is a `Double`, rounded before it divides.
  private static func softmax(_ sums: inout [Float], _ row: Range<Int>) {
    let highest = sums[row].max() ?? 0
    var total = 0.0
    for index in row {
      sums[index] = expf(sums[index] - highest)
      total += Double(sums[index])
    }
    for index in row { sums[index] /= Float(total) }
  }
}
