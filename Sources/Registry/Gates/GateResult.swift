/// How one gate was decided, and on which evidence.
public struct GateResult: Sendable, Equatable {
  /// What a gate can say.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The condition holds.
    case passed
    /// The condition does not hold.
    case refused
    /// The evidence does not tell.
    case inconclusive
  }

  /// What a number rests on, best first.
  public enum Tier: String, Sendable, CaseIterable {
    /// Both models scored the same labelled rows.
    case paired = "A"
    /// The number of rows behind each metric is known.
    case counted = "B"
    /// A number, and nothing of where it comes from.
    case bare = "C"

    /// The tier with what it means.
    public var title: String {
      switch self {
      case .paired: "A, paired"
      case .counted: "B, unpaired"
      case .bare: "C, bare numbers"
      }
    }
  }

  /// The condition in words.
  public let gate: String
  /// What it says.
  public var verdict: Verdict
  /// Why, in words; empty where the numbers say it.
  public var reason = ""
  /// What the numbers rest on; `nil` for a gate that is on no metric.
  public var tier: Tier?
  /// The number of the version that wants to be champion.
  public var value: Double?
  /// The champion's; `nil` for a gate that compares with none.
  public var championValue: Double?
  /// Of the value less the champion's for a gate that compares with the champion, and of the value for
  /// any other; `nil` where no interval can be told.
  public var interval: Interval?
  /// How likely a difference at least this large is when there is none; `nil` where the method has no test.
  public var pValue: Double?
  /// How many rows were measured, of those that count.
  public var rowCount: Int?
  /// The smallest difference that so many rows would have shown, four times in five.
  public var smallestDifference: Double?

  init(_ gate: Gate, _ verdict: Verdict, reason: String = "") {
    self.gate = gate.description
    self.verdict = verdict
    self.reason = reason
  }
}

extension GateResult {
  /// What was measured, in words: `0.1853 against 0.3336, apart by -0.1742 to -0.1225`; empty where nothing
  /// was.
  public var numbers: String {
    guard let value else { return "" }
    let against = championValue.map { " against " + $0.shortened } ?? ""
    let between = championValue == nil ? ", " : ", apart by "
    return value.shortened + against + (limits.map { between + $0 } ?? "")
  }

  /// The limits of the interval, with signs where they are of a difference; `nil` where there is none.
  public var limits: String? {
    guard let interval else { return nil }
    guard championValue != nil else {
      return "\(interval.lower.rounded(toPlaces: 4)) to \(interval.upper.rounded(toPlaces: 4))"
    }
    let limits = [interval.lower, interval.upper].map { limit in
      (limit >= 0 ? "+" : "") + limit.rounded(toPlaces: 4)
    }
    return limits.joined(separator: " to ")
  }

  /// The members of the result; those that have no value are left out.
  public var json: JSONValue {
    var fields: JSONObject = ["gate": .string(gate), "verdict": .string(verdict.rawValue)]
    if !reason.isEmpty { fields["reason"] = .string(reason) }
    fields["tier"] = tier.map { .string($0.rawValue) }
    fields["value"] = value.map(JSONValue.double)
    fields["champion_value"] = championValue.map(JSONValue.double)
    if let interval {
      fields["method"] = .string(interval.method.rawValue)
      fields["estimate"] = .double(interval.estimate)
      fields["interval"] = [.double(interval.lower), .double(interval.upper)]
      fields["confidence"] = .double(interval.level.value)
    }
    fields["p_value"] = pValue.map(JSONValue.double)
    fields["n_rows"] = rowCount.map(JSONValue.integer)
    fields["smallest_difference"] = smallestDifference.map(JSONValue.double)
    return .object(fields)
  }

  /// Reads what ``json`` wrote; `nil` where it is something else.
  init?(_ json: JSONValue) {
    guard let gate = json["gate"]?.stringValue,
      let verdict = json["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:))
    else { return nil }
    self.gate = gate
    self.verdict = verdict
    reason = json["reason"]?.stringValue ?? ""
    tier = json["tier"]?.stringValue.flatMap(Tier.init(rawValue:))
    value = json["value"]?.doubleValue
    championValue = json["champion_value"]?.doubleValue
    interval = Self.interval(json)
    pValue = json["p_value"]?.doubleValue
    rowCount = json["n_rows"]?.integerValue
    smallestDifference = json["smallest_difference"]?.doubleValue
  }

  private static func interval(_ json: JSONValue) -> Interval? {
    let limits = json["interval"]?.arrayValue?.compactMap(\.doubleValue) ?? []
    guard limits.count == 2, let estimate = json["estimate"]?.doubleValue,
      let level = json["confidence"]?.doubleValue.flatMap(ConfidenceLevel.init),
      let method = json["method"]?.stringValue.flatMap(StatisticalMethod.init(rawValue:))
    else { return nil }
    return Interval(estimate, lower: limits[0], upper: limits[1], level: level, method: method)
  }
}
