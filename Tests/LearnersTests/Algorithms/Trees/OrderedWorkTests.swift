import Testing

@testable import Learners

@Suite struct `Work in order` {
  private struct Stop: Error, Equatable { let number: Int }

  /// Which of three parts fails, and at which item.
  enum Part: CaseIterable { case next, work, take }

  /// Later items are done before earlier ones: each takes another time.
  private func run(_ count: Int, fail part: Part? = nil, at failing: Int = -1) -> (
    taken: [Int], error: (any Error)?
  ) {
    var (given, taken) = (0, [Int]())
    do {
      try inOrder { () throws -> Int? in
        if part == .next, given == failing { throw Stop(number: given) }
        defer { given += 1 }
        return given < count ? given : nil
      } work: { number in
        if part == .work, number >= failing { throw Stop(number: number) }
        var sum = 0
        for step in 0..<number * 7919 % 97 * 100 { sum ^= step }
        return (number, sum)
      } take: { number, _ in
        if part == .take, number == failing { throw Stop(number: number) }
        taken.append(number)
      }
    } catch { return (taken, error) }
    return (taken, nil)
  }

  @Test(arguments: [0, 1, 2, 100]) func `is handed out in the order of its items`(count: Int) {
    let outcome = run(count)
    #expect(outcome.taken == Array(0..<count))
    #expect(outcome.error == nil)
  }

  @Test(arguments: Part.allCases, [0, 1, 57])
  func `ends with the first error, after all results before it`(part: Part, failing: Int) {
    let outcome = run(100, fail: part, at: failing)
    #expect(outcome.taken == Array(0..<failing))
    #expect(outcome.error as? Stop == Stop(number: failing))
  }
}
