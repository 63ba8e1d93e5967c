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
  /// The probability from which on a row is labelled positive; `nil` where there are not two labels, and
  /// where the metadata do not say: the label is then the more probable one, of equals the model's first.
  public let threshold: Double?

  let outputs: PredictionOutputs
  let model: ScoringModel
  let binding: FeatureBinding
  /// For each of ``classes``, its place among the numbers that the model answers for a row.
  let places: [Int]
  /// For each input of the graph, the places of its columns among ``inputs``.
  let inputPlaces: [[Int]]

  /// Reads, checks and prepares a model.
  ///
  /// - Throws: ``LearnerError/registry(_:)`` when a file is not what was registered;
  ///   ``LearnerError/unscorableModel(reason:)``, ``LearnerError/brokenONNX(_:)`` or
  ///   ``LearnerError/unsupportedONNX(_:)`` when the model cannot be scored here.
  public init(_ model: ResolvedModel) throws(LearnerError) {
    let files = try Self.read(model)
    let scoring = try ScoringModel(files.model, path: model.modelPath)
    let metadata = ScoringMetadata(
      fields: files.metadata, path: model.metadataPath, answer: scoring.answer)
    let task = metadata.task
    let labels = try metadata.labels(of: task)
    try self.init(
      modelVersion: model.version?.description ?? "development", signature: files.signature,
      outputs: PredictionOutputs(
        task: task, classes: labels.texts, signature: files.signature,
        isSinglePrecision: scoring.isSinglePrecision),
      threshold: try metadata.threshold(of: task), model: scoring, places: labels.places,
      path: model.signaturePath)
  }

  /// A model in memory, which takes the signature's inputs; `threshold` may be there for two labels, and
  /// `places` where the model has its labels in another order.
  init(
    modelVersion: String = "development", signature: ModelSignature, outputs: PredictionOutputs,
    threshold: Double?, model: ScoringModel, places: [Int]? = nil,
    path: String = ArtifactKind.signature.sourceName
  ) throws(LearnerError) {
    self.modelVersion = modelVersion
    self.signature = signature
    self.outputs = outputs
    self.threshold = threshold
    self.model = model
    self.places = places ?? Array(outputs.classes.indices)
    let names = signature.inputs.map(\.name)
    binding = try FeatureBinding(model.features, inputs: names, path: path)
    inputPlaces = model.places(binding, among: names)
  }

  private typealias Files = (model: [UInt8], metadata: JSONObject, signature: ModelSignature)

  private static func read(_ model: ResolvedModel) throws(LearnerError) -> Files {
    do throws(RegistryError) {
      return (try model.readModel(), try model.readMetadata(), try model.readSignature())
    } catch { throw .registry(error) }
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
    let given = try model.answers(table, binding)
    let answers = try arranged(given.numbers, rowCount: table.rowCount)
    let own = threshold == nil ? ownLabels(given) : []
    switch task {
    case .binary:
      let rule = LabelRule(
        classes: classes, threshold: threshold, isPositiveFirst: places == [1, 0])
      return answers.enumerated().map { row, probability in
        .binary(
          probability: probability,
          label: own.isEmpty ? rule.label(probability) : own[row] ?? rule.label(probability))
      }
    case .multiclass:
      let width = classes.count
      return (0..<table.rowCount).map { row in
        multiclass(
          Array(answers[row * width..<(row + 1) * width]), label: own.isEmpty ? nil : own[row])
      }
    case .regression: return answers.map(Prediction.number)
    }
  }

  /// What the model answers, row by row: the probability of the positive label, or of each of ``classes``,
  /// or the number.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` when it answers something else.
  func arranged(_ answers: [Double], rowCount: Int) throws(LearnerError) -> [Double] {
    if rowCount == 0 { return [] }
    let width = answers.count / rowCount
    switch task {
    case .binary:
      guard width == 2 || width == 1 else { throw misfit(width, expected: "2") }
      return positiveProbabilities(answers, width: width)
    case .multiclass:
      guard width == classes.count else { throw misfit(width, expected: String(classes.count)) }
      if places == Array(classes.indices) { return answers }
      return (0..<rowCount).flatMap { row in places.map { answers[row * width + $0] } }
    case .regression:
      guard width == 1 else { throw misfit(width, expected: "1") }
      return answers
    }
  }

  /// One number a row is that of the model's second label.
  private func positiveProbabilities(_ answers: [Double], width: Int) -> [Double] {
    if width == 1 { return places[1] == 1 ? answers : answers.map { 1 - $0 } }
    return stride(from: places[1], to: answers.count, by: width).map { answers[$0] }
  }

  /// The labels that the model says, where it does, in the words of ``classes``.
  private func ownLabels(_ answers: ModelAnswers) -> [String?] {
    var labels = [String?](repeating: nil, count: places.count)
    for (place, label) in zip(places, classes) where labels.indices.contains(place) {
      labels[place] = label
    }
    return answers.labels.map { labels.indices.contains($0) ? labels[$0] : nil }
  }

  private func multiclass(_ probabilities: [Double], label: String?) -> Prediction {
    if let label { return .multiclass(probabilities: probabilities, label: label) }
    var best = 0
    for index in 1..<probabilities.count where probabilities[index] > probabilities[best] {
      best = index
    }
    return .multiclass(probabilities: probabilities, label: classes[best])
  }

  private func misfit(_ width: Int, expected: String) -> LearnerError {
    .unscorableModel(reason: "it answers \(width) numbers a row, not \(expected)")
  }
}
