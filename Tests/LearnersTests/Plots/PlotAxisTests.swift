import Testing

@testable import Learners

@Suite struct `An axis` {
  /// Round values by the rule of 1, 2 and 5, worked out by hand.
  @Test(arguments: [
    ([0.0, 1.0], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ([0.0, 6.0], ["0", "1", "2", "3", "4", "5", "6"]),
    ([-3.0, 9.0], ["-2", "0", "2", "4", "6", "8"]),
    ([0.31, 0.33], ["0.310", "0.315", "0.320", "0.325", "0.330"]),
    ([1.0, 80.0], ["20", "40", "60", "80"]),
    ([0.0, 250_000.0], ["0", "50000", "100000", "150000", "200000", "250000"]),
    ([0.0, 3e9], ["0.0", "0.5e9", "1.0e9", "1.5e9", "2.0e9", "2.5e9", "3.0e9"]),
    ([0.0, 2e-5], ["0.0", "0.5e-5", "1.0e-5", "1.5e-5", "2.0e-5"]),
  ])
  func `has round ticks`(ends: [Double], texts: [String]) {
    #expect(PlotAxis("", covering: ends, margin: 0).ticks.map(\.text) == texts)
  }

  @Test func `leaves some room at both ends, and none where none is wanted`() {
    let axis = PlotAxis("", covering: [10, 20, 15])
    #expect(abs(axis.lowest - 9.6) < 1e-12 && abs(axis.highest - 20.4) < 1e-12)
    #expect(PlotAxis.share("").lowest == 0 && PlotAxis.share("").highest == 1)
  }

  @Test func `puts a single value in the middle`() {
    for value in [0.0, 7, -1e12, .leastNonzeroMagnitude, 1e300] {
      #expect(abs(PlotAxis("", covering: [value, value]).share(value) - 0.5) < 1e-9, "\(value)")
    }
  }

  @Test(arguments: [
    [], [.nan], [.infinity, -.infinity], [1, .nan, 3], [-1.7e308, 1.7e308],
    [0, .leastNonzeroMagnitude],
    [1e16, 1e16 + 2], [-.greatestFiniteMagnitude], [1e-300, 1e300],
  ])
  func `has few ticks and a place for everything, whatever the values`(values: [Double]) {
    let axis = PlotAxis("", covering: values)
    #expect(axis.lowest.isFinite && axis.highest.isFinite && axis.lowest < axis.highest)
    #expect((1...7).contains(axis.ticks.count))
    for value in values where !value.isNaN { #expect((0...1).contains(axis.share(value))) }
  }
}
