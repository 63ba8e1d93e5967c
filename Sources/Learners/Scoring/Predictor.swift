public import Registry

/// A model made ready to answer: the bytes are checked, the graph is prepared once.
///
/// ```swift
/// let predictor = try Predictor(ResolvedModel.resolve())
/// let predictions = try predictor.predict(table)
/// ```
public struct Predictor: Sendable {
  /// The version, or `development` for the files in `artifacts/`.
  public let modelVersion: String
  /// What the model takes and gives.
  public let signature: ModelSignature
  /// What the model takes, in order.
  public var inputs: [ModelSignature.Input] { signature.inputs }
  /// What it predicts.
  public var task: LearningTask { outputs.task }
  /// The labels in the model's order, for two the negative one first; none where it predicts numbers.
  public var classes: [String] { outputs.classes }
  /// The probability from which on a row is labelled positive; `nil` where there are not two labels.
  public let threshold: Double?

  let outputs: PredictionOutputs
  private let session: ONNXSession

  /// Reads, checks and prepares a model.
  ///
  /// - Throws: ``LearnerError/registry(_:)`` when a file is not what was registered;
  ///   ``LearnerError/unscorableModel(reason:)``, ``LearnerError/brokenONNX(_:)`` or
  ///   ``LearnerError/unsupportedONNX(_:)`` when the model cannot be scored here.
  public init(_ model: ResolvedModel) throws(LearnerError) {
    guard model.modelPath.hasSuffix(".onnx") else {
      throw .unscorableModel(reason: "'\(model.modelPath)' is not an ONNX file")
    }
    let files = try Self.read(model)
    let metadata = ScoringMetadata(fields: files.metadata, path: model.metadataPath)
    let task = try metadata.task()
    self.init(
      modelVersion: model.version?.description ?? "development", signature: files.signature,
      outputs: PredictionOutputs(
        task: task, classes: try metadata.classes(of: task),
        hasIntegerLabels: files.signature.outputs.contains {
          $0.name == OutputName.label && $0.type == .integer
        }),
      threshold: try metadata.threshold(of: task),
      session: try ONNXSession(ONNXModel.decode(files.model)))
    try checkInputs(path: model.signaturePath)
  }

  /// A model in memory, which takes the signature's inputs; `threshold` is there for two labels.
  init(
    modelVersion: String = "development", signature: ModelSignature, outputs: PredictionOutputs,
    threshold: Double?, session: ONNXSession
  ) {
    self.modelVersion = modelVersion
    self.signature = signature
    self.outputs = outputs
    self.threshold = threshold
    self.session = session
  }

  private typealias Files = (model: [UInt8], metadata: JSONObject, signature: ModelSignature)

  private static func read(_ model: ResolvedModel) throws(LearnerError) -> Files {
    do throws(RegistryError) {
      return (try model.readModel(), try model.readMetadata(), try model.readSignature())
    } catch { throw .registry(error) }
  }

  private func checkInputs(path: String) throws(LearnerError) {
    let taken = session.inputs.map { Array($0.name.utf8) }
    guard Set(inputs.map { Array($0.name.utf8) }) == Set(taken), inputs.count == taken.count else {
      throw .unscorableModel(reason: "its inputs are not those of '\(path)'")
    }
  }

  /// What the model says of each row.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: One prediction a row, in order; all of the kind that ``task`` names.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``, ``LearnerError/unfitONNXInput(_:)``
  ///   when a column holds another kind of value than the model takes, or
  ///   ``LearnerError/unscorableModel(reason:)`` when the answer is not of that kind.
  /// - Complexity: O(rows × features), the trees and classes of the model aside.
  public func predict(_ table: Table) throws(LearnerError) -> [Prediction] {
    switch task {
    case .binary:
      let labels = LabelRule(
        classes: classes, threshold: threshold ?? 0.5, isInteger: outputs.hasIntegerLabels)
      return try session.positiveProbabilities(table).map {
        .binary(probability: $0, label: labels.label($0))
      }
    case .multiclass: return try multiclass(table)
    case .regression: return try session.predictions(table).map(Prediction.number)
    }
  }

  private func multiclass(_ table: Table) throws(LearnerError) -> [Prediction] {
    let (probabilities, count) = (try session.probabilities(table), classes.count)
    guard probabilities.count == count * table.rowCount else {
      throw .unscorableModel(reason: "its output 'probabilities' is not [N, \(count)] numbers")
    }
    return (0..<table.rowCount).map { row in
      let ofRow = Array(probabilities[row * count..<(row + 1) * count])
      var best = 0
      for index in 1..<count where ofRow[index] > ofRow[best] { best = index }
      return .multiclass(probabilities: ofRow, label: classes[best])
    }
  }
}
