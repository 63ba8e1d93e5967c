import Testing

@testable import Learners

@Suite struct `A sum of gradients` {
  @Test func `is exact, whatever the order`() {
    let units = GradientUnits(rowCount: 1_000, largestGradient: 1, largestHessian: 0.25)
    var draws = SeededDraws(seed: 1)
    let rows = (0..<1_000).map { _ in
      units.sum(gradient: draws.nextNumber().clamped(to: 1), hessian: 0.2)
    }
    #expect(rows.reduce(.zero, &+) == rows.reversed().reduce(.zero, &+))
    let total = rows.reduce(.zero, &+)
    #expect(units.count(total) == 1_000)
    #expect(agree([units.hessian(total)], [200], relative: 1e-9))
  }

  @Test(arguments: [1, 36_168, 10_000_000], [1e-200, 1, 1e200])
  func `holds the largest it can be made of`(rowCount: Int, largest: Double) {
    let units = GradientUnits(
      rowCount: rowCount, largestGradient: largest, largestHessian: largest)
    let row = units.sum(gradient: -largest, hessian: largest)
    let all = GradientSum(row[0] * Int64(rowCount), row[1] * Int64(rowCount))
    #expect(units.count(all) == rowCount)
    let expected = largest * Double(rowCount)
    #expect(agree([units.gradient(all)], [-expected], relative: 1e-3))
    #expect(agree([units.hessian(all)], [expected], relative: 1e-3))
  }

  @Test func `stands what is 0 everywhere`() {
    let units = GradientUnits(rowCount: 3, largestGradient: 0, largestHessian: 0)
    let row = units.sum(gradient: 0, hessian: 0)
    #expect(units.gradient(row) == 0)
    #expect(units.hessian(row) == 0)
    #expect(units.count(row) == 1)
  }
}

extension Double {
  fileprivate func clamped(to bound: Double) -> Double { min(max(self, -bound), bound) }
}
