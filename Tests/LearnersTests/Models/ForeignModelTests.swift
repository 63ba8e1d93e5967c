import Registry
import Testing

@testable import Learners

@Suite struct `A model of another library` {
  @Test func `is there of each reader, in two generations`() {
    let names = ForeignModel.all.map(\.testDescription)
    for generation in ["new", "old"] {
      for family in ["sklearn", "xgboost", "lightgbm", "onnx"] {
        #expect(names.contains { $0.hasPrefix("\(generation)/\(family)-") })
      }
    }
  }

  /// Read from a CSV file, as `registry predict` reads rows. The expected numbers are the library's own.
  @Test(arguments: ForeignModel.all)
  func `answers the rows of a file as its library does`(model: ForeignModel) throws {
    let predictor = try Predictor(model.resolved())
    let answers = try predictor.tables(of: model.rows, rowCount: nil).flatMap {
      try predictor.predict($0)
    }
    let expected = try model.expected()
    let numbers = answers.flatMap(\.stated)
    // Of two labels the probability of the second is stated.
    let isPair = predictor.task == .binary
    let stated = expected.numbers.enumerated().filter { !isPair || $0.offset % 2 == 1 }.map(
      \.element)
    try #require(numbers.count == stated.count)
    for (index, (number, wanted)) in zip(numbers, stated).enumerated() {
      let distance = abs(number - wanted)
      #expect(distance <= model.tolerance * max(1, abs(wanted)), "number \(index)")
    }
    #expect(answers.compactMap(\.label) == expected.labels)
  }
}

extension Prediction {
  /// The numbers that it says.
  fileprivate var stated: [Double] {
    switch self {
    case .binary(let probability, _): [probability]
    case .multiclass(let probabilities, _): probabilities
    case .number(let number): [number]
    }
  }
}
