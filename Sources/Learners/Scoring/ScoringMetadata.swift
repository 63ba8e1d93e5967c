internal import Registry

/// What scoring needs to know of a model, taken out of its metadata.
struct ScoringMetadata {
  let fields: JSONObject
  /// The file, for messages.
  let path: String

  /// What the model predicts; which of two labels, where nothing is said, or something that is no task
  /// beside two labels and a threshold: other programs had words of their own before these.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)``, as the others do.
  func task() throws(LearnerError) -> LearningTask {
    guard let value = fields["task"], value != .null else { return .binary }
    if let task = value.stringValue.flatMap(LearningTask.init) { return task }
    if fields["classes"]?.arrayValue?.count == 2, thresholdValue != nil { return .binary }
    let known = LearningTask.allCases.map(\.rawValue).joined(separator: ", ")
    throw .unscorableModel(reason: "the field 'task' of '\(path)' is not one of: \(known)")
  }

  /// The labels; none for numbers.
  func classes(of task: LearningTask) throws(LearnerError) -> [String] {
    if task == .regression { return [] }
    let classes = fields["classes"]?.arrayValue?.compactMap(\.stringValue) ?? []
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

  /// The probability from which on a row is labelled positive; `nil` where there are not two labels.
  func threshold(of task: LearningTask) throws(LearnerError) -> Double? {
    guard task == .binary else { return nil }
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
