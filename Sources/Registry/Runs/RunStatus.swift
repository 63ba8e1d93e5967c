/// How a run ended.
public enum RunStatus: String, Sendable, CaseIterable {
  /// It did all that it was to do.
  case finished
  /// A search gave it up early: others were better.
  case stopped
  /// A person or a signal ended it.
  case interrupted
  /// An error ended it.
  case failed
}
