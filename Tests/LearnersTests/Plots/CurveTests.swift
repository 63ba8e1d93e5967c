import Registry
import Testing

@testable import Learners

@Suite struct `A curve` {
  private func ranked(_ scores: [Double], _ labels: [Int]) throws -> RankedLabels {
    try RankedLabels(checking: scores, labels: labels)
  }

  /// Counted by hand: above 0.9 stands nothing; at 0.9 one positive; at 0.8 both positives and one
  /// negative, as one step; at 0.3 all.
  @Test func `of ROC goes from nothing found to everything, equal scores in one step`() throws {
    let curve = try ranked([0.8, 0.9, 0.3, 0.8], [0, 1, 0, 1]).rocCurve
    #expect(
      curve == [
        PlotPoint(x: 0, y: 0), PlotPoint(x: 0, y: 0.5), PlotPoint(x: 0.5, y: 1),
        PlotPoint(x: 1, y: 1),
      ])
  }

  /// Counted by hand: the first positive is found alone, the second among three rows.
  @Test func `of precision and recall is the steps at which positives are found`() throws {
    let curve = try ranked([0.8, 0.9, 0.3, 0.8], [0, 1, 0, 1]).precisionRecallCurve
    #expect(
      curve == [
        PlotPoint(x: 0, y: 1), PlotPoint(x: 0.5, y: 1), PlotPoint(x: 0.5, y: 2.0 / 3),
        PlotPoint(x: 1, y: 2.0 / 3),
      ])
  }

  @Test func `has below it the area that the metrics say`() throws {
    guard case .binary(_, let probabilities, let labels) = SampleReport.binary() else {
      return
    }
    let ranked = try ranked(probabilities, labels)
    func area(_ curve: [PlotPoint]) -> Double {
      zip(curve, curve.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 }
    }
    #expect(abs(area(ranked.rocCurve) - ranked.areaUnderROC) < 1e-12)
    #expect(abs(area(ranked.precisionRecallCurve) - ranked.averagePrecision) < 1e-12)
  }
}
