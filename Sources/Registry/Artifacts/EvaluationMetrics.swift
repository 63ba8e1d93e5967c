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
    let path = ArtifactKind.metrics.storedName
    let bytes = try version.read(path, limit: JSONReader.maximumBytes)
    fields = try RecordFile(bytes, path: version.directory.pathOf(path)).fields
  }

  /// Where a bare name is looked for, after the top level.
  static let sections = ["test_metrics", "validation_metrics", "validation"]

  /// The metric of this name: at the top level, then in `test_metrics`, `validation_metrics` and
  /// `validation`; a dotted name (`test_metrics.recall`) names one exactly. `nil` when it is not
  /// there or not a number.
  public func entry(_ name: String) -> Entry? {
    value(name).map { Entry(name: name, value: $0) }
  }

  private func value(_ name: String) -> Double? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1 {
      let first: JSONValue? = .object(fields)
      return parts.reduce(first) { $0?[$1] }?.doubleValue
    }
    let places = [JSONValue.object(fields)] + Self.sections.compactMap { fields[$0] }
    return places.lazy.compactMap { $0[name]?.doubleValue }.first
  }

  /// The metric that the training ranked by (`primary_metric`), or else the first of the usual ones
  /// that is there.
  public var main: Entry? {
    let names = [fields["primary_metric"]?.stringValue].compactMap { $0 } + Self.usual
    return names.lazy.compactMap { entry($0) }.first
  }

  /// Every number at the top level and in the sections, named so that ``entry(_:)`` finds it.
  public var all: [Entry] {
    var entries: [Entry] = []
    for member in fields.members {
      if let value = member.value.doubleValue {
        entries.append(Entry(name: member.key, value: value))
      } else if Self.sections.contains(member.key), let section = member.value.objectValue {
        entries += section.members.compactMap { inner in
          inner.value.doubleValue.map { Entry(name: "\(member.key).\(inner.key)", value: $0) }
        }
      }
    }
    return entries
  }

  private static let usual = [
    "roc_auc", "pr_auc", "f1", "recall", "precision", "accuracy", "log_loss", "brier_score",
    "rmse", "mae", "r2",
  ]
}
