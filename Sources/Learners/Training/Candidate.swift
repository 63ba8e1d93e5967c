public import Registry

/// An algorithm with its hyperparameters, which can be changed by the names that scikit-learn's and
/// LightGBM's users know.
///
/// ```swift
/// var candidate = Candidate(.gradientBoosting)
/// try candidate.set("learning_rate", to: .double(0.05))
/// ```
public enum Candidate: Sendable, Equatable {
  /// For two labels and more.
  case logisticRegression(LogisticRegression)
  /// For numbers.
  case ridge(RidgeRegression)
  /// For labels and numbers.
  case randomForest(RandomForest)
  /// For labels and numbers.
  case gradientBoosting(GradientBoosting)

  /// The usual hyperparameters of a family, meant for tables of hundreds to a million rows.
  ///
  /// Logistic regression: C 1. Ridge: alpha 1. Random forest: 200 trees of depth 12, leaves of 5 rows or more: on
  /// few rows the leaves keep the probabilities steady, on many the depth keeps the model small.
  /// Gradient boosting: 200 trees of 31 leaves, rate 0.1.
  public init(_ family: ModelFamily) {
    switch family {
    case .logisticRegression: self = .logisticRegression(LogisticRegression())
    case .ridge: self = .ridge(RidgeRegression())
    case .randomForest:
      var forest = RandomForest()
      forest.treeCount = 200
      forest.maxDepth = 12
      forest.minSamplesLeaf = 5
      self = .randomForest(forest)
    case .gradientBoosting:
      var boosting = GradientBoosting()
      boosting.treeCount = 200
      self = .gradientBoosting(boosting)
    }
  }

  /// The algorithm.
  public var family: ModelFamily {
    switch self {
    case .logisticRegression: .logisticRegression
    case .ridge: .ridge
    case .randomForest: .randomForest
    case .gradientBoosting: .gradientBoosting
    }
  }

  /// Every hyperparameter by name, as metadata keeps them. Seeds and numbers of threads are none.
  public var hyperparameters: JSONObject {
    switch self {
    case .logisticRegression(let learner): learner.hyperparameters
    case .ridge(let learner): learner.hyperparameters
    case .randomForest(let learner): learner.hyperparameters
    case .gradientBoosting(let learner): learner.hyperparameters
    }
  }

  /// Changes a hyperparameter.
  ///
  /// - Parameters:
  ///   - name: One of the names in ``hyperparameters``.
  ///   - value: The value, spelled as there.
  /// - Throws: ``LearnerError/parameters(_:)`` for an unknown name, with every name there is;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  public mutating func set(_ name: String, to value: JSONValue) throws(LearnerError) {
    switch self {
    case .logisticRegression(var learner):
      try learner.set(name, to: value, of: family)
      self = .logisticRegression(learner)
    case .ridge(var learner):
      try learner.set(name, to: value, of: family)
      self = .ridge(learner)
    case .randomForest(var learner):
      try learner.set(name, to: value, of: family)
      self = .randomForest(learner)
    case .gradientBoosting(var learner):
      try learner.set(name, to: value, of: family)
      self = .gradientBoosting(learner)
    }
  }
}

/// A learner whose hyperparameters have names.
protocol HyperparameterNaming: Sendable {
  /// In the order in which metadata lists them; no name twice.
  static var named: [Hyperparameter<Self>] { get }
}

extension HyperparameterNaming {
  fileprivate var hyperparameters: JSONObject {
    JSONObject(distinctMembers: Self.named.map { .init(key: $0.name, value: $0.value(self)) })
  }

  fileprivate mutating func set(
    _ name: String, to value: JSONValue, of family: ModelFamily
  ) throws(LearnerError) {
    guard let hyperparameter = Self.named.first(where: { $0.name == name }) else {
      throw .parameters(
        .unknownName(name, family: family.rawValue, known: Self.named.map(\.name)))
    }
    guard hyperparameter.set(&self, value) else {
      throw .hyperparameterOutOfRange(
        name: name, value: String(decoding: value.compactText, as: UTF8.self),
        allowed: hyperparameter.allowed)
    }
  }
}
