internal import Registry

extension TrainingResult {
  /// Fills `artifacts/`: model, metadata, signature, metrics, comparison, report, predictions on
  /// held-out rows and the monitoring baseline, as docs/format.md describes them.
  ///
  /// What an earlier training left there is replaced; a crash on the way leaves a directory that
  /// `register` refuses.
  ///
  /// - Parameter directory: Made if it is missing.
  /// - Throws: ``LearnerError/registry(_:)`` when a file cannot be written, or when the model of
  ///   another program lies there.
  public func write(to directory: String) throws(LearnerError) {
    let now = Timestamp.now()
    let baseline = ArtifactKind.baseline.storedName
    let files: [ArtifactDirectory.NewFile] = [
      .init("model_v1.onnx", model),
      json(.metadata, metadata(at: now)),
      json(.signature, try signature()),
      json(.metrics, metrics(at: now)),
      json(.comparison, comparison),
      .init(ArtifactKind.holdoutPredictions.sourceName, holdoutPredictions),
      .init(
        "\(baseline)/feature_profile.json", FeatureProfile(table: rows.train).json.indentedText),
      .init("\(baseline)/score_profile.json", scoreProfile.json.indentedText),
      .init("\(baseline)/baseline_metadata.json", baselineMetadata(at: now).indentedText),
    ]
    let report = ModelReport(result: self, at: now)
    do throws(RegistryError) {
      try ArtifactDirectory.write(files + report.files, to: directory)
    } catch { throw .registry(error) }
  }

  private func json(_ kind: ArtifactKind, _ value: JSONValue) -> ArtifactDirectory.NewFile {
    .init(kind.sourceName, value.indentedText)
  }

  var labels: LabelRule {
    LabelRule(
      classes: target.classes, threshold: Self.threshold,
      isInteger: target.labelType == .integer)
  }

  // MARK: Files

  private func metadata(at now: Timestamp) -> JSONValue {
    .object([
      "created_at": .string(now.description),
      "model_family": .string(pipeline.model.metadataName),
      "model_sha256": .string(SHA256.digest(of: model).description),
      "hyperparameters": .object(hyperparameters),
      "converged": .bool(converged),
      "target": .string(target.name),
      "target_definition": .string("1 where \(target.name) is '\(target.positive)'"),
      "classes": .array(target.classes.map(JSONValue.string)),
      "positive_label": .string(target.positive),
      "expected_features": .array(features.map(JSONValue.string)),
      "blocked_features": .array(blockedFeatures.map(JSONValue.string)),
      "preprocessing_summary": .array(preprocessingSummary.map(JSONValue.string)),
      "training_rows": .integer(rows.train.rowCount),
      "validation_rows": .integer(rows.validation.rowCount),
      "test_rows": .integer(rows.test.rowCount),
      "seed": .number(JSONNumber(pipeline.seed)),
      "split": .object([
        "method": "stratified",
        "test_fraction": .double(pipeline.testFraction),
        "validation_fraction": .double(pipeline.validationFraction),
      ]),
      "data_file": .string(PathText.split(pipeline.data).name),
      "data_sha256": .string(dataSHA256.description),
      "data_checks": dataChecks.json,
      "code_version": .optional(CodeVersion.current()),
      "calibration": "none",
      "threshold_policy": .object([
        "objective": "fixed", "min_recall": .null, "min_precision": .null,
        "threshold_value": .double(Self.threshold),
      ]),
      "libs_versions": .object(["registry": .string(ReleaseVersion.current)]),
      "assumptions": [],
    ])
  }

  /// What was blocked or dropped, each once; the target is not among the features anyway.
  private var blockedFeatures: [String] {
    var seen: Set = [UTF8Key(pipeline.target)]
    return (pipeline.blocked + pipeline.drop).filter { seen.insert(UTF8Key($0)).inserted }
  }

  private var hyperparameters: JSONObject {
    ["penalty": "l2", "C": .double(LogisticRegression().inverseRegularization)]
  }

  private var preprocessingSummary: [String] {
    var summary: [String] = []
    let numeric = fitted.transformer.numericInputs.count
    let categorical = fitted.transformer.categoricalInputs.count
    if numeric > 0 {
      summary.append("\(numeric) numeric columns: median imputation, then standardisation")
    }
    if categorical > 0 {
      summary.append("\(categorical) categorical columns: one-hot, unknown levels ignored")
    }
    return summary
  }

  private func metrics(at now: Timestamp) -> JSONValue {
    .object([
      "created_at": .string(now.description),
      "best_model": .string(pipeline.model.metadataName),
      "primary_metric": .string(pipeline.metric.rawValue),
      "threshold": .double(Self.threshold),
      "calibration": "none",
      "validation_metrics": .object(validationMetrics.json),
      "test_metrics": .object(testMetrics.json),
    ])
  }

  private var comparison: JSONValue {
    .object([
      "metric": .string(pipeline.metric.rawValue),
      "larger_is_better": .bool(pipeline.metric.largerIsBetter),
      "measured_on": "validation",
      "candidates": [
        .object([
          "rank": 1,
          "model": .string(pipeline.model.metadataName),
          "hyperparameters": .object(hyperparameters),
          "score": .double(pipeline.metric.value(in: validationMetrics)),
          "validation_metrics": .object(validationMetrics.json),
        ])
      ],
    ])
  }

  private var holdoutPredictions: [UInt8] {
    var csv = CSVWriter()
    for name in ["row_id", "split", "label", "probability"] { csv.append(name) }
    csv.endRecord()
    let parts = [
      ("validation", rows.split.validation, rows.validationLabels, validationProbabilities),
      ("test", rows.split.test, rows.testLabels, testProbabilities),
    ]
    for (name, indices, labels, probabilities) in parts {
      for (position, row) in indices.enumerated() {
        csv.append(row + 1)
        csv.append(name)
        csv.append(target.classes[labels[position]])
        // The scorer answers in Float: its shortest spelling loses nothing.
        csv.append(Float(probabilities[position]).description)
        csv.endRecord()
      }
    }
    return csv.bytes
  }

  private var scoreProfile: ScoreProfile {
    ScoreProfile(probabilities: validationProbabilities, threshold: Self.threshold)
  }

  private func baselineMetadata(at now: Timestamp) -> JSONValue {
    .object([
      "created_at": .string(now.description),
      "data_sha256": .string(dataSHA256.description),
      "feature_profile": .object(["rows": "training", "n_rows": .integer(rows.train.rowCount)]),
      "score_profile": .object([
        "rows": "validation", "n_rows": .integer(rows.validation.rowCount),
      ]),
    ])
  }
}
