extension Console {
  /// Does work that may take longer than a second, and shows on a terminal how far it is.
  ///
  /// - Parameters:
  ///   - title: What is being done, such as `scoring`.
  ///   - total: How much there is to do, or `nil` when that is unknown.
  ///   - body: The work; it calls ``ProgressLine/update(_:)``.
  func withProgress<Result, Failure: Error>(
    _ title: String, total: Int? = nil, _ body: (ProgressLine) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let progress = ProgressLine(
      title, total: total, width: errors.terminalWidth ?? 0, now: monotonicTime,
      say: canRedraw ? say : nil)
    errors.progress = progress
    defer {
      progress.clear()
      errors.progress = nil
    }
    return try body(progress)
  }
}
