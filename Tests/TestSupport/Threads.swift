internal import Foundation
internal import Synchronization

/// Runs `body` on as many threads of its own as `count` says, all at once, and waits for them.
///
/// - Returns: What each returned or threw, by the number of the thread.
public func onThreads<Answer: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) throws -> Answer
) -> [Result<Answer, any Error>] {
  let answers = Answers<Answer>()
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    // Threads and not a queue: a queue runs no more at once than the machine has cores.
    Thread.detachNewThread {
      let answer = Result { try body(number) }
      answers.byNumber.withLock { $0[number] = answer }
      group.leave()
    }
  }
  group.wait()
  return answers.byNumber.withLock { found in (0..<count).compactMap { found[$0] } }
}

/// A class because all threads write into the same dictionary.
private final class Answers<Answer: Sendable>: Sendable {
  let byNumber = Mutex<[Int: Result<Answer, any Error>]>([:])
}
