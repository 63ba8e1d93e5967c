/// One place in a metrics file: the top level, or a section.
struct MetricsSection: Sendable {
  /// The section's name; empty for the top level.
  let name: String
  let fields: JSONObject
  /// Every rate that is stated as a share, in the order of the file, by its name there.
  let rates: [(name: String, rate: RateMetric, number: JSONNumber)]
  /// The area under the ROC curve, where it is stated as a share, and its name there.
  let areaUnderROC: (name: String, value: Double)?

  init(name: String, fields: JSONObject) {
    self.name = name
    self.fields = fields
    let shares = fields.members.compactMap { member -> (String, JSONNumber, Double)? in
      guard case .number(let number) = member.value, let value = number.double,
        (0...1).contains(value)
      else { return nil }
      return (member.key, number, value)
    }
    rates = shares.compactMap { key, number, _ in
      RateMetric(named: key).map { (name: key, rate: $0, number: number) }
    }
    areaUnderROC = shares.lazy.first { EvaluationMetric(named: $0.0) == .areaUnderROC }
      .map { (name: $0.0, value: $0.2) }
  }

  /// The dotted path of a value in it.
  func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }

  /// What a message calls it.
  var title: String { name.isEmpty ? "the top level" : "'\(name)'" }

  /// The confusion matrix of two labels, where there is a sound one of at least one row.
  var counts: ConfusionCounts? {
    fields["confusion_matrix"].flatMap(ConfusionCounts.init(matrix:)).flatMap {
      $0.count > 0 ? $0 : nil
    }
  }

  /// How many rows were measured; `nil` when that is not stated.
  var rowCount: Int? {
    counts?.count ?? fields["n_samples"]?.integerValue.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The share of positive rows, counted or else as stated; `nil` when it is neither.
  var prevalence: Double? { counts?.prevalence ?? rate(.prevalence) }

  /// The first number that states a rate.
  func rate(_ rate: RateMetric) -> Double? { number(rate)?.double }

  /// The same as it is spelled.
  func number(_ rate: RateMetric) -> JSONNumber? { rates.first { $0.rate == rate }?.number }
}
