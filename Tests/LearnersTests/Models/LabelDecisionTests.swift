import Testing

@testable import Learners

@Suite struct `A decision by scores` {
  @Test func `takes the first of the highest`() {
    #expect(LabelDecision.highest.places([1, 3, 3, -2, -5, -4], rowCount: 2) == [1, 0])
  }

  @Test(arguments: [
    (LabelThreshold(), [0, 0, 1]), (LabelThreshold(isInclusive: true), [0, 1, 1]),
    (LabelThreshold(positive: 0, isNegated: true, isInclusive: true), [0, 0, 1]),
    (LabelThreshold(value: 2), [0, 0, 0]),
  ])
  func `of two labels takes the one whose side of the threshold the score is on`(
    threshold: LabelThreshold, places: [Int]
  ) {
    #expect(LabelDecision.threshold(threshold).places([-1, 0, 2], rowCount: 3) == places)
  }

  @Test func `looks at the column that it is told to`() {
    let threshold = LabelThreshold(column: 1, value: 0.5)
    #expect(LabelDecision.threshold(threshold).places([1, 0, 0, 1], rowCount: 2) == [0, 1])
  }

  @Test func `is for no rows none`() {
    #expect(LabelDecision.highest.places([], rowCount: 0).isEmpty)
  }
}
