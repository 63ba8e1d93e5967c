internal import Registry

/// What scoring needs to know of a model, taken out of its metadata, or where these say nothing out of the
/// model itself.
struct ScoringMetadata {
  let fields: JSONObject
  /// The file, for messages.
  let path: String
  /// What the model file says.
  let answer: ModelAnswer

  /// What the model predicts; where nothing is said, what the model file says of its answers. Something
  /// that is no task beside two labels and a threshold is a choice of two: other programs had words of
  /// their own before these.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)``, as the others do.
  func task() throws(LearnerError) -> LearningTask {
    guard let value = fields["task"], value != .null else { return answered }
    if let task = value.stringValue.flatMap(LearningTask.init) { return task }
    if stated?.count == 2, thresholdValue != nil { return .binary }
    let known = LearningTask.allCases.map(\.rawValue).joined(separator: ", ")
    throw .unscorableModel(reason: "the field 'task' of '\(path)' is not one of: \(known)")
  }

  private var answered: LearningTask {
    switch answer {
    case .number where fields["classes"] == nil: .regression
    case .probabilities(_, let labels?) where labels.texts.count > 2: .multiclass
    case .probabilities, .number: .binary
    }
  }

  /// The labels; none for numbers.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` as well when the model tells others apart.
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

  /// The probability from which on a row is labelled positive, one half where nothing is said of it;
  /// `nil` where there are not two labels.
  func threshold(of task: LearningTask) throws(LearnerError) -> Double? {
    guard task == .binary else { return nil }
    guard let policy = fields["threshold_policy"], policy != .null else { return 0.5 }
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
