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
  /// The negative label and the positive one.
  public var classes: [String] { labels.classes }
  /// The probability from which on a row is labelled positive.
  public var threshold: Double { labels.threshold }

  let labels: LabelRule
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
    modelVersion = model.version?.description ?? "development"
    signature = files.signature
    labels = LabelRule(
      classes: try Self.classes(files.metadata, path: model.metadataPath),
      threshold: try Self.threshold(files.metadata, path: model.metadataPath),
      isInteger: files.signature.outputs.first { $0.name == OutputName.label }?.type == .integer)
    session = try ONNXSession(ONNXModel.decode(files.model))
    try checkInputs(path: model.signaturePath)
  }

  private typealias Files = (model: [UInt8], metadata: JSONObject, signature: ModelSignature)

  private static func read(_ model: ResolvedModel) throws(LearnerError) -> Files {
    do throws(RegistryError) {
      return (try model.readModel(), try model.readMetadata(), try model.readSignature())
    } catch { throw .registry(error) }
  }

  private static func threshold(
    _ metadata: JSONObject, path: String
  ) throws(LearnerError) -> Double {
    let value = metadata["threshold_policy"]?["threshold_value"]?.doubleValue
    guard let value, (0...1).contains(value) else {
      throw .unscorableModel(
        reason: "'\(path)' has no threshold_policy.threshold_value between 0 and 1")
    }
    return value
  }

  private static func classes(
    _ metadata: JSONObject, path: String
  ) throws(LearnerError) -> [String] {
    let classes = metadata["classes"]?.arrayValue?.compactMap(\.stringValue) ?? []
    guard classes.count == 2 else {
      throw .unscorableModel(reason: "'\(path)' does not name two classes")
    }
    return classes
  }

  private func checkInputs(path: String) throws(LearnerError) {
    let taken = session.inputs.map { Array($0.name.utf8) }
    guard Set(inputs.map { Array($0.name.utf8) }) == Set(taken), inputs.count == taken.count else {
      throw .unscorableModel(reason: "its inputs are not those of '\(path)'")
    }
  }

  /// The probability and the label of each row.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: One prediction a row, in order.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``, or ``LearnerError/unfitONNXInput(_:)``
  ///   when a column holds another kind of value than the model takes.
  /// - Complexity: O(rows × features).
  public func predict(_ table: Table) throws(LearnerError) -> [Prediction] {
    try session.positiveProbabilities(table).map {
      Prediction(probability: $0, label: labels.label($0))
    }
  }
}

/// What predictions are called in CSV, JSON and signatures.
enum OutputName {
  static let probability = "probability"
  static let label = "label"
  static let modelVersion = "model_version"
  static let all = [probability, label, modelVersion]
}
