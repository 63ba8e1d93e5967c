extension Console {
  /// Does work that may take longer than a second, and shows on a terminal how far it is.
  ///
  /// - Parameters:
  ///   - title: What is being done, such as `scoring`.
  ///   - total: How much there is to do, or `nil` when that is unknown.
  ///   - now: The clock.
  ///   - body: The work; it calls ``ProgressLine/update(_:)``.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws; the line is gone then, too.
  func withProgress<Result, Failure: Error>(
    _ title: String, total: Int? = nil, now: @escaping () -> Duration = monotonicTime,
    _ body: (ProgressLine) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let progress = ProgressLine(
      title, total: total, width: errors.terminalWidth ?? 0, now: now,
      say: canRedraw ? say : nil)
    errors.progress = progress
    defer {
      progress.clear()
      errors.progress = nil
    }
    return try body(progress)
  }
}
