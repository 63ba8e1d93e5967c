package import Registry

/// What was measured of a model, whatever it predicts.
public enum ModelMetrics: Sendable, Equatable {
  /// Of probabilities for two labels.
  case binary(BinaryMetrics)
  /// Of probabilities for several classes.
  case multiclass(MulticlassMetrics)
  /// Of numbers.
  case regression(RegressionMetrics)

  /// What the model predicts.
  public var task: LearningTask {
    switch self {
    case .binary: .binary
    case .multiclass: .multiclass
    case .regression: .regression
    }
  }

  /// How many rows were measured.
  public var sampleCount: Int {
    switch self {
    case .binary(let metrics): metrics.sampleCount
    case .multiclass(let metrics): metrics.sampleCount
    case .regression(let metrics): metrics.sampleCount
    }
  }

  /// The value of a metric; `nil` for one that is not measured for this ``task``.
  public func value(of metric: Metric) -> Double? {
    switch self {
    case .binary(let metrics): metrics.value(of: metric)
    case .multiclass(let metrics): metrics.value(of: metric)
    case .regression(let metrics): metrics.value(of: metric)
    }
  }

  /// The fields of a section of `metrics_v1.json`.
  package var json: JSONObject {
    var fields = JSONObject()
    for metric in Metric.measured(for: task) {
      fields[metric.rawValue] = value(of: metric).map(JSONValue.double)
    }
    switch self {
    case .binary(let metrics):
      fields["confusion_matrix"] = Self.json(metrics.confusionMatrix.rows)
      fields["prevalence"] = .double(metrics.prevalence)
      fields["threshold"] = .double(metrics.threshold)
    case .multiclass(let metrics):
      fields["confusion_matrix"] = Self.json(metrics.confusionMatrix)
      fields["per_class"] = .array(metrics.classes.map { .object($0.json) })
    case .regression: break
    }
    fields["n_samples"] = .integer(sampleCount)
    return fields
  }

  private static func json(_ confusion: [[Int]]) -> JSONValue {
    .array(confusion.map { .array($0.map(JSONValue.integer)) })
  }
}

extension ClassMetrics {
  /// An element of `per_class`.
  fileprivate var json: JSONObject {
    [
      "precision": .double(precision), "recall": .double(recall), "f1": .double(f1),
      "support": .integer(support),
    ]
  }
}
