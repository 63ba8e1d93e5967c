public import Registry

extension ScoredRows {
  /// Scores the labelled rows of a CSV file with two versions: evidence for the gates of a promotion.
  ///
  /// Neither may have been trained on these rows; a file that one was trained from is refused.
  ///
  /// - Parameters:
  ///   - champion: The version that serves.
  ///   - challenger: The version that wants to.
  ///   - path: The file; it is read twice.
  ///   - target: The column with the labels; the one that the challenger was trained to predict when `nil`.
  /// - Throws: ``LearnerError/comparedOnTrainingData(path:version:)``,
  ///   ``LearnerError/otherLabels(champion:challenger:)``,
  ///   ``LearnerError/noSuchLabel(_:column:known:)``, ``LearnerError/oneLabelOnly(_:)``, or what keeps the
  ///   file or a model from being read or scored.
  /// - Complexity: O(rows × features); memory for two numbers a row.
  public init(
    champion: ResolvedModel, challenger: ResolvedModel, data path: String, target: String? = nil
  ) throws(LearnerError) {
    let first = try LabelledRows(champion, data: path, target: target)
    let second = try LabelledRows(challenger, data: path, target: target)
    guard first.classes == second.classes else {
      throw .otherLabels(champion: first.classes, challenger: second.classes)
    }
    guard first.isPositive == second.isPositive else { throw .changedWhileReading(path) }
    let predictions: PairedPredictions
    do throws(EvidenceProblem) {
      predictions = try PairedPredictions(
        labels: first.isPositive, first: first.probabilities, second: second.probabilities)
    } catch { throw .noRows }
    self.init(
      champion: first.version, challenger: second.version, predictions: predictions)
  }
}

/// The labelled rows of a file with the probabilities that one model gives them.
private struct LabelledRows {
  let version: ModelVersion
  let classes: [String]
  var isPositive: [Bool] = []
  var probabilities: [Double] = []

  init(_ model: ResolvedModel, data path: String, target: String?) throws(LearnerError) {
    guard let version = model.version else {
      throw .registry(.noVersionNamed(registry: model.directory))
    }
    self.version = version
    let predictor = try Predictor(model)
    classes = predictor.classes
    let metadata: JSONObject
    do throws(RegistryError) { metadata = try model.readMetadata() } catch {
      throw .registry(error)
    }
    guard let column = target ?? metadata["target"]?.stringValue else {
      throw .unscorableModel(reason: "'\(model.metadataPath)' does not name its target")
    }
    let source = DigestingSource(try FileSource.opened(path))
    try read(source, path: path, label: column, predictor)
    guard metadata["data_sha256"]?.stringValue != source.digest.description else {
      throw .comparedOnTrainingData(path: path, version: version)
    }
  }

  private mutating func read(
    _ source: DigestingSource, path: String, label: String, _ predictor: Predictor
  ) throws(LearnerError) {
    let records = try RecordReader(source, named: path)
    let columns = predictor.inputs + [ModelSignature.Field(name: label, type: .string)]
    var rows = try CSVRowReader(records, path: path, inputs: columns, keeps: false)
    while let table = try rows.next()?.table {
      try take(table.column(label), rowCount: table.rowCount)
      probabilities += try predictor.predict(table).map { Double($0.probability) }
    }
    for (label, isHere) in zip(classes, [false, true]) where !isPositive.contains(isHere) {
      throw .oneLabelOnly(label == classes[0] ? classes[1] : classes[0])
    }
  }

  private mutating func take(_ labels: Column, rowCount: Int) throws(LearnerError) {
    guard case .categories(let codes, let levels) = labels.values else {
      preconditionFailure("labels are read as text")
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
