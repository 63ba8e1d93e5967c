extension LintSubject {
  /// Whether metrics and thresholds are numbers that they can be.
  var metricFindings: [LintFinding] {
    sections.flatMap { section in
      section.fields.members.compactMap { finding($0, in: section) }
    } + thresholdFindings
  }

  private func finding(
    _ member: JSONObject.Member, in section: MetricsSection
  ) -> LintFinding? {
    let (key, path) = (member.key, section.path(member.key))
    let classCount = metadata["classes"]?.arrayValue?.count ?? 0
    let range = MetricRange(of: key, ofSeveralLabels: classCount > 2)
    switch member.value {
    case .number(let number):
      guard let value = number.double else {
        return inMetrics(
          .metricRange, at: path, "'\(path)' is \(shown(number)), which no double can hold")
      }
      guard let range, value < range.lowest || value > range.highest else { return nil }
      return inMetrics(
        .metricRange, at: path, "'\(path)' is \(shown(number)), which is not \(range.phrase)")
    case .string, .bool:
      guard range != nil else { return nil }
      let text = String(decoding: member.value.compactText.prefix(40), as: UTF8.self)
      return inMetrics(.metricType, at: path, "'\(path)' is \(text), which is not a number")
    case .null, .array, .object: return nil
    }
  }

  private func shown(_ number: JSONNumber) -> String { String(number.literal.prefix(40)) }

  // MARK: Thresholds

  private var thresholdFindings: [LintFinding] {
    let served = metadata["threshold_policy"]?["threshold_value"]
    let servedPath = "threshold_policy.threshold_value"
    let measured = sections.compactMap { section in
      section.fields["threshold"].map { (path: section.path("threshold"), value: $0) }
    }
    let inRange = [served.flatMap { rangeProblem($0, servedPath) }].compactMap { $0 }
      .map { inMetadata(.thresholdRange, at: servedPath, $0) }
    return inRange
      + measured.compactMap { path, value in
        if let problem = rangeProblem(value, path) {
          return inMetrics(.thresholdRange, at: path, problem)
        }
        return differenceFinding(path, value, served, servedPath)
      }
  }

  private func rangeProblem(_ value: JSONValue, _ path: String) -> String? {
    if value == .null { return nil }
    if let number = value.doubleValue, (0...1).contains(number) { return nil }
    let text = String(decoding: value.compactText.prefix(40), as: UTF8.self)
    return "'\(path)' is \(text), which is not a number in 0...1"
  }

  private func differenceFinding(
    _ path: String, _ value: JSONValue, _ served: JSONValue?, _ servedPath: String
  ) -> LintFinding? {
    guard case .number(let measured) = value, case .number(let expected)? = served,
      let one = measured.double, let other = expected.double
    else { return nil }
    let allowed = min(0.005, measured.rounding) + min(0.005, expected.rounding)
    guard (one - other).magnitude > allowed else { return nil }
    return inMetrics(
      .thresholdDiffers, at: path,
      "'\(path)' is \(shown(measured)), and '\(servedPath)' in '\(names.metadata)' is "
        + shown(expected))
  }
}
