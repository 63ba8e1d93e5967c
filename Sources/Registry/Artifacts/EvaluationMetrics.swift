/// The metrics file of a version: any JSON object, in which numbers are looked up by name.
public struct EvaluationMetrics: Sendable, Equatable {
  /// Every field of the file.
  public let fields: JSONObject

  /// A metric and where it was found.
  public struct Entry: Sendable, Equatable {
    /// The name that was looked for, such as `roc_auc`.
    public let name: String
    /// The value.
    public let value: Double
  }

  /// The metrics in the members of a metrics file's object.
  public init(fields: JSONObject) { self.fields = fields }

  init(_ version: VersionDirectory) throws(RegistryError) {
    fields = try version.object(.metrics)
  }

  /// Where a bare name is looked for, after the top level.
  static let sections = ["test_metrics", "validation_metrics", "validation"]

  /// The metric of this name: at the top level, then in `test_metrics`, `validation_metrics` and
  /// `validation`; a dotted name (`test_metrics.recall`) names one exactly. `nil` when it is not
  /// there or not a number.
  public func entry(_ name: String) -> Entry? {
    finding(name).map { Entry(name: name, value: $0.value) }
  }

  /// A number and where it stood.
  struct Finding {
    let value: Double
    /// The member that leads there, such as `test_metrics`; `nil` at the top level.
    let section: String?
    /// The members that stand beside it.
    let neighbours: JSONObject
  }

  /// The metric of this name with what stands beside it.
  func finding(_ name: String) -> Finding? {
    for (section, object) in objects {
      if let value = object[name]?.doubleValue {
        return Finding(value: value, section: section, neighbours: object)
      }
    }
    return Self.finding(at: name[...], in: fields, section: nil)
  }

  /// The objects in which a bare name is looked for, in order.
  var objects: [(section: String?, object: JSONObject)] {
    let sections = Self.sections.compactMap { name in
      fields[name]?.objectValue.map { (String?.some(name), $0) }
    }
    return [(nil, fields)] + sections
  }

  /// The number at a dotted path. Keys may hold dots themselves (`recall@0.5`).
  private static func finding(
    at path: Substring, in object: JSONObject, section: String?
  ) -> Finding? {
    if let value = object[String(path)]?.doubleValue {
      return Finding(value: value, section: section, neighbours: object)
    }
    for dot in path.indices where path[dot] == "." {
      let key = String(path[..<dot])
      guard let inner = object[key]?.objectValue else { continue }
      let section = section.map { "\($0).\(key)" } ?? key
      let rest = path[path.index(after: dot)...]
      if let found = finding(at: rest, in: inner, section: section) { return found }
    }
    return nil
  }

  /// The metric that the training ranked by (`primary_metric`), or else the first of the usual ones
  /// that is there.
  public var main: Entry? { mainNames.lazy.compactMap { entry($0) }.first }

  /// What the main metric may be called, the best name first.
  var mainNames: [String] {
    [fields["primary_metric"]?.stringValue].compactMap { $0 } + Self.usual
  }

  /// Where numbers were found: at the top level and in each section, in the order in which a bare
  /// name is looked for.
  public var places: [Place] {
    let sections = Self.sections.compactMap { name in
      fields[name]?.objectValue.map { (name, $0) }
    }
    return ([("value", fields)] + sections).compactMap { name, object in
      let entries = object.members.compactMap { member in
        member.value.doubleValue.map { Entry(name: member.key, value: $0) }
      }
      return entries.isEmpty ? nil : Place(name: name, entries: entries)
    }
  }

  /// The numbers of one place in the file.
  public struct Place: Sendable, Equatable {
    /// The section, or `value` for the top level.
    public let name: String
    /// The numbers, in the order of the file.
    public let entries: [Entry]

    /// The name that leads to one of them exactly, such as `test_metrics.recall`.
    func path(of entry: Entry) -> String { name == "value" ? entry.name : "\(name).\(entry.name)" }

    /// The name without what all sections share: `test` for `test_metrics`.
    public var title: String {
      name.hasSuffix("_metrics") ? String(name.dropLast("_metrics".count)) : name
    }
  }

  private static let usual = [
    "roc_auc", "pr_auc", "f1", "recall", "precision", "accuracy", "log_loss", "brier_score",
    "rmse", "mae", "r2",
  ]
}
