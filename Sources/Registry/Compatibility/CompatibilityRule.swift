/// A kind of change between two versions of a model, and how far the number has to rise for it.
///
/// The table is this one: docs/compatibility.md and the answers of commands are made from it or tested
/// against it.
public enum CompatibilityRule: String, Sendable, CaseIterable {
  /// An input is gone.
  case inputRemoved = "input_removed"
  /// A new input that every request must have.
  case inputAddedRequired = "input_added_required"
  /// A new input that callers may leave out or the service computes.
  case inputAddedOptional = "input_added_optional"
  /// A new input, and nothing says whether requests must have it.
  case inputAddedUnstated = "input_added_unstated"
  /// An input takes fewer numbers than before.
  case inputTypeNarrowed = "input_type_narrowed"
  /// An input takes more numbers than before, and all that it took.
  case inputTypeWidened = "input_type_widened"
  /// An input takes values of another kind.
  case inputTypeChanged = "input_type_changed"
  /// An input that callers could leave out must be sent.
  case inputNowRequired = "input_now_required"
  /// An input that had to be sent may be left out.
  case inputNowOptional = "input_now_optional"
  /// An input may not be null any more.
  case inputNullRefused = "input_null_refused"
  /// An input may be null now.
  case inputNullAccepted = "input_null_accepted"
  /// A level is new where unknown ones were not refused.
  case levelAdded = "level_added"
  /// A level is gone where unknown ones are not refused.
  case levelRemoved = "level_removed"
  /// A level is new where unknown ones were refused.
  case closedLevelAdded = "closed_level_added"
  /// A level is gone where unknown ones are refused.
  case closedLevelRemoved = "closed_level_removed"
  /// Unknown levels are refused now.
  case unknownLevelsRefused = "unknown_levels_refused"
  /// Unknown levels are accepted now.
  case unknownLevelsAccepted = "unknown_levels_accepted"
  /// Training saw a narrower range of an input.
  case rangeNarrowed = "range_narrowed"
  /// Training saw a wider range of an input.
  case rangeWidened = "range_widened"
  /// The inputs stand in another order; callers by name do not notice.
  case inputOrderChanged = "input_order_changed"
  /// An output is new.
  case outputAdded = "output_added"
  /// An output is gone.
  case outputRemoved = "output_removed"
  /// An output has another type.
  case outputRetyped = "output_retyped"
  /// An output can be other labels than before.
  case classesChanged = "classes_changed"
  /// The labels of an output stand in another order.
  case classesReordered = "classes_reordered"
  /// Another label is the positive one.
  case positiveClassChanged = "positive_class_changed"
  /// Rows are positive from another probability on.
  case thresholdChanged = "threshold_changed"
  /// The model is of another family of algorithms.
  case modelFamilyChanged = "model_family_changed"
  /// The model file is of another format.
  case modelFormatChanged = "model_format_changed"

  /// What is made of a change.
  public enum Level: String, Sendable, CaseIterable {
    /// The number must rise as the rule says.
    case deny
    /// It is told, and not demanded.
    case warn
    /// Nothing is said.
    case allow
  }

  /// One line that says which change it is.
  public var meaning: String { row.meaning }
  /// Which part of the number has to rise.
  public var defaultBump: VersionBump { row.bump }
  /// The same under the profile `strict`.
  public var strictBump: VersionBump { row.strict ?? row.bump }
  /// What is made of it.
  public var defaultLevel: Level { row.level }

  private typealias Row = (
    meaning: String, bump: VersionBump, strict: VersionBump?, level: Level
  )

  private var row: Row {
    switch self {
    case .inputRemoved: ("an input is gone", .major, nil, .deny)
    case .inputAddedRequired: ("a new input that every request must have", .major, nil, .deny)
    case .inputAddedOptional:
      ("a new input that callers may leave out or the service computes", .minor, nil, .deny)
    case .inputAddedUnstated:
      ("a new input, and nothing says whether requests must have it", .minor, .major, .deny)
    case .inputTypeNarrowed: ("an input takes fewer numbers than before", .major, nil, .deny)
    case .inputTypeWidened:
      ("an input takes more numbers than before, and all that it took", .minor, nil, .deny)
    case .inputTypeChanged: ("an input takes values of another kind", .major, nil, .deny)
    case .inputNowRequired:
      ("an input that callers could leave out must be sent", .major, nil, .deny)
    case .inputNowOptional: ("an input that had to be sent may be left out", .minor, nil, .deny)
    case .inputNullRefused: ("an input may not be null any more", .major, nil, .deny)
    case .inputNullAccepted: ("an input may be null now", .minor, nil, .deny)
    case .levelAdded: ("a level is new where unknown ones were not refused", .patch, nil, .allow)
    case .levelRemoved: ("a level is gone where unknown ones are not refused", .patch, nil, .warn)
    case .closedLevelAdded: ("a level is new where unknown ones were refused", .minor, nil, .deny)
    case .closedLevelRemoved: ("a level is gone where unknown ones are refused", .major, nil, .deny)
    case .unknownLevelsRefused: ("unknown levels are refused now", .major, nil, .deny)
    case .unknownLevelsAccepted: ("unknown levels are accepted now", .minor, nil, .deny)
    case .rangeNarrowed: ("training saw a narrower range of an input", .patch, nil, .allow)
    case .rangeWidened: ("training saw a wider range of an input", .patch, nil, .allow)
    case .inputOrderChanged:
      ("the inputs stand in another order; callers by name do not notice", .minor, nil, .warn)
    case .outputAdded: ("an output is new", .minor, nil, .deny)
    case .outputRemoved: ("an output is gone", .major, nil, .deny)
    case .outputRetyped: ("an output has another type", .major, nil, .deny)
    case .classesChanged: ("an output can be other labels than before", .major, nil, .deny)
    case .classesReordered: ("the labels of an output stand in another order", .major, nil, .deny)
    case .positiveClassChanged: ("another label is the positive one", .major, nil, .deny)
    case .thresholdChanged: ("rows are positive from another probability on", .patch, nil, .warn)
    case .modelFamilyChanged: ("the model is of another family of algorithms", .major, nil, .deny)
    case .modelFormatChanged: ("the model file is of another format", .major, nil, .deny)
    }
  }

  /// Whether requests, or what is done with answers, or the program that loads the model can break:
  /// a request that still sends an input that is gone is answered as before.
  var canBreakService: Bool {
    switch self {
    case .inputRemoved, .modelFamilyChanged: false
    default: true
    }
  }
}
