/// A binary linear classifier over raw columns, as plain values: what ONNX needs to know of it.
///
/// The score of a row is the logistic function of intercept + Σ coefficient · feature. The features
/// are first every numeric column, (x - offset) · scale with `fill` where x is missing, then for
/// every categorical column a 1 at the row's level and 0 at the others. An unseen level is all 0.
package struct LinearClassifierGraph: Sendable {
  /// The raw columns in the order in which the model lists them.
  package var inputs: [Input]
  /// One for each numeric column in order, then one for each level of each categorical column in
  /// order, where missing, if it is a level, comes last.
  package var coefficients: [Float]
  package var intercept: Float
  package var labels: Labels
  /// Free text by key, written into the file in this order; keys are unique.
  package var metadata: [(key: String, value: String)]

  /// A raw column and what becomes of it.
  package struct Input: Sendable {
    /// Any text but the empty one, `label` and `probabilities`; unique byte for byte.
    package let name: String
    package let encoding: Encoding

    package init(name: String, _ encoding: Encoding) {
      self.name = name
      self.encoding = encoding
    }
  }

  package enum Encoding: Sendable {
    /// NaN becomes `fill` (the median), then x becomes (x - offset) · scale: offset is the mean,
    /// scale one over the standard deviation.
    case numeric(fill: Float, offset: Float, scale: Float)
    /// Levels differ byte for byte and are not empty: the empty text is missing, which has a
    /// feature of its own when it occurred in training.
    case categorical(levels: [String], missingIsLevel: Bool)
  }

  /// What the model answers for a score of at most one half, and above.
  package enum Labels: Sendable {
    case integers(negative: Int64, positive: Int64)
    case texts(negative: String, positive: String)
  }

  package init(
    inputs: [Input], coefficients: [Float], intercept: Float, labels: Labels,
    metadata: [(key: String, value: String)] = []
  ) {
    self.inputs = inputs
    self.coefficients = coefficients
    self.intercept = intercept
    self.labels = labels
    self.metadata = metadata
  }
}
