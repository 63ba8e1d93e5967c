/// Runs side by side.
public struct RunComparison: Sendable, Equatable {
  /// The runs, in the order in which they were named.
  public let runs: [RunRecord]
  /// What any of them says: fields, then parameters, then metrics.
  public let rows: [Row]

  /// One thing that runs say.
  public struct Row: Sendable, Equatable {
    /// Where it stands.
    public let section: Section
    /// Its name; that of a metric leads to it, as in `test_metrics.roc_auc`.
    public let name: String
    /// What each run says; `nil` where it says nothing.
    public let values: [JSONValue?]

    /// Whether not all of them say the same.
    public var differs: Bool {
      values.dropFirst().contains { value in
        if let first = values.first??.doubleValue, let number = value?.doubleValue {
          return first != number
        }
        return value != values.first
      }
    }
  }

  /// Where something stands in `run.json`.
  public enum Section: String, Sendable, CaseIterable {
    /// What the run was.
    case field
    /// What can be set.
    case parameter
    /// What was measured.
    case metric
  }

  /// Puts runs side by side.
  public init(_ runs: [RunRecord]) {
    self.runs = runs
    let facts = runs.map { run in
      Self.known(run.facts.members.filter { !Self.own.contains($0.key) })
    }
    let metrics = runs.map { run in
      run.metrics.places.flatMap { place in
        place.entries.map { entry in
          JSONObject.Member(key: place.path(of: entry), value: .double(entry.value))
        }
      }
    }
    rows =
      Self.rows(.field, facts)
      + Self.rows(.parameter, runs.map { Self.known($0.parameters.members) })
      + Self.rows(.metric, metrics)
  }

  /// What tells a run from all others, and what is the same in all files.
  private static let own = ["schema_version", "run_id", "libs_versions"]

  private static func known(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    members.filter { ![.null, .string(""), .array([])].contains($0.value) }
  }

  /// A row for each name, in the order in which they are met first.
  private static func rows(_ section: Section, _ columns: [[JSONObject.Member]]) -> [Row] {
    var names: [String] = []
    var seen: Set<String> = []
    for member in columns.joined() where seen.insert(member.key).inserted {
      names.append(member.key)
    }
    return names.map { name in
      Row(
        section: section, name: name,
        values: columns.map { column in column.first { $0.key == name }?.value })
    }
  }
}
