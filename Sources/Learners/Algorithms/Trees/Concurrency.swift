internal import Dispatch

/// Does independent jobs on several threads, and comes back when all are done.
///
/// - Parameters:
///   - count: how many jobs there are.
///   - threads: at most so many at a time, at least 1.
///   - job: does one job, whose number it is given. What it writes, no other job reads or writes.
func concurrently(_ count: Int, threads: Int, _ job: (Int) -> Void) {
  let lanes = min(count, threads)
  guard lanes > 1 else {
    for index in 0..<count { job(index) }
    return
  }
  withoutActuallyEscaping(job) { job in
    // The jobs touch nothing of each other's, which the caller promises and no type can say.
    nonisolated(unsafe) let job = job
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      for index in stride(from: lane, to: count, by: lanes) { job(index) }
    }
  }
}
