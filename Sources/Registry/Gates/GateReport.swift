/// What all gates of a policy say of a version that wants to be champion.
public struct GateReport: Sendable, Equatable {
  /// The version.
  public let version: ModelVersion
  /// Who serves now; `nil` when nobody does, and there is nothing to compare with.
  public let champion: ModelVersion?
  /// Where the rows come from that both scored for this; `nil` where only what is registered was compared.
  public let rows: String?
  /// A result for each gate, in the order of the policy.
  public let results: [GateResult]
  /// Why the version was promoted in spite of the gates; `nil` when it was not.
  public internal(set) var forced: String?

  /// Refused when a gate refuses, else inconclusive when a gate cannot tell, else passed.
  public var verdict: GateResult.Verdict {
    if results.contains(where: { $0.verdict == .refused }) { return .refused }
    return results.contains { $0.verdict == .inconclusive } ? .inconclusive : .passed
  }

  /// The results that keep the version from being promoted.
  public var failed: [GateResult] { results.filter { $0.verdict != .passed } }

  /// What kept the version from being promoted, in one line; how many gates there are when nothing did.
  public var summary: String {
    let first = failed.first { $0.verdict == verdict }
    guard let first else { return "\(version) passed \(counted(results.count, "gate"))" }
    let count = failed.count { $0.verdict == verdict }
    let outcome = verdict == .refused ? "was refused by" : "was not decided by"
    let facts = [first.numbers, first.reason].filter { !$0.isEmpty }.joined(separator: "; ")
    let why = facts.isEmpty ? first.gate : "\(first.gate) (\(facts))"
    return "\(version) \(outcome) \(count) of \(counted(results.count, "gate")): \(why)"
  }

  /// How a command ends that found this: 0, 6 or 7.
  public var exitCode: ExitCode {
    switch verdict {
    case .passed: .done
    case .refused: .refused
    case .inconclusive: .inconclusive
    }
  }
}

extension GateReport {
  /// The member of a record that holds a report.
  static let memberName = "gates"

  /// What is recorded with a promotion, and printed for programs.
  public var json: JSONValue {
    var fields: JSONObject = [
      "verdict": .string(verdict.rawValue),
      "version": .string(version.description),
      "champion": .optional(champion?.description),
    ]
    fields["rows"] = rows.map(JSONValue.string)
    fields["forced"] = forced.map(JSONValue.string)
    fields["results"] = .array(results.map(\.json))
    return .object(fields)
  }

  /// Reads what ``json`` wrote; `nil` where it is something else.
  init?(_ json: JSONValue) {
    guard let version = json["version"]?.stringValue.flatMap({ try? ModelVersion($0) }),
      let elements = json["results"]?.arrayValue
    else { return nil }
    let results = elements.compactMap(GateResult.init)
    guard results.count == elements.count else { return nil }
    self.version = version
    champion = json["champion"]?.stringValue.flatMap { try? ModelVersion($0) }
    self.results = results
    rows = json["rows"]?.stringValue
    forced = json["forced"]?.stringValue
  }

  /// What gates said.
  package init(
    version: ModelVersion, champion: ModelVersion?, rows: String? = nil, results: [GateResult]
  ) {
    self.version = version
    self.champion = champion
    self.rows = rows
    self.results = results
  }
}
