internal import Registry

/// A candidate of a training, as the comparison lists it.
public struct RankedCandidate: Sendable {
  /// What was tried.
  public let candidate: Candidate
  /// The metric on rows that it did not learn from; the mean over the folds.
  public let score: Double
  /// The standard deviation over the folds; `nil` without cross-validation.
  public let deviation: Double?
  /// Everything that was measured on those rows.
  public let metrics: ModelMetrics
  /// How long fitting and measuring took.
  public let duration: Duration
}

extension TrainingResult {
  /// Every candidate that could be fitted, the best one first.
  public var candidates: [RankedCandidate] {
    comparison.ranked.map {
      RankedCandidate(
        candidate: $0.candidate, score: $0.score, deviation: $0.deviation, metrics: $0.metrics,
        duration: $0.duration)
    }
  }

  /// The content of `model_comparison.json`.
  var comparisonJSON: JSONValue {
    let measured = rows.isCrossValidated ? "cross-validation" : "validation"
    let listed = candidates.enumerated().map { index, candidate in
      JSONValue.object([
        "rank": .integer(index + 1),
        "model": .string(candidate.candidate.family.metadataName),
        "hyperparameters": .object(candidate.candidate.hyperparameters),
        "score": .double(candidate.score),
        "score_std": candidate.deviation.map(JSONValue.double) ?? .null,
        "fold_scores": .array(comparison.ranked[index].foldScores.map(JSONValue.double)),
        "validation_metrics": .object(candidate.metrics.json),
        "seconds": .double(candidate.duration.seconds),
      ])
    }
    return .object([
      "metric": .string(metric.rawValue),
      "larger_is_better": .bool(metric.largerIsBetter),
      "measured_on": .string(measured),
      "candidates": .array(listed),
      "failed": .array(
        comparison.failures.map {
          .object([
            "model": .string($0.candidate.family.metadataName),
            "hyperparameters": .object($0.candidate.hyperparameters),
            "error": .string($0.error.message),
          ])
        }),
    ])
  }
}

extension Duration {
  /// In seconds, to the millisecond.
  package var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds / 1_000_000_000_000_000) / 1000
  }
}
