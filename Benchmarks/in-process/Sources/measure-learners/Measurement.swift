/// What a piece of work took.
struct Measurement {
  let seconds: Double
  /// The largest size of the process meanwhile, in MiB.
  let peak: Double
  /// By how many MiB that is more than before.
  let grown: Double

  static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, Measurement) {
    let before = ResidentSize.beginPeak()
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let taken = (clock.now - start).components
    let peak = ResidentSize.peak
    return (
      result,
      Measurement(
        seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18, peak: peak,
        grown: peak - before)
    )
  }

  func json(answers: [Double]) -> String {
    #"{"seconds": \#(seconds), "peak": \#(peak), "grown": \#(grown), "answers": \#(answers)}"#
  }
}
