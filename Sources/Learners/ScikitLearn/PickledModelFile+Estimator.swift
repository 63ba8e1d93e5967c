internal import Registry

extension PickledModelFile {
  /// The fitted estimator that was saved: alone, or as the only one in a dictionary, list or tuple, as
  /// programs do that keep a threshold beside it.
  ///
  /// - Throws: ``LearnerError/unsupportedModel(_:reason:supported:)`` where there is none or several, and
  ///   where a transformer stands beside it: whether rows go through that first, the file does not say.
  func estimator() throws(LearnerError) -> PickledObject {
    if let model = try PickledObject(self, at: document.root) {
      guard model.isEstimator else { throw model.unknownEstimator() }
      return model
    }
    let parts = try parts(at: document.root)
    var inner: [PickleReference] = []
    for part in parts { inner += try self.parts(at: part) }
    let (objects, innerObjects) = (try self.objects(parts), try self.objects(inner))
    let outer = objects.filter(\.isEstimator)
    let found = outer.isEmpty ? innerObjects.filter(\.isEstimator) : outer
    guard let model = found.first else {
      if let other = objects.first { throw other.unknownEstimator() }
      throw .unsupportedModel(
        .scikitLearn, reason: "there is no estimator in the file",
        supported: EstimatorClass.allCases.map(\.rawValue))
    }
    guard found.count == 1 else {
      let names = shortList(found.map(\.name))
      throw .unsupportedModel(
        .scikitLearn, reason: "the file holds several estimators: \(names)",
        supported: ["a file with one of them"])
    }
    if let other = (objects + innerObjects).first(where: \.isTransformer) {
      throw .unsupportedModel(
        .scikitLearn,
        reason:
          "the file holds '\(other.name)' beside '\(model.name)' and does not say whether rows go "
          + "through it first",
        supported: ["a Pipeline of both"])
    }
    return model
  }

  /// What a dictionary, list or tuple holds.
  private func parts(at reference: PickleReference) throws(LearnerError) -> [PickleReference] {
    let parts: [PickleReference] =
      if case .dictionary(let pairs) = document[reference] { pairs.map(\.value) } else {
        document.items(at: reference) ?? []
      }
    try charge(parts.count, of: 8)
    return parts
  }

  private func objects(_ references: [PickleReference]) throws(LearnerError) -> [PickledObject] {
    var objects: [PickledObject] = []
    for reference in references {
      if let object = try PickledObject(self, at: reference) { objects.append(object) }
    }
    return objects
  }
}

extension PickledObject {
  /// Whether it answers something about rows, as far as its class tells.
  fileprivate var isEstimator: Bool { EstimatorClass(self) != nil }

  /// Whether it changes columns or answers, as far as its class tells; what only numbers labels does not.
  fileprivate var isTransformer: Bool {
    let parts = className.module.split(separator: ".")
    guard parts.first == "sklearn", parts.count > 1 else {
      return parts.first == "category_encoders" || parts.first == "feature_engine"
    }
    return Self.transformerPackages.contains(String(parts[1])) && !name.hasPrefix("Label")
      && name != "MultiLabelBinarizer"
  }

  private static let transformerPackages: Set<String> = [
    "preprocessing", "impute", "compose", "decomposition", "feature_selection",
    "feature_extraction", "random_projection", "kernel_approximation", "isotonic", "cluster",
    "cross_decomposition", "manifold",
  ]

  func unknownEstimator() -> LearnerError {
    .unsupportedModel(
      .scikitLearn, reason: "'\(fullName)' is not supported",
      supported: EstimatorClass.allCases.map(\.rawValue))
  }
}
