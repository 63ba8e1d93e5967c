internal import Registry

/// What long work is doing, and how far it is.
public struct TrainingProgress: Sendable, Equatable {
  /// What is being done, in words such as `fitting random-forest`. Where it changes, counting
  /// begins anew.
  public var activity: String
  /// How much of it is done, 0 or more.
  public var done: Int
  /// How much there is to do; `nil` when that is unknown.
  public var total: Int?
  /// What is counted, in the plural, such as `trees`; empty where nothing is.
  public var unit: String

  /// Something that is not counted: it begins, and is done when the next thing begins.
  public init(_ activity: String) {
    self.init(activity, done: 0, of: nil, unit: "")
  }

  /// Something that is counted.
  public init(_ activity: String, done: Int, of total: Int?, unit: String) {
    self.activity = activity
    self.done = done
    self.total = total
    self.unit = unit
  }
}

/// Told what is being done and how far it is, on the thread that the work was called on; what it
/// throws ends the work, ``LearnerError/interrupted`` for a person who wants it to end.
public typealias TrainingObserver = (TrainingProgress) throws(LearnerError) -> Void

extension LearnerError {
  /// A person stopped the work before anything was written.
  public static let interrupted = LearnerError.registry(.interrupted)
}
