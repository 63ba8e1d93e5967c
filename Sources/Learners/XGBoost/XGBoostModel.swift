/// A model of XGBoost as its file states it.
///
/// Source: XGBoost's `doc/model.schema`; files of 1.7 and 3.2 were compared.
struct XGBoostModel: Sendable {
  /// The version that wrote it, as `3.2.0`; `nil` when it does not say.
  let version: String?
  let objective: XGBoostObjective
  /// `gbtree`, `dart` or `gblinear`.
  let boosterName: String
  let inputs: BoosterInputs
  /// The margins that the sums of a row begin with; as many as a row has.
  let margins: [Float]
  let booster: Booster

  enum Booster: Sendable {
    case trees([SourceTree])
    /// Of each feature and then of the bias, a weight for each sum.
    case linear(weights: [Float])
  }

  /// More features than this are refused: a small file can claim any number.
  static let maximumFeatureCount = 1 << 20

  /// - Parameters:
  ///   - bytes: JSON or UBJSON.
  ///   - isEstimator: Whether a class with scikit-learn's interface holds the model: it predicts with
  ///     the rounds up to the best one.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` or
  ///   ``LearnerError/unsupportedModel(_:reason:supported:)``.
  init(_ bytes: [UInt8], isEstimator: Bool = false) throws(LearnerError) {
    guard bytes.first == UInt8(ascii: "{") else {
      throw .unsupportedModel(
        .xgboost, reason: "it is in the binary form that XGBoost gave up",
        supported: ["JSON", "UBJSON"])
    }
    guard case .object(let members) = try XGBoostValue.read(bytes) else {
      throw .brokenXGBoost("it is no object")
    }
    let whole = XGBoostObject(path: "", members: members)
    // In a pickle the model stands beside its configuration.
    let file = whole.has("Model") ? try whole.object("Model") : whole
    let learner = try file.object("learner")
    version =
      file.has("version")
      ? try file.whole("version").map(String.init).joined(separator: ".") : nil
    objective = try XGBoostObjective(try learner.object("objective").text("name"))
    let parameters = try learner.object("learner_model_param")
    margins = try Self.margins(parameters, objective)
    let booster = try XGBoostBooster(learner, isEstimator: isEstimator)
    boosterName = booster.name
    inputs = BoosterInputs(
      try booster.features(count: try parameters.count("num_feature") ?? 0), .xgboost)
    self.booster = try booster.read(inputs.places, scoreCount: margins.count)
  }

  /// One for each sum of a row, from one base score for all or one for each.
  private static func margins(
    _ parameters: XGBoostObject, _ objective: XGBoostObjective
  ) throws(LearnerError) -> [Float] {
    let classCount = try parameters.count("num_class") ?? 0
    let targetCount = try parameters.count("num_target") ?? 1
    guard classCount > 1 || targetCount <= 1 else {
      throw .unsupportedModel(
        .xgboost, reason: "it predicts several numbers a row (num_target)", supported: [])
    }
    guard (objective.transform == .softmax) == (classCount > 1), classCount < 1 << 16 else {
      throw parameters.misfit("num_class", "what '\(objective.name)' takes")
    }
    let text = try parameters.text("base_score")
    let bases = text.drop { $0 == "[" }.prefix { $0 != "]" }.split(separator: ",").map { Float($0) }
    let scoreCount = max(1, classCount)
    var margins: [Float] = []
    for base in bases.count == 1 ? Array(repeating: bases[0], count: scoreCount) : bases {
      guard let margin = base.map(objective.margin), margin.isFinite else {
        throw parameters.misfit("base_score", "what '\(objective.name)' takes")
      }
      margins.append(margin)
    }
    guard margins.count == scoreCount else {
      throw parameters.misfit("base_score", "one number a class")
    }
    return margins
  }
}
