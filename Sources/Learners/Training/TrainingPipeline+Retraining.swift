public import Registry

extension TrainingPipeline {
  /// The pipeline that a model was trained with, on another file: its target and positive label, the columns
  /// that were left out, its algorithm with its hyperparameters, split, calibration, threshold rule and seed,
  /// as far as its metadata tells.
  ///
  /// Inputs that are text or numbers with a fraction stay so, whatever the cells of the new file look like.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - data: The CSV file to train on.
  ///   - target: The column to predict, where the metadata does not say it.
  /// - Throws: ``LearnerError/unknownTarget(path:)``, or what keeps a file from being read.
  public init(
    as model: ResolvedModel, data: String, target: String? = nil
  ) throws(LearnerError) {
    let (metadata, signature) = try LearnerError.fromRegistry {
      () throws(RegistryError) in (try model.readMetadata(), try model.readSignature())
    }
    guard let target = target ?? metadata["target"]?.stringValue else {
      throw .unknownTarget(path: model.metadataPath)
    }
    self.init(data: data, target: target)
    let names = try RecordReader(FileSource.opened(data), named: data).names
    let columns = Set(names.map(UTF8Key.init))
    positive = metadata["positive_label"]?.stringValue
    blocked = (metadata["blocked_features"]?.arrayValue ?? []).compactMap(\.stringValue)
    for input in signature.inputs where columns.contains(UTF8Key(input.name)) {
      switch input.type {
      case .float: types[input.name] = .real
      case .string: types[input.name] = .categorical
      case .integer, .boolean, .other: break
      }
    }
    task = metadata["task"]?.stringValue.flatMap(LearningTask.init)
    candidates = Candidate(metadata: metadata).map { [$0] }
    if let seed = metadata["seed"]?.integerValue, seed >= 0 { self.seed = UInt64(seed) }
    takeSplit(metadata["split"])
    takeAnswers(metadata)
  }

  private mutating func takeSplit(_ split: JSONValue?) {
    testFraction = split?["test_fraction"]?.doubleValue ?? testFraction
    validationFraction = split?["validation_fraction"]?.doubleValue ?? validationFraction
    folds = split?["folds"]?.integerValue.flatMap { $0 > 1 ? $0 : nil }
    if let name = split?["method"]?.stringValue {
      self.split = SplitMethod(metadataName: name, column: split?["column"]?.stringValue)
    }
  }

  /// How probabilities and labels come about.
  private mutating func takeAnswers(_ metadata: JSONObject) {
    if let name = metadata["calibration"]?.stringValue {
      calibration = CalibrationMethod(rawValue: name) ?? calibration
    }
    if let policy = metadata["threshold_policy"].flatMap(ThresholdPolicy.init(json:)) {
      threshold = policy
    }
  }
}

extension Candidate {
  /// The algorithm and the hyperparameters that metadata tell of, as far as they are ours.
  fileprivate init?(metadata: JSONObject) {
    let name = metadata["model_family"]?.stringValue
    guard let family = ModelFamily.allCases.first(where: { $0.metadataName == name }) else {
      return nil
    }
    self.init(family)
    for member in metadata["hyperparameters"]?.objectValue?.members ?? [] {
      // One that this release does not know keeps its usual value.
      try? set(member.key, to: member.value)
    }
  }
}
