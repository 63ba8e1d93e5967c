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
    /// Output `scores` [rows, scores], before any response: what calibrations are fitted on. No column
    /// makes it wrong: underscores are put in front where one has the name.
    case scores
    /// Outputs `label` [rows] and `probabilities` [rows, 2], the negative label first. The label is
    /// the positive one where its probability is at least the threshold.
    case binary(classes: [String], areIntegers: Bool, threshold: Float)
    /// Outputs `label` [rows], the first most probable one, and `probabilities` [rows, classes].
    case multiclass(classes: [String], areIntegers: Bool)
    /// Output `prediction` [rows, 1].
    case number
  }

  /// What the outputs are called.
  enum OutputName {
    static let label = "label"
    static let probabilities = "probabilities"
    static let prediction = "prediction"
    static let scores = "scores"
  }

  /// Whether a column has the name of an output of models for this task, which no column may have: in
  /// ONNX a name is given once.
  static func isReserved(_ name: String, for task: LearningTask) -> Bool {
    let names =
      task == .regression ? [OutputName.prediction] : [OutputName.label, OutputName.probabilities]
    return names.contains { $0.utf8.elementsEqual(name.utf8) }
  }
}
