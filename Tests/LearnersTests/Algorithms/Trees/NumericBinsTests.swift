import Testing

@testable import Learners

@Suite struct `The bins of a numeric column` {
  /// By hand: the middles between neighbours.
  @Test func `are one a value where there are few`() throws {
    let bins = try NumericBins(fitting: numeric("x", [3, 1, 1, 7, .nan]), maxBins: 4)
    #expect(bins.thresholds == [2, 5])
    #expect(bins.bins(of: [1, 2, 2.5, 5, 6, .nan]) == [0, 0, 1, 1, 2, 3])
  }

  /// By hand: 12 values in 4 bins of 3.
  @Test func `have equally many rows where there are many values`() throws {
    let bins = try NumericBins(fitting: numeric("x", (1...12).map(Double.init)), maxBins: 4)
    #expect(bins.thresholds == [3.5, 6.5, 9.5])
  }

  /// By hand: 0 takes its bin, and what is left of 10 rows is shared by the other two.
  @Test func `leave a frequent value to itself`() throws {
    let numbers = [-1] + [Double](repeating: 0, count: 20) + (1...9).map(Double.init)
    let bins = try NumericBins(fitting: numeric("x", numbers), maxBins: 4)
    #expect(bins.thresholds == [-0.5, 0.5, 4.5])
  }

  @Test(arguments: [2, 3, 16, 255])
  func `are at most as many as asked for`(maxBins: Int) throws {
    var draws = SeededDraws(seed: 3)
    let numbers = (0..<2_000).map { _ in draws.nextNumber() }
    let bins = try NumericBins(fitting: numeric("x", numbers), maxBins: maxBins)
    #expect(bins.thresholds.count == maxBins - 1)
    let sizes = Dictionary(grouping: bins.bins(of: numbers.map { Float($0) })) { $0 }
    #expect(sizes.values.allSatisfy { abs($0.count - 2_000 / maxBins) <= 2_000 / maxBins / 4 + 1 })
  }

  /// The largest threshold below a number is the number before it.
  @Test func `tell neighbouring numbers apart`() throws {
    let bins = try NumericBins(
      fitting: numeric("x", [1, Double(Float(1).nextUp)]), maxBins: 255)
    #expect(bins.thresholds == [1])
  }

  @Test func `end within the range of numbers also for the largest`() throws {
    let largest = Double(Float.greatestFiniteMagnitude)
    let bins = try NumericBins(fitting: numeric("x", [-largest, largest]), maxBins: 255)
    #expect(bins.thresholds == [0])
  }

  @Test func `take both zeros for one`() throws {
    let bins = try NumericBins(fitting: numeric("x", [-0.0, 0, 1]), maxBins: 255)
    #expect(bins.thresholds == [0.5])
  }

  @Test func `refuse a number that no Float holds`() throws {
    #expect(throws: LearnerError.infiniteValue(column: "x", row: 2)) {
      try NumericBins(fitting: numeric("x", [1, 1e39]), maxBins: 255)
    }
  }

  @Test func `sort every value into the bin that comparing with thresholds gives`() throws {
    var draws = SeededDraws(seed: 4)
    let numbers = (0..<1_000).map { _ in (draws.nextNumber() * 100).rounded() / 7 }
    let bins = try NumericBins(fitting: numeric("x", numbers), maxBins: 50)
    let values = numbers.map { Float($0) }
    let compared = values.map { value in UInt8(bins.thresholds.count { $0 < value }) }
    #expect(bins.bins(of: values) == compared)
  }
}

@Suite struct `Sorting by radix` {
  @Test func `sorts numbers of all sizes and signs`() {
    var draws = SeededDraws(seed: 5)
    var numbers: [Float] = [0, -0.0, .greatestFiniteMagnitude, -.leastNonzeroMagnitude, 1e-30]
    numbers += (0..<500).map { _ in Float(draws.nextNumber() * 1e6) }
    let expected = numbers.sorted()
    sortByRadix(&numbers)
    #expect(numbers == expected)
  }
}
