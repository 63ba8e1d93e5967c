internal import Registry

extension TrainingResult {
  /// Fills `artifacts/`: model, metadata, signature, metrics, comparison, report with its plots,
  /// predictions on held-out rows, golden rows and the monitoring baseline, as docs/format.md
  /// describes them, and keeps the same files as a run in `runs/` below it.
  ///
  /// What an earlier training left there is replaced, but for its run; a crash on the way leaves a
  /// directory that `register` refuses, and whole runs.
  ///
  /// - Parameters:
  ///   - directory: Made if it is missing.
  ///   - name: What the run is called: the command line, for one.
  /// - Throws: ``LearnerError/registry(_:)`` when a file cannot be written, or when the model of
  ///   another program lies there.
  public func write(to directory: String, name: String? = nil) throws(LearnerError) {
    let files = try files(at: Timestamp.now())
    let store = RunStore(artifacts: directory)
    try LearnerError.fromRegistry { () throws(RegistryError) in
      try ArtifactDirectory.check(files, for: directory)
      try store.write(record(name: name), files: files)
      for trial in searched { try store.write(record(of: trial)) }
      try ArtifactDirectory.write(files, to: directory)
    }
  }

  private func files(
    at now: Timestamp
  ) throws(LearnerError) -> [ArtifactDirectory.NewFile] {
    let baseline = ArtifactKind.baseline.storedName
    let signature = signature
    return [
      .init("model_v1.onnx", model),
      json(.metadata, metadata(at: now)),
      json(.signature, signature),
      json(.metrics, metrics(at: now)),
      json(.comparison, comparisonJSON),
      json(.goldenRows, try goldenRows(signature).json),
      .init(ArtifactKind.holdoutPredictions.sourceName, holdoutPredictions),
      .init("\(baseline)/feature_profile.json", featureProfile.json.indentedText),
      .init("\(baseline)/score_profile.json", scoreProfile.json.indentedText),
      .init("\(baseline)/baseline_metadata.json", baselineMetadata(at: now).indentedText),
    ] + ModelReport(result: self, at: now).files
  }

  private func json(_ kind: ArtifactKind, _ value: JSONValue) -> ArtifactDirectory.NewFile {
    .init(kind.sourceName, value.indentedText)
  }

  private func metrics(at now: Timestamp) -> JSONValue {
    var metrics: JSONObject = [
      "created_at": .string(now.description),
      "best_model": .string(candidate.family.metadataName),
      "primary_metric": .string(metric.rawValue),
    ]
    if let threshold { metrics["threshold"] = .double(threshold) }
    if target.task == .binary { metrics["calibration"] = .string(calibration.rawValue) }
    metrics["validation_metrics"] = .object(validationMetrics.json)
    metrics["test_metrics"] = .object(testMetrics.json)
    return .object(metrics)
  }

  /// Some test rows with what the model answers.
  private func goldenRows(_ signature: JSONValue) throws(LearnerError) -> GoldenRows {
    let predictor = try Predictor(
      signature: try LearnerError.fromRegistry { () throws(RegistryError) in
        try ModelSignature(
          fields: signature.objectValue ?? JSONObject(), path: ArtifactKind.signature.sourceName)
      }, outputs: outputs, threshold: threshold, model: try ScoringModel(onnx: trained.onnx))
    return try GoldenRows(predictor, chosenFrom: rows.features.rows(rows.test))
  }

  // MARK: Monitoring

  private var featureProfile: FeatureProfile {
    FeatureProfile(table: rows.features.rows(rows.learned))
  }

  private var scoreProfile: ScoreProfile {
    let predictions = winner.predictions
    return switch target.task {
    case .binary: ScoreProfile(probabilities: predictions, threshold: threshold)
    case .multiclass:
      ScoreProfile(
        probabilities: rowsOf(predictions).map { $0.max() ?? 0 }, threshold: nil)
    case .regression: ScoreProfile(numbers: predictions)
    }
  }

  private func baselineMetadata(at now: Timestamp) -> JSONValue {
    .object([
      "created_at": .string(now.description),
      "data_sha256": .string(dataSHA256.description),
      "feature_profile": .object(["rows": "training", "n_rows": .integer(rows.learned.count)]),
      "score_profile": .object([
        "rows": "validation", "n_rows": .integer(winner.rows.count),
      ]),
    ])
  }

  /// The probabilities of each row.
  func rowsOf(_ predictions: [Double]) -> [ArraySlice<Double>] {
    let width = target.scoreCount
    return stride(from: 0, to: predictions.count, by: width).map { predictions[$0..<$0 + width] }
  }
}
