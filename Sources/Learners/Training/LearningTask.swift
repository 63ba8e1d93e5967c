/// What a model predicts, as the metadata's `task` names it.
public enum LearningTask: String, Sendable, CaseIterable {
  /// Which of two labels, by the probability of the positive one.
  case binary = "binary_classification"
  /// Which of three or more labels, by the probability of each.
  case multiclass = "multiclass_classification"
  /// A number.
  case regression
}

extension LearningTask {
  /// What a model of the task tells, as a message names it.
  var phrase: String {
    switch self {
    case .binary: "two labels"
    case .multiclass: "several labels"
    case .regression: "numbers"
    }
  }
}
