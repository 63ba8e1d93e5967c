/// The algorithms that can be trained, as `--model` names them.
public enum ModelFamily: String, Sendable, CaseIterable {
  /// ``LogisticRegression`` behind a ``ColumnTransformer``.
  case logisticRegression = "logistic-regression"
  /// ``RidgeRegression`` behind a ``ColumnTransformer``.
  case ridge
  /// ``RandomForest`` behind a ``ColumnBinner``.
  case randomForest = "random-forest"
  /// ``GradientBoosting`` behind a ``ColumnBinner``.
  case gradientBoosting = "gradient-boosting"

  /// The family of this name.
  ///
  /// - Throws: ``LearnerError/unknownModel(_:known:)``, with every name there is.
  public init(named name: String) throws(LearnerError) {
    guard let family = ModelFamily(rawValue: name) else {
      throw .unknownModel(name, known: Self.allCases.map(\.rawValue))
    }
    self = family
  }

  /// Whether the algorithm can learn this.
  public func does(_ task: LearningTask) -> Bool {
    switch self {
    case .logisticRegression: task != .regression
    case .ridge: task == .regression
    case .randomForest, .gradientBoosting: true
    }
  }

  /// What a fit counts while it goes on.
  var unit: String {
    switch self {
    case .logisticRegression, .ridge: "steps"
    case .randomForest, .gradientBoosting: "trees"
    }
  }

  /// The name in metadata, spelled as scikit-learn's users do.
  var metadataName: String {
    String(rawValue.map { $0 == "-" ? "_" : $0 })
  }
}
