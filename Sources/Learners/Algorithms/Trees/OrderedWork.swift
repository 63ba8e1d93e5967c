internal import Dispatch
internal import Synchronization

/// Does work on items that come one after the other, on several threads, and hands the results out in the
/// order of the items.
///
/// - Parameters:
///   - next: The next item, `nil` at the end; asked by one thread at a time.
///   - work: Makes a result of an item. What it writes, no other item's work reads or writes.
///   - take: Takes a result; one at a time.
/// - Throws: What one thread alone would: the first error in the order of the items, when all results before
///   it are handed out.
/// - Complexity: Memory for at most 16 items and their results.
func inOrder<Item, Result>(
  _ next: () throws -> Item?, work: (Item) throws -> Result, take: (Result) throws -> Void
) throws {
  let lanes = 8
  let reading = Mutex(())
  let handing = Mutex(())
  let room = DispatchSemaphore(value: 2 * lanes)
  var itemCount = 0
  var line = WorkLine<Result>()
  concurrently(lanes, threads: lanes) { _ in
    while true {
      // Whoever waits here holds no item, so that the first in line goes on.
      room.wait()
      var item: (number: Int, content: Swift.Result<Item, any Error>)?
      reading.withLock { _ in
        do {
          guard !handing.withLock({ _ in line.isClosed }), let content = try next() else { return }
          item = (itemCount, .success(content))
        } catch { item = (itemCount, .failure(error)) }
        itemCount += 1
      }
      guard let item else {
        room.signal()
        return
      }
      let result = Swift.Result { try work(item.content.get()) }
      handing.withLock { _ in
        let handedOut = line.add(result, item.number, take: take)
        for _ in 0..<handedOut { room.signal() }
      }
    }
  }
  if let error = line.error { throw error }
}

/// Results that wait for those before them.
private struct WorkLine<Result> {
  private var waiting: [Int: Swift.Result<Result, any Error>] = [:]
  private var handedOut = 0
  private(set) var error: (any Error)?
  /// Whether nobody needs another item.
  private(set) var isClosed = false

  /// Adds a result and hands out those whose turn it is.
  ///
  /// - Returns: How many items are done with.
  mutating func add(
    _ result: Swift.Result<Result, any Error>, _ number: Int, take: (Result) throws -> Void
  ) -> Int {
    waiting[number] = result
    if case .failure = result { isClosed = true }
    let before = handedOut
    while let next = waiting.removeValue(forKey: handedOut) {
      handedOut += 1
      guard error == nil else { continue }
      do { try take(next.get()) } catch {
        self.error = error
        isClosed = true
      }
    }
    return handedOut - before
  }
}
