import Foundation
import Testing

/// What scikit-learn says about metrics, folds, calibration and thresholds; written by
/// .ci/interop/evaluation.py.
struct EvaluationFixture: Decodable, Sendable {
  let regression: [Regression]
  let multiclass: [Multiclass]
  let timeFolds: [TimeFolds]
  let sigmoid: [Sigmoid]
  let isotonic: [Isotonic]
  let curve: Curve
  let thresholds: [Thresholds]

  struct Regression: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let predictions: [Double]
    let targets: [Double]
    let rmse: Double
    let mae: Double
    let r2: Double

    var testDescription: String { name }
  }

  struct Multiclass: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let classCount: Int
    let labels: [Int]
    let probabilities: [Double]
    let logLoss: Double
    let accuracy: Double
    let f1Macro: Double
    let precisionMacro: Double
    let recallMacro: Double
    let rocAucOvr: Double
    let confusionMatrix: [[Int]]
    let precision: [Double]
    let recall: [Double]
    let f1: [Double]
    let support: [Int]

    var testDescription: String { name }
  }

  /// For each fold where its training rows and its validation rows end.
  struct TimeFolds: Decodable, Sendable, CustomTestStringConvertible {
    let rows: Int
    let folds: Int
    let ends: [[Int]]

    var testDescription: String { "\(folds) folds of \(rows) rows" }
  }

  struct Sigmoid: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let scores: [Double]
    let labels: [Int]
    let weights: [Double]?
    let slope: Double
    let intercept: Double

    var testDescription: String { name }
  }

  struct Isotonic: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let scores: [Double]
    let labels: [Int]
    let weights: [Double]?
    let thresholds: [Double]
    let values: [Double]
    let queries: [Double]
    let answers: [Double]

    var testDescription: String { name }
  }

  struct Curve: Decodable, Sendable {
    let probabilities: [Double]
    let labels: [Int]
    let meanProbability: [Double]
    let positiveShare: [Double]
    let expectedCalibrationError: Double
  }

  /// Each policy's threshold with the precision, recall and F1 there.
  struct Thresholds: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let probabilities: [Double]
    let labels: [Int]
    let maxF1: [Double]
    let maxRecall: [Double]
    let maxPrecision: [Double]

    var testDescription: String { name }
  }

  static let stored: EvaluationFixture = {
    do {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "evaluation.json")
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Self.self, from: Data(contentsOf: file))
    } catch { fatalError("evaluation.json: \(error)") }
  }()
}
