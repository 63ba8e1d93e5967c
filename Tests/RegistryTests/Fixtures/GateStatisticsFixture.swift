import Foundation
import Testing

@testable import Registry

/// What SciPy and scikit-learn say, and what papers print; written by
/// .ci/interop/gate_statistics.py.
struct GateStatisticsFixture: Decodable, Sendable {
  let normalQuantiles: [[Double]]
  let normalCumulative: [[Double]]
  let paired: [Dataset]
  let hanleyMcneil: [Area]
  let wilson: [Single]
  let newcombe: [Pair]
  let newcombePaired: [Counts]
  let mcnemar: [Agreement]

  struct Dataset: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let labels: [Int]
    let first: [Double]
    let second: [Double]
    let thresholds: [Double]
    let metricsOfFirst: [String: Double]
    let metricsOfSecond: [String: Double]
    let delong: Areas
    let shares: [String: Agreement]
    let bootstrap: [String: Spread]

    var testDescription: String { name }

    func pairs() throws -> PairedPredictions {
      try PairedPredictions(labels: labels.map { $0 == 1 }, first: first, second: second)
    }

    func bothThresholds() throws -> PairedPredictions.Thresholds {
      try PairedPredictions.Thresholds(first: thresholds[0], second: thresholds[1])
    }
  }

  struct Areas: Decodable, Sendable {
    let firstStandardError: Double
    let secondStandardError: Double
    let difference: Double
    let standardError: Double
    let pValue: Double
    let lower: Double
    let upper: Double
    let detectableWith80Percent: Double
  }

  struct Spread: Decodable, Sendable {
    let lower: Double
    let upper: Double
    let standardError: Double
  }

  /// Counts in the order of ``PairedProportions``.
  struct Agreement: Decodable, Sendable {
    let counts: [Int]
    let pValue: Double
    let lower: Double
    let upper: Double
    let standardError: Double
  }

  struct Area: Decodable, Sendable {
    let area: Double
    let positives: Int
    let negatives: Int
    let standardError: Double
    let lower: Double
    let upper: Double
  }

  typealias Single = Example<[Int]>
  typealias Pair = Example<[[Int]]>
  typealias Counts = Example<[[Int]]>

  /// An interval with what a paper prints of it, rounded to so many digits.
  struct Example<Arguments: Decodable & Sendable>: Decodable, Sendable {
    let arguments: Arguments
    let lower: Double
    let upper: Double
    let printed: [Double]
    let digits: Int

    func agrees(with interval: Interval) -> Bool {
      let half = 0.5000001 * pow(10, -Double(digits))
      return abs(interval.lower - printed[0]) <= half && abs(interval.upper - printed[1]) <= half
        && isClose(interval.lower, lower) && isClose(interval.upper, upper)
    }
  }

  static let stored: GateStatisticsFixture = {
    do {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "gate_statistics.json")
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Self.self, from: Data(contentsOf: file))
    } catch { fatalError("gate_statistics.json: \(error)") }
  }()
}

/// Whether two numbers agree to twelve digits, or nine where `relative` says so.
func isClose(_ one: Double, _ other: Double, relative: Double = 1e-12) -> Bool {
  one == other || abs(one - other) <= max(relative * max(abs(one), abs(other)), 1e-15)
}
