internal import Glibc

/// Tries until it works, or until the time is over.
///
/// - Throws: What trying throws, and `failure` when the time is over.
func waiting(
  seconds: Int, for isDone: () throws(RegistryError) -> Bool, or failure: () -> RegistryError
) throws(RegistryError) {
  let deadline = monotonicSeconds() + seconds
  while try !isDone() {
    guard monotonicSeconds() < deadline else { throw failure() }
    pause(milliseconds: 10)
  }
}

/// Lets time pass.
package func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

/// The time since an arbitrary start; never goes backwards.
///
/// Not `ContinuousClock`: it is all that would bring Swift's concurrency and Dispatch into the
/// program, a fifth of its size, which look at the machine before `main` begins.
private func monotonicSeconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec
}

func processIdentifier() -> Int32 { getpid() }
