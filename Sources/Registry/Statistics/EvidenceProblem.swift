/// Why data cannot tell two models apart: what makes a gate inconclusive.
public enum EvidenceProblem: Error, Sendable, Equatable {
  /// There is nothing to measure.
  case noRows
  /// Every row has one label, so the metric is not defined.
  case oneLabelOnly(isPositive: Bool)
  /// A label has a single row, whose spread cannot be told.
  case singleRow(isPositive: Bool)
  /// The areas differ, and every row agrees about by how much: a model without any error stands
  /// against one that knows nothing, and no standard error can be told.
  case noSpread
  /// A label has too few rows for the method.
  case fewRows(isPositive: Bool, count: Int, needed: Int)
  /// Labels and probabilities are not as many.
  case lengthsDiffer(labels: Int, probabilities: Int)
  /// A probability is not a number in 0...1; the row counts from 1.
  case probabilityOutOfRange(row: Int)
  /// A threshold is not a number in 0...1.
  case thresholdOutOfRange
  /// No row id of one file is in the other.
  case noCommonRows
  /// A row that both files have does not have one label.
  case labelsDiffer(rowID: String)
  /// No row has the label that counts as positive.
  case noPositiveLabel(String)
  /// A metric's value is not one that the metric can have.
  case metricOutOfRange(EvaluationMetric)
  /// Counts of rows are negative, or a part is larger than the whole.
  case impossibleCounts

  /// What is wrong, as the rest of a sentence: "inconclusive, because …".
  public var reason: String {
    switch self {
    case .noRows: "there are no rows"
    case .oneLabelOnly(let isPositive): "every row has the \(Self.label(isPositive)) label"
    case .singleRow(let isPositive): "a single row has the \(Self.label(isPositive)) label"
    case .noSpread: "no row deviates from the others, so the difference has no standard error"
    case .fewRows(let isPositive, let count, let needed):
      "only \(count) of the rows have the \(Self.label(isPositive)) label where \(needed) are needed"
    case .lengthsDiffer(let labels, let probabilities):
      "there are \(counted(labels, "label")) and \(probabilities) probabilities"
    case .probabilityOutOfRange(let row): "the probability of row \(row) is not in 0...1"
    case .thresholdOutOfRange: "a threshold is not in 0...1"
    case .noCommonRows: "no row id of one file is in the other"
    case .labelsDiffer(let rowID): "the row '\(shown(rowID))' has another label in each file"
    case .noPositiveLabel(let label): "no row has the positive label '\(shown(label))'"
    case .metricOutOfRange(let metric): "'\(metric.rawValue)' cannot have such a value"
    case .impossibleCounts: "the counts of rows contradict each other"
    }
  }

  private static func label(_ isPositive: Bool) -> String { isPositive ? "positive" : "negative" }
}
