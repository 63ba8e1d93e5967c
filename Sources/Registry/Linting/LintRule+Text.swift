extension LintRule {
  /// What must hold, as one line.
  public var meaning: String {
    switch self {
    case .expectedFeatures: "`expected_features` are the inputs of the signature"
    case .unrelatedFeatures: "`expected_features` and inputs have a column in common"
    case .featureOrder: "`expected_features` stand in the order of the inputs"
    case .blockedFeatures: "no input is among `blocked_features`, where `*` stands for any text"
    case .modelVersion: "`model_version` in the metadata is the version that is registered"
    case .exampleRequest:
      "`example_request` is a row that the model takes"
    case .exampleResponse:
      "`example_response` is an answer as the outputs describe it"
    case .unreadableModel: "a file `model.onnx` is ONNX"
    case .unrelatedModelInputs:
      "an ONNX model and the signature have inputs, or their number, in common"
    case .modelInputs: "the inputs of an ONNX model are those of the signature, text for text"
    case .modelOutputs: "an output that ONNX model and signature both name has one type"
    case .thresholdDiffers: "metrics were measured at the `threshold_value` of the metadata"
    case .unreadableHoldout: "`holdout_predictions.csv` has the rows that gates read"
    case .metricType: "a metric is a number or null, not text"
    case .metricRange: "a metric is finite and in its range: a rate in 0...1, a loss not negative"
    case .thresholdRange: "a threshold is a number in 0...1"
    case .confusionMatrix: "`confusion_matrix` is square and holds whole numbers from 0"
    case .countTotal: "the counts of `confusion_matrix` add up to `n_samples`"
    case .metricArithmetic: "rates are what `confusion_matrix` makes them, to the printed digits"
    case .holdoutMetrics: "metrics are what `holdout_predictions.csv` makes them, to 0.001"
    case .oneLabel: "rows of both labels were measured on"
    case .oneClassPredicted: "not nearly every row is predicted the same"
    case .precisionIsPrevalence: "precision is not the share of positive rows"
    case .belowChance: "`roc_auc` is not below 0.5"
    case .nearlyPerfect: "`roc_auc` is below 0.999, where there are 1000 rows or more"
    case .splitsApart: "validation and test differ by no more than chance explains"
    case .leakingFeature: "no column alone has a ROC AUC of 0.99 or more"
    case .repeatedRows: "at most 1 % of the rows to measure on were trained on"
    }
  }

  /// What to do about it, as one line.
  public var remedy: String {
    switch self {
    case .expectedFeatures, .unrelatedFeatures, .featureOrder:
      "write both lists from the columns that the model was fitted on"
    case .blockedFeatures: "train without the column, or take it off the list"
    case .modelVersion: "register under that number, or leave 'model_version' out"
    case .exampleRequest, .exampleResponse: "write the example from a row that was really scored"
    case .unreadableModel: "export the model again"
    case .modelInputs, .unrelatedModelInputs, .modelOutputs:
      "export model and signature from the same fitted model"
    case .thresholdDiffers: "measure at the threshold that is served"
    case .unreadableHoldout: "write it as docs/format.md says, or leave it out"
    case .metricType: "write the number without quotes"
    case .metricRange, .thresholdRange, .confusionMatrix, .countTotal, .metricArithmetic,
      .holdoutMetrics:
      "measure again, and write what was measured"
    case .oneLabel: "measure on rows of both labels"
    case .oneClassPredicted, .precisionIsPrevalence:
      "choose a threshold that tells rows apart, or train again"
    case .belowChance: "look whether labels or scores are turned round"
    case .nearlyPerfect: "look for a column that is known only after the fact"
    case .splitsApart: "look how the rows were split, and whether the threshold fits one part only"
    case .leakingFeature: "leave the column out (--drop) unless it is known when rows are scored"
    case .repeatedRows: "remove repeated rows from the data before it is split"
    }
  }
}
