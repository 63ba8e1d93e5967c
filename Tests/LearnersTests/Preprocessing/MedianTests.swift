import Testing

@testable import Learners

@Suite struct `A median` {
  @Test func `is the middle of the sorted numbers, however many and however often they repeat`() {
    var draws = SeededDraws(seed: 1)
    for count in 1...200 {
      let values = (0..<count).map { _ in Double(draws.next(below: 1 + count / 2)) }
      let sorted = values.sorted()
      var scratch = values
      #expect(takeMedian(of: &scratch) == (sorted[(count - 1) / 2] + sorted[count / 2]) / 2)
    }
  }

  @Test func `of nothing is nothing`() {
    var nothing: [Double] = []
    #expect(takeMedian(of: &nothing) == nil)
  }
}
