extension RunRecord {
  /// A metric by its name: in the section of the validation rows first, since runs are chosen among, and
  /// then as ``EvaluationMetrics/entry(_:)`` finds it; `test_metrics.roc_auc` names one exactly.
  public func metric(_ name: String) -> EvaluationMetrics.Entry? {
    for section in ["validation_metrics", "validation"] {
      guard let value = metrics.fields[section]?[name]?.doubleValue else { continue }
      return EvaluationMetrics.Entry(name: name, value: value)
    }
    return metrics.entry(name)
  }

  /// The metric that candidates were ranked by, or else the first of the usual ones that is there.
  public var mainMetric: EvaluationMetrics.Entry? {
    metrics.mainNames.lazy.compactMap { metric($0) }.first
  }

  /// Whether a name is that of a field, a metric or a parameter of the run, known or not.
  package func hasMeaning(_ name: String) -> Bool { value(named: name) != nil }

  /// What a name means in this run: a field of `run.json`, a metric or a parameter, in this order; `nil`
  /// when it means nothing, null when it is not known.
  func value(named name: String) -> JSONValue? {
    if let fact = facts[Self.field(named: name)] { return fact }
    if let metric = metric(name) { return .double(metric.value) }
    let prefix = "parameters."
    return parameters[name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name]
  }

  /// The field of `run.json` that a short name stands for; other names are returned as they are.
  static func field(named name: String) -> String { shortNames[name] ?? name }

  private static let shortNames = [
    "id": "run_id", "created": "created_at", "duration": "duration_seconds",
    "model": "model_family", "data": "data_file", "tag": "tags",
  ]
}
