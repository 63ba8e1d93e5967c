/// What a look at the directory of a registry, and at what killed runs left in it, found.
public struct Examination: Sendable, Equatable {
  /// What was looked at, one after the other.
  public internal(set) var checks: [Check] = []

  /// Whether nothing is left to be done.
  public var isHealthy: Bool { !checks.contains { $0.outcome == .problem } }

  /// One thing that was looked at.
  public struct Check: Sendable, Equatable {
    /// What was looked at.
    public let subject: Subject
    /// How it is.
    public let outcome: Outcome
    /// What was found, as one line: lowercase start, no full stop.
    public let message: String
    /// What to do next, if there is something.
    public let remedy: String?
  }

  /// What is looked at.
  public enum Subject: String, Sendable, CaseIterable {
    /// Who else could change the registry.
    case place
    /// Renaming a file onto another replaces it in one step.
    case replace
    /// Exclusive rename refuses a name that is taken.
    case exclusiveRename = "exclusive_rename"
    /// A lock keeps a second one out.
    case lock
    /// The names in a directory can be flushed to the disk.
    case flush
    /// Names that differ in case are two files.
    case letterCase = "case"
    /// Modes of files and directories are kept.
    case modes
    /// The clocks of the system, the file system and the history agree.
    case clock
    /// What killed runs left in `.registry/staging/`.
    case staging
    /// Files of pruned versions that a crash left.
    case pruned
    /// Lines of the history that a crash left out or tore.
    case history
    /// The modes of the versions' own directories.
    case versions
    /// What saves `resolve` from hashing a version again.
    case fingerprints
  }

  /// How something is.
  public enum Outcome: String, Sendable {
    /// As it should be.
    case ok
    /// Not as it should be.
    case problem
    /// It was not as it should be, and is now.
    case repaired
    /// It could not be looked at, or does not apply.
    case skipped
  }
}
