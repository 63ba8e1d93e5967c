import Glibc

/// What a piece of work took.
struct Measurement {
  let seconds: Double
  /// What all threads together spent on processors, in seconds.
  let processor: Double
  /// The largest size of the process meanwhile, in MiB.
  let peak: Double
  /// By how many MiB that is more than before.
  let grown: Double

  static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, Measurement) {
    let before = ResidentSize.beginPeak()
    let clock = ContinuousClock()
    let (start, processor) = (clock.now, Self.processor())
    let result = try work()
    let taken = (clock.now - start).components
    let peak = ResidentSize.peak
    return (
      result,
      Measurement(
        seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18,
        processor: Self.processor() - processor, peak: peak, grown: peak - before)
    )
  }

  private static func processor() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func json(answers: [Double]) -> String {
    #"{"seconds": \#(seconds), "processor": \#(processor), "peak": \#(peak), "#
      + #""grown": \#(grown), "answers": \#(answers)}"#
  }
}
