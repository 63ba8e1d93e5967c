/// What a version has to show before it becomes champion: the member `promotion` of `policy.json`.
struct PromotionPolicy: Sendable, Equatable {
  /// What happens to a number of which nobody knows from how many rows it comes.
  enum BareNumbers: String, Sendable, CaseIterable {
    /// It proves nothing.
    case inconclusive
    /// It is compared as it stands, and said to be so.
    case compare
  }

  /// In the order of the file; none asks for nothing.
  let gates: [Gate]
  /// Of every interval, between 0.5 and 1.
  let confidenceLevel: ConfidenceLevel
  let bareNumbers: BareNumbers

  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``.
  init(_ policy: PolicyObject) throws(RegistryError) {
    try policy.refuseOthers(than: ["gates", "confidence", "bare_numbers"])
    let level = try policy.number("confidence", from: 0.5, to: 0.9999)
    confidenceLevel = level.flatMap(ConfidenceLevel.init) ?? .usual
    bareNumbers = try policy.choice("bare_numbers") ?? .inconclusive
    var gates: [Gate] = []
    for object in try policy.objects("gates") { gates.append(try Gate(object)) }
    self.gates = gates
  }
}

extension Policy {
  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``.
  func promotion() throws(RegistryError) -> PromotionPolicy {
    try PromotionPolicy(object(.promotion))
  }
}

extension Gate {
  /// Reads one element of `gates`.
  fileprivate init(_ object: PolicyObject) throws(RegistryError) {
    try object.refuseOthers(
      than: MetricGate.members + ["minimum_rows", "section", "approvals", "lint"])
    if object.fields["metric"] != nil {
      self = .metric(try MetricGate(object))
    } else if let count = try object.count("minimum_rows", from: 1) {
      try object.refuseOthers(than: ["minimum_rows", "section"])
      self = .minimumRows(count, section: try object.text("section"))
    } else if let count = try object.count("approvals", from: 1) {
      try object.refuseOthers(than: ["approvals"])
      self = .approvals(count)
    } else if let word = try object.text("lint") {
      guard word == "clean" else { throw object.wrong("lint", "'clean'") }
      try object.refuseOthers(than: ["lint"])
      self = .cleanLint
    } else {
      throw object.wrong("metric", "there, and neither is minimum_rows, approvals or lint")
    }
  }
}

extension MetricGate {
  fileprivate static let members = ["metric", "larger_is_better", "compare"] + bounds
  private static let bounds = ["minimum", "maximum", "not_worse_by", "better_by"]

  fileprivate init(_ object: PolicyObject) throws(RegistryError) {
    try object.refuseOthers(than: Self.members)
    guard let name = try object.text("metric") else { throw object.wrong("metric", "text") }
    let bound = try Self.bound(object)
    let stated = try object.truth("larger_is_better")
    let known = EvaluationMetric.largerIsBetter(named: name)
    // Which end is the good one matters only against another number.
    guard let largerIsBetter = stated ?? known ?? (bound.isRelative ? nil : true) else {
      throw object.wrong("larger_is_better", "there, and '\(name)' is no usual metric")
    }
    if let stated, let known, stated != known {
      throw object.wrong("larger_is_better", "\(known), which it is for '\(name)'")
    }
    self.init(
      name: name, bound: bound, largerIsBetter: largerIsBetter,
      basis: try object.choice("compare") ?? (bound.isRelative ? .interval : .value))
  }

  private static func bound(_ object: PolicyObject) throws(RegistryError) -> Bound {
    let given = bounds.filter { object.fields[$0] != nil }
    guard given.count == 1 else {
      throw object.wrong("metric", "beside exactly one of: " + bounds.joined(separator: ", "))
    }
    if let value = try object.number("minimum") { return .minimum(value) }
    if let value = try object.number("maximum") { return .maximum(value) }
    if let value = try object.number("not_worse_by", from: 0) { return .notWorse(by: value) }
    return .better(by: try object.number("better_by", from: 0) ?? 0)
  }
}
