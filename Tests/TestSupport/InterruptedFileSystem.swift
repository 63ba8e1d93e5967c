internal import Glibc
package import Registry
internal import Synchronization

/// A file system that a signal interrupts again and again: calls end with `EINTR`, and reads and
/// writes stop after a few bytes.
///
/// A class because every copy draws from the same random numbers.
package final class InterruptedFileSystem: FileSystemWrapper {
  package let real: any FileSystem
  private let generator: Mutex<Generator>
  private let interruptible: Set<String> = ["open", "read", "write", "flock", "close"]

  package init(_ real: any FileSystem, seed: UInt64) {
    self.real = real
    generator = Mutex(Generator(state: seed))
  }

  /// How many calls were interrupted.
  package var interruptions: Int { generator.withLock { $0.interruptions } }

  package func willMake(_ call: FileCall) throws(Errno) {
    guard interruptible.contains(call.name) else { return }
    let isInterrupted = generator.withLock { generator in
      let isInterrupted = generator.next() % 3 == 0
      if isInterrupted { generator.interruptions += 1 }
      return isInterrupted
    }
    if isInterrupted { throw Errno(code: EINTR) }
  }

  package func shortened(_ count: Int) -> Int {
    min(count, Int(generator.withLock { $0.next() % 40 }) + 1)
  }

  /// Vigna's SplitMix64.
  private struct Generator: Sendable {
    var state: UInt64
    var interruptions = 0

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
