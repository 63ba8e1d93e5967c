/// A model over raw columns as plain values: what ONNX needs to know of it.
///
/// Estimator → score(s) → response or calibration → answer.
struct ModelGraph: Sendable {
  /// What computes the scores: one for two labels and for numbers, one a class for several labels.
  var estimator: Estimator
  /// How scores become probabilities where no calibration does.
  var response: Response
  /// For two labels only; takes the place of `response`.
  var calibration: ProbabilityCalibration?
  var answer: Answer
  /// Free text by key, written into the file in this order; keys are unique.
  var metadata: [(key: String, value: String)] = []

  enum Estimator: Sendable {
    /// Intercept + Σ coefficient · feature for each score, over imputed, scaled and one-hot columns.
    case linear(FittedColumnTransformer, coefficients: [[Double]], intercepts: [Double])
    /// Baseline + Σ what trees answer for each score.
    case trees(TreeEnsemble)
  }

  enum Response: Sendable {
    /// The score is the answer, or a probability already.
    case identity
    /// 1 / (1 + e^-score).
    case logistic
    /// e^score over the sum of all.
    case softmax
  }

  enum Answer: Sendable {
    /// Output `scores` [rows, scores], before any response: what calibrations are fitted on.
    case scores
    /// Outputs `label` [rows] and `probabilities` [rows, 2], the negative label first. The label is
    /// the positive one where its probability is at least the threshold.
    case binary(classes: [String], areIntegers: Bool, threshold: Float)
    /// Outputs `label` [rows], the first most probable one, and `probabilities` [rows, classes].
    case multiclass(classes: [String], areIntegers: Bool)
    /// Output `prediction` [rows, 1].
    case number
  }
}

/// Trees whose answers are added up.
struct TreeEnsemble: Sendable {
  let binner: FittedColumnBinner
  let trees: [Tree]
  /// The scores of a row before the first tree; one for each score.
  let baseline: [Double]
  /// What every leaf's answer and the baseline are multiplied by: 1 over the number of trees in a
  /// forest.
  let scale: Double
  /// Whether a leaf answers all scores at once; otherwise tree *i* answers score *i* mod their number.
  let leavesAnswerAll: Bool
}
