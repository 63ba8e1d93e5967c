public import Registry

extension ScoredRows {
  /// Scores the labelled rows of a CSV file with two models: evidence for the gates of a promotion.
  ///
  /// Neither may have been trained on these rows; a file that one was trained from is refused.
  ///
  /// - Parameters:
  ///   - champion: The version that serves.
  ///   - challenger: The model that wants to.
  ///   - version: The version that the challenger is, or would become.
  ///   - path: The file; it is read twice.
  ///   - target: The column with the labels; the one that the challenger was trained to predict when `nil`.
  /// - Throws: ``LearnerError/notPaired(_:)`` for models of other tasks than telling two labels apart,
  ///   ``LearnerError/comparedOnTrainingData(path:version:)``,
  ///   ``LearnerError/otherLabels(champion:challenger:)``,
  ///   ``LearnerError/noSuchLabel(_:column:known:)``, ``LearnerError/oneLabelOnly(_:)``, or what keeps the
  ///   file or a model from being read or scored.
  /// - Complexity: O(rows × features); memory for two numbers a row.
  public init(
    champion: ResolvedModel, challenger: ResolvedModel, as version: ModelVersion,
    data path: String, target: String? = nil
  ) throws(LearnerError) {
    guard let serving = champion.version else {
      throw .registry(.noVersionNamed(registry: champion.directory))
    }
    let predictors = (first: try Predictor(champion), second: try Predictor(challenger))
    for predictor in [predictors.first, predictors.second] where predictor.task != .binary {
      throw .notPaired(predictor.task)
    }
    guard predictors.first.classes == predictors.second.classes else {
      throw .otherLabels(
        champion: predictors.first.classes, challenger: predictors.second.classes)
    }
    let label = if let target { target } else { try LabelledRows.target(of: challenger) }
    let first = try LabelledRows(champion, predictors.first, data: path, label: label)
    let second = try LabelledRows(challenger, predictors.second, data: path, label: label)
    guard first.isPositive == second.isPositive else { throw .changedWhileReading(path) }
    try self.init(
      champion: serving, challenger: version, isPositive: first.isPositive,
      first: first.probabilities, second: second.probabilities,
      source: "\(path), sha256 \(first.digest)")
  }

  /// Scores the test rows of a training with the champion, beside what the new model says of them.
  ///
  /// - Parameters:
  ///   - champion: The version that serves, which was trained from another file.
  ///   - result: The training, whose file is read once more.
  ///   - version: The version that its model is, or would become.
  /// - Throws: As ``init(champion:challenger:as:data:target:)``.
  init(
    champion: ResolvedModel, tested result: TrainingResult, as version: ModelVersion
  ) throws(LearnerError) {
    guard let serving = champion.version else {
      throw .registry(.noVersionNamed(registry: champion.directory))
    }
    let path = result.pipeline.data
    let predictor = try Predictor(champion)
    guard predictor.task == .binary else { throw .notPaired(predictor.task) }
    guard predictor.classes == result.target.classes else {
      throw .otherLabels(champion: predictor.classes, challenger: result.target.classes)
    }
    let all = try LabelledRows(champion, predictor, data: path, label: result.target.name)
    let rows = result.rows.test
    let labels = rows.map { result.target.labels[$0] == 1 }
    guard rows.allSatisfy(all.isPositive.indices.contains),
      rows.map({ all.isPositive[$0] }) == labels
    else { throw .changedWhileReading(path) }
    try self.init(
      champion: serving, challenger: version, isPositive: labels,
      first: rows.map { all.probabilities[$0] }, second: result.testPredictions,
      source: "the test rows of \(path), sha256 \(all.digest)")
  }

  private init(
    champion: ModelVersion, challenger: ModelVersion, isPositive: [Bool], first: [Double],
    second: [Double], source: String
  ) throws(LearnerError) {
    do throws(EvidenceProblem) {
      self.init(
        champion: champion, challenger: challenger,
        predictions: try PairedPredictions(labels: isPositive, first: first, second: second),
        source: source)
    } catch { throw .noRows }
  }
}

/// The labelled rows of a file with the probabilities that one model gives them.
private struct LabelledRows {
  private let classes: [String]
  var isPositive: [Bool] = []
  var probabilities: [Double] = []

  private let source: DigestingSource
  /// The digest of the file.
  var digest: SHA256Digest { source.digest }

  init(
    _ model: ResolvedModel, _ predictor: Predictor, data path: String, label: String
  ) throws(LearnerError) {
    let metadata = try Self.metadata(of: model)
    classes = predictor.classes
    source = DigestingSource(try FileSource.opened(path))
    let records = try RecordReader(source, named: path, signature: predictor.signature)
    guard records.names.contains(where: { UTF8Key($0) == UTF8Key(label) }) else {
      throw .labelledRows(path: path, .noSuchColumn(label, known: records.names))
    }
    var rows = try CSVRowReader(
      records, path: path, signature: predictor.signature, keeps: false, label: label)
    while let batch = try rows.next() {
      do throws(LearnerError) { try take(batch.labels) } catch {
        throw .labelledRows(path: path, error)
      }
      probabilities += try predictor.predict(batch.table).map(\.score)
    }
    guard !isPositive.isEmpty else { throw .tableWithoutRows(path) }
    for (only, isHere) in zip(classes, [true, false]) where !isPositive.contains(isHere) {
      throw .labelledRows(path: path, .oneLabelOnly(only))
    }
    guard metadata["data_sha256"]?.stringValue != digest.description else {
      throw .comparedOnTrainingData(path: path, version: predictor.modelVersion)
    }
  }

  private static func metadata(of model: ResolvedModel) throws(LearnerError) -> JSONObject {
    do throws(RegistryError) { return try model.readMetadata() } catch { throw .registry(error) }
  }

  /// The column that a model was trained to predict.
  static func target(of model: ResolvedModel) throws(LearnerError) -> String {
    guard let target = try metadata(of: model)["target"]?.stringValue else {
      throw .unknownTarget(path: model.metadataPath)
    }
    return target
  }

  private mutating func take(_ labels: Column?) throws(LearnerError) {
    guard let labels, case .categories(let codes, let levels) = labels.values else {
      preconditionFailure("labels were asked for, and are read as text")
    }
    if let row = codes.firstIndex(of: -1) {
      throw .targetMissing(
        column: labels.name, row: isPositive.count + row + 1, count: codes.count { $0 < 0 })
    }
    if let other = levels.first(where: { !classes.contains($0) }) {
      throw .noSuchLabel(other, column: labels.name, known: classes)
    }
    isPositive += codes.map { levels[Int($0)] == classes[1] }
  }
}
