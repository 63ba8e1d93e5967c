public import Registry

/// A model of another format as an ONNX file, with the proof that it answers as before.
///
/// The file takes one input [rows, 1] for each column, and answers `label` and `probabilities`, or
/// `prediction`, as the models that are trained here do. It computes in double precision what the model does
/// in double precision, and answers floats.
public struct ModelConversion: Sendable {
  /// The file.
  public let onnx: [UInt8]
  /// How many rows were answered by both.
  public let rowCount: Int
  /// The largest distance of a number from what the model answered, by the size of that number where it is
  /// above 1.
  public let largestDistance: Double

  /// How far a number may be from what the model answered, where nobody says.
  public static let usualTolerance = 1e-5

  /// Converts a model and replays rows.
  ///
  /// - Parameters:
  ///   - model: The model, with signature and metadata.
  ///   - path: A CSV file with rows, at least one; the more they look like those to come the better.
  ///   - tolerance: How far a number may be from what the model answered, from 0, times the size of that
  ///     number where it is above 1. Labels have to be the same.
  /// - Throws: ``LearnerError/conversionDiffers(row:output:expected:found:count:of:)`` when a row is answered
  ///   otherwise; ``LearnerError/unwritableONNX(_:)`` when ONNX cannot say what the model computes; what
  ///   ``Predictor/init(_:)`` throws, and what keeps the rows from being read.
  /// - Complexity: The rows are kept in memory.
  public init(
    _ model: ResolvedModel, rows path: String, tolerance: Double = usualTolerance
  ) throws(LearnerError) {
    let predictor = try Predictor(model)
    let tables = try predictor.tables(of: path, rowCount: nil)
    guard let first = tables.first(where: { $0.rowCount > 0 }) else {
      throw .tableWithoutRows(path)
    }
    onnx = try predictor.onnx(width: predictor.answerWidth(first)).encode()
    let converted = try Predictor(
      signature: predictor.signature,
      outputs: predictor.outputs, threshold: predictor.threshold,
      model: try ScoringModel(onnx: onnx))
    var replay = AnswerComparison(outputs: predictor.outputs, tolerance: tolerance)
    for table in tables {
      replay.compare(try predictor.predict(table), with: try converted.predict(table))
    }
    try replay.finish()
    (rowCount, largestDistance) = (replay.rowCount, replay.largestDistance)
  }

  /// Writes the file, in place of what is there.
  ///
  /// - Throws: ``LearnerError/registry(_:)``.
  public func write(to path: String) throws(LearnerError) {
    try LearnerError.fromRegistry { () throws(RegistryError) in
      try OutputFile.write(onnx, to: path)
    }
  }
}

extension Predictor {
  /// How many numbers the model answers for a row.
  fileprivate func answerWidth(_ table: Table) throws(LearnerError) -> Int {
    try model.answers(table, binding).numbers.count / table.rowCount
  }

  fileprivate func onnx(width: Int) throws(LearnerError) -> ONNXModel {
    let answer: ModelGraph.Answer =
      switch task {
      case .binary:
        .binary(
          classes: classes, areIntegers: areIntegers,
          threshold: Float(from: threshold ?? 0.5))
      case .multiclass: .multiclass(classes: classes, areIntegers: areIntegers)
      case .regression: .number
      }
    return try ONNXTranslation(
      model: model, columns: binding.columns, answer: answer, places: places, width: width
    ).onnx()
  }

  private var areIntegers: Bool { classes.allSatisfy { Int64($0)?.description == $0 } }
}

extension Float {
  /// The smallest number that is at least a double: whatever is at least the one is at least the other.
  fileprivate init(from number: Double) {
    let nearest = Float(number)
    self = Double(nearest) < number ? nearest.nextUp : nearest
  }
}
