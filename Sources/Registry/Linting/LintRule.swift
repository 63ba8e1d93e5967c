/// Everything that lint looks for; docs/lint.md lists it for people.
///
/// What the files do not state is unknown, and breaks no rule.
public enum LintRule: String, Sendable, CaseIterable {
  // The files agree.

  /// `expected_features` and the inputs of the signature are not the same columns.
  case expectedFeatures = "expected_features"
  /// The two lists have no column in common.
  case unrelatedFeatures = "unrelated_features"
  /// The two lists differ in their order.
  case featureOrder = "feature_order"
  /// A blocked feature is among the inputs.
  case blockedFeatures = "blocked_features"
  /// The metadata tells of another version.
  case modelVersion = "model_version"
  /// The example of a request does not fit the inputs.
  case exampleRequest = "example_request"
  /// The example of a response does not fit the outputs.
  case exampleResponse = "example_response"
  /// An ONNX file cannot be read.
  case unreadableModel = "unreadable_model"
  /// The inputs of an ONNX model are not those of the signature.
  case modelInputs = "model_inputs"
  /// An ONNX model and the signature have no input in common, or not as many columns.
  case unrelatedModelInputs = "unrelated_model_inputs"
  /// An output of an ONNX model is not what the signature says.
  case modelOutputs = "model_outputs"
  /// Metrics and metadata tell of two thresholds.
  case thresholdDiffers = "threshold_differs"

  /// The predictions on held-out rows cannot be read.
  case unreadableHoldout = "unreadable_holdout"

  // The arithmetic holds.

  /// A metric is no number.
  case metricType = "metric_type"
  /// A metric has a value that it cannot have.
  case metricRange = "metric_range"
  /// A threshold is no share.
  case thresholdRange = "threshold_range"
  /// A confusion matrix does not hold counts.
  case confusionMatrix = "confusion_matrix"
  /// The counts do not add up to the number of rows.
  case countTotal = "count_total"
  /// A metric is not what the confusion matrix makes it.
  case metricArithmetic = "metric_arithmetic"

  /// A metric is not what the predictions on held-out rows make it.
  case holdoutMetrics = "holdout_metrics"

  // The model is not degenerate.

  /// All rows have one label.
  case oneLabel = "one_label"
  /// Nearly all rows are predicted the same.
  case oneClassPredicted = "one_class_predicted"
  /// What is predicted positive is positive no more often than any row.
  case precisionIsPrevalence = "precision_is_prevalence"
  /// The area under the ROC curve is below a half.
  case belowChance = "below_chance"
  /// The area under the ROC curve is too good to be true.
  case nearlyPerfect = "nearly_perfect"
  /// Validation and test differ by more than chance does.
  case splitsApart = "splits_apart"

  // The data.

  /// One column gives the target away.
  case leakingFeature = "leaking_feature"
  /// Rows to measure on are rows that were trained on.
  case repeatedRows = "repeated_rows"

  /// How much it weighs where `policy.json` says nothing.
  public var severity: LintSeverity {
    switch self {
    case .expectedFeatures, .blockedFeatures, .exampleRequest, .exampleResponse, .unreadableModel,
      .modelInputs, .modelOutputs, .thresholdDiffers, .metricType, .metricRange:
      .error
    // Averages over classes bear the plain names, too, matrices may be weighted or normalised, thresholds
    // may be margins, and real projects print a wrong rate for years.
    case .unrelatedModelInputs, .metricArithmetic, .thresholdRange, .confusionMatrix, .countTotal,
      .unrelatedFeatures,
      .featureOrder, .modelVersion, .unreadableHoldout,
      .holdoutMetrics,
      .oneLabel, .oneClassPredicted, .precisionIsPrevalence, .belowChance, .nearlyPerfect,
      .splitsApart, .leakingFeature, .repeatedRows:
      .warning
    }
  }
}
