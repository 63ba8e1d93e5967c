import Learners

extension Console {
  /// Does work that may take longer than a second: shows on a terminal how far it is, and ends it
  /// when a person asks for that.
  ///
  /// - Parameters:
  ///   - now: The clock.
  ///   - body: The work; it tells how far it is, and passes on what telling throws.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws; the line is gone then, too.
  func withProgress<Result, Failure: Error>(
    now: @escaping () -> Duration = monotonicTime,
    _ body: (TrainingObserver) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    stop.listen()
    let line = ProgressLine(
      width: errors.terminalWidth ?? 0, now: now, say: canRedraw ? say : nil)
    errors.progress = line
    defer {
      line.clear()
      errors.progress = nil
    }
    return try body { progress throws(LearnerError) in
      guard !stop.isMade() else { throw .interrupted }
      line.update(progress)
    }
  }
}
