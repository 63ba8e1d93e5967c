/// One place in a metrics file: the top level, or a section.
struct MetricsSection: Sendable {
  /// The section's name; empty for the top level.
  let name: String
  let fields: JSONObject

  /// The dotted path of a value in it.
  func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }

  /// What a message calls it.
  var title: String { name.isEmpty ? "the top level" : "'\(name)'" }

  /// The confusion matrix of two labels, where there is a sound one.
  var counts: BinaryCounts? { fields["confusion_matrix"].flatMap(BinaryCounts.init) }

  /// How many rows were measured; `nil` when that is not stated.
  var rowCount: Int? {
    counts?.total ?? fields["n_samples"]?.integerValue.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The share of positive rows, counted or else as stated; `nil` when it is neither.
  var prevalence: Double? {
    if let counts { return counts.total > 0 ? counts.share(counts.positives) : nil }
    return rate(.prevalence)
  }

  /// The first of a rate's names that is there as a share.
  func rate(_ rate: RateMetric) -> Double? { number(rate).flatMap(\.double) }

  /// The same as it is spelled.
  func number(_ rate: RateMetric) -> JSONNumber? {
    rate.names.lazy.compactMap { share($0) }.first
  }

  /// The area under the ROC curve, where it is stated as a share.
  var areaUnderROC: Double? {
    MetricRange.areaUnderROC.lazy.compactMap { share($0)?.double }.first
  }

  /// The name under which the area is stated.
  var areaName: String? { MetricRange.areaUnderROC.first { share($0) != nil } }

  private func share(_ key: String) -> JSONNumber? {
    guard case .number(let number) = fields[key], let value = number.double,
      (0...1).contains(value)
    else { return nil }
    return number
  }
}
