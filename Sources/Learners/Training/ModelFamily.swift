/// The algorithms that can be trained, as `--model` names them.
public enum ModelFamily: String, Sendable, CaseIterable {
  /// ``LogisticRegression`` behind a ``ColumnTransformer``.
  case logisticRegression = "logistic-regression"

  /// The family of this name.
  ///
  /// - Throws: ``LearnerError/unknownModel(_:known:)``, with every name there is.
  public init(named name: String) throws(LearnerError) {
    guard let family = ModelFamily(rawValue: name) else {
      throw .unknownModel(name, known: Self.allCases.map(\.rawValue))
    }
    self = family
  }

  /// The name in metadata, spelled as scikit-learn's users do.
  var metadataName: String {
    String(rawValue.map { $0 == "-" ? "_" : $0 })
  }
}
