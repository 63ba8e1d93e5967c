package import Registry

extension BinaryMetrics {
  /// The fields of a section of `metrics_v1.json`.
  package var json: JSONObject {
    var fields = JSONObject()
    for metric in Metric.allCases { fields[metric.rawValue] = .double(metric.value(in: self)) }
    fields["confusion_matrix"] = .array(
      confusionMatrix.rows.map { .array($0.map(JSONValue.integer)) })
    fields["prevalence"] = .double(prevalence)
    fields["threshold"] = .double(threshold)
    fields["n_samples"] = .integer(sampleCount)
    return fields
  }
}
