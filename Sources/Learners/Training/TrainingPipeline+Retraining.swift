public import Registry

extension TrainingPipeline {
  /// The pipeline that a model was trained with, on another file: its target and positive label, the columns
  /// that were left out, its algorithm, split and seed, as far as its metadata tells.
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
    if let family = metadata["model_family"]?.stringValue {
      self.model = ModelFamily.offered.first { $0.metadataName == family } ?? self.model
    }
    if let seed = metadata["seed"]?.integerValue, seed >= 0 { self.seed = UInt64(seed) }
    let split = metadata["split"]
    testFraction = split?["test_fraction"]?.doubleValue ?? testFraction
    validationFraction = split?["validation_fraction"]?.doubleValue ?? validationFraction
  }
}
