package import Registry

extension BinaryMetrics {
  /// The fields of a section of `metrics_v1.json`.
  package var json: JSONObject { ModelMetrics.binary(self).json }

  /// `nil` for a metric that two labels do not have.
  func value(of metric: Metric) -> Double? {
    switch metric {
    case .areaUnderROC: areaUnderROC
    case .averagePrecision: averagePrecision
    case .f1: confusionMatrix.f1
    case .precision: confusionMatrix.precision
    case .recall: confusionMatrix.recall
    case .accuracy: confusionMatrix.accuracy
    case .logLoss: logLoss
    case .brierScore: brierScore
    default: nil
    }
  }
}
