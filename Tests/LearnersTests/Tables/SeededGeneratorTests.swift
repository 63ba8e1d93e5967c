import Testing

@testable import Learners

@Suite struct `A seeded generator` {
  @Test func `gives every number below a bound equally often`() {
    var generator = SeededGenerator(seed: 6)
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.number(below: 7)] += 1 }
    // Five standard deviations of a binomial count: sqrt(70,000 * 1/7 * 6/7) is 93.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 465 })
  }

  @Test func `shuffles into every order equally often`() {
    var generator = SeededGenerator(seed: 7)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var order = [0, 1, 2, 3]
      generator.shuffle(&order)
      counts[order, default: 0] += 1
    }
    // Five standard deviations of a binomial count: sqrt(24,000 * 1/24 * 23/24) is 31.
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 155 })
  }

  @Test func `leaves an empty list and a single element alone`() {
    var generator = SeededGenerator(seed: 8)
    var none: [Int] = []
    var one = [1]
    generator.shuffle(&none)
    generator.shuffle(&one)
    #expect(none.isEmpty)
    #expect(one == [1])
    #expect(generator == SeededGenerator(seed: 8))
  }
}
