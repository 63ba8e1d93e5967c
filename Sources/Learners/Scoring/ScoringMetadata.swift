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
    guard let value = fields["task"], value != .null else { return stated }
    if let task = value.stringValue.flatMap(LearningTask.init) { return task }
    if fields["classes"]?.arrayValue?.count == 2, thresholdValue != nil { return .binary }
    let known = LearningTask.allCases.map(\.rawValue).joined(separator: ", ")
    throw .unscorableModel(reason: "the field 'task' of '\(path)' is not one of: \(known)")
  }

  private var stated: LearningTask {
    switch answer {
    case .number where fields["classes"] == nil: .regression
    case .probabilities(_, let labels?) where labels.texts.count > 2: .multiclass
    case .probabilities, .number: .binary
    }
  }

  /// The labels; none for numbers.
  func classes(of task: LearningTask) throws(LearnerError) -> [String] {
    if task == .regression { return [] }
    let classes = fields["classes"]?.arrayValue?.compactMap(\.stringValue) ?? labels?.texts ?? []
    let isComplete = task == .binary ? classes.count == 2 : classes.count > 2
    guard isComplete else {
      throw .unscorableModel(
        reason: "'\(path)' does not name \(task == .binary ? "two" : "three or more") classes")
    }
    guard Set(classes.map(UTF8Key.init)).count == classes.count else {
      throw .unscorableModel(reason: "'\(path)' names a class twice")
    }
    return classes
  }

  private var labels: ModelLabels? {
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
