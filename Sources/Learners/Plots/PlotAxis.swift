internal import Glibc
internal import Registry

/// One axis of a plot: what it measures and which values it shows.
struct PlotAxis: Sendable, Equatable {
  let label: String
  let lowest: Double
  let highest: Double

  /// An axis for a share: from 0 to 1.
  static func share(_ label: String) -> PlotAxis { PlotAxis(label, covering: [0, 1], margin: 0) }

  /// An axis on which these values have a place, and some room at both ends.
  ///
  /// - Parameters:
  ///   - label: what the axis measures.
  ///   - values: What is not finite is left out; without any value the axis shows 0...1.
  ///   - margin: the room at each end, as a share of what the values take.
  init(_ label: String, covering values: [Double], margin: Double = 0.04) {
    self.label = label
    // Beyond this, the difference of two numbers may not be one.
    let known = values.filter(\.isFinite).map { min(1e300, max(-1e300, $0)) }
    let lowest = known.min() ?? 0
    let highest = known.max() ?? 1
    let span = highest - lowest
    // Values that are all the same, or nearly, stand in the middle.
    let least = max(1e-9 * max(abs(lowest), abs(highest)), 1e-300)
    let room = span > least ? span * margin : max(0.5, abs(lowest) / 2)
    self.lowest = lowest - room
    self.highest = highest + room
  }

  /// Where a value stands between the ends, which are 0 and 1; values beyond stand at the ends.
  func share(_ value: Double) -> Double {
    min(1, max(0, (value - lowest) / (highest - lowest)))
  }

  /// Round values between the ends, at most seven, as they are and as text.
  var ticks: [(value: Double, text: String)] {
    let exponent = (log10((highest - lowest) / 6)).rounded(.down)
    let unit = pow(10, exponent)
    let step = [1, 2, 5, 10].map { $0 * unit }.first { $0 * 6 >= highest - lowest } ?? 10 * unit
    // Half a step's thousandth, so that an end that is a tick is one in spite of rounding.
    let first = (lowest / step - 0.0005).rounded(.up)
    let last = (highest / step + 0.0005).rounded(.down)
    return stride(from: first, through: last, by: 1).map { ($0 * step, text($0 * step, step)) }
  }

  /// A value with the digits that tell it from its neighbours.
  private func text(_ value: Double, _ step: Double) -> String {
    let size = max(abs(lowest), abs(highest))
    let isPlain = size < 1e6 && step >= 1e-4
    let scale = isPlain ? 0 : log10(size).rounded(.down)
    let places = max(0, Int((scale - log10(step) - 0.001).rounded(.up)))
    let digits = (value / pow(10, scale)).rounded(toPlaces: min(places, 12))
    return isPlain || value == 0 ? digits : "\(digits)e\(Int(scale))"
  }
}
