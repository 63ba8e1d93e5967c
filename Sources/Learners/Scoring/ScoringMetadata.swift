internal import Registry

/// What scoring needs to know of a model, taken out of its metadata, or where these say nothing out of the
/// model itself.
struct ScoringMetadata {
  let fields: JSONObject
  /// The file, for messages.
  let path: String
  /// What the model file says.
  let answer: ModelAnswer

  /// What the model predicts; where that is not said in a word that is known, what the model file says of
  /// its answers: other programs have words of their own.
  var task: LearningTask {
    let word = fields["task"]?.stringValue
    return word.flatMap(LearningTask.init) ?? word.flatMap { Self.otherWords[$0] } ?? answered
  }

  private static let otherWords: [String: LearningTask] = [
    "binary": .binary, "multiclass": .multiclass,
  ]

  private var answered: LearningTask {
    let labelCount = stated?.count ?? known?.texts.count
    if case .number = answer, labelCount == nil { return .regression }
    return labelCount ?? 2 > 2 ? .multiclass : .binary
  }

  /// The labels; none for numbers.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` where there are none, too few or one twice, and when
  ///   the model tells others apart.
  func labels(of task: LearningTask) throws(LearnerError) -> PredictedLabels {
    if task == .regression { return PredictedLabels([]) }
    let texts = stated?.compactMap(LabelText.text) ?? known?.texts ?? []
    let isComplete = task == .binary ? texts.count == 2 : texts.count > 2
    guard isComplete else {
      throw .unscorableModel(
        reason: "'\(path)' does not name \(task == .binary ? "two" : "three or more") classes")
    }
    guard Set(texts.map(UTF8Key.init)).count == texts.count else {
      throw .unscorableModel(reason: "'\(path)' names a class twice")
    }
    guard let known else { return PredictedLabels(texts) }
    guard let labels = PredictedLabels(texts, among: known.texts) else {
      throw .unscorableModel(
        reason: "'\(path)' names the classes \(shortList(texts)), and the model tells "
          + "\(shortList(known.texts)) apart")
    }
    return labels
  }

  /// The labels that the metadata name.
  private var stated: [JSONValue]? { fields["classes"]?.arrayValue }

  /// The labels that the model names.
  private var known: ModelLabels? {
    if case .probabilities(_, let labels) = answer { labels } else { nil }
  }

  /// The probability from which on a row is labelled positive; `nil` where nothing is said of it, or there
  /// are not two labels.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` for one that is no share.
  func threshold(of task: LearningTask) throws(LearnerError) -> Double? {
    guard task == .binary, let policy = fields["threshold_policy"], policy != .null else {
      return nil
    }
    guard let value = thresholdValue, (0...1).contains(value) else {
      throw .unscorableModel(
        reason: "'\(path)' has no threshold_policy.threshold_value between 0 and 1")
    }
    return value
  }

  private var thresholdValue: Double? {
    fields["threshold_policy"]?["threshold_value"]?.doubleValue
  }
}
