@testable import Registry

extension LintCase {
  private static func test(_ metrics: String) -> LintFiles {
    LintFiles(metrics: "{\"test_metrics\": {\(metrics)}}")
  }

  /// Counted by hand: 30 + 10 negative, 20 + 40 positive. precision 40/50, recall 40/60,
  /// f1 80/110, f2 200/290, fpr 10/40, accuracy 70/100, balanced accuracy (2/3 + 3/4) / 2.
  private static let matrix = #""confusion_matrix": [[30, 10], [20, 40]]"#

  static let arithmetic: [LintCase] =
    [
      .init(
        rule: .metricType, faulty: test(#""roc_auc": "0.91""#),
        says: #"'test_metrics.roc_auc' is "0.91", which is not a number"#,
        sound: test(#""roc_auc": null, "note": "0.91""#)),
      .init(
        rule: .metricRange, faulty: test(#""pr_auc": 85.9"#),
        says: "'test_metrics.pr_auc' is 85.9, which is not in 0...1",
        sound: test(#""pr_auc": 1, "log_loss": 36.0, "lift": 85.9, "mcc": -1"#)),
      .init(
        rule: .metricRange, faulty: test(#""log_loss": -0.1"#),
        says: "'test_metrics.log_loss' is -0.1, which is not 0 or more",
        sound: test(#""log_loss": 0"#)),
      // scikit-learn's score of two labels is at most 1, and that of several at most 2.
      .init(
        rule: .metricRange, faulty: test(#""brier_score": 1.5"#),
        says: "'test_metrics.brier_score' is 1.5, which is not in 0...1",
        sound: LintFiles(
          metadata: #"{"classes": ["a", "b", "c"]}"#,
          metrics: #"{"test_metrics": {"brier_score": 1.5}}"#)),
      .init(
        rule: .metricRange, faulty: test(#""gain": 1e999"#),
        says: "'test_metrics.gain' is 1e999, which no double can hold",
        sound: test(#""gain": 1e308"#)),
      .init(
        rule: .thresholdRange, faulty: LintFiles(metrics: #"{"threshold": "0.5"}"#),
        says: #"'threshold' is "0.5", which is not a number in 0...1"#,
        sound: LintFiles(metrics: #"{"threshold": 1}"#)),
      .init(
        rule: .thresholdRange,
        faulty: LintFiles(metadata: #"{"threshold_policy": {"threshold_value": 1.5}}"#),
        says: "'threshold_policy.threshold_value' is 1.5",
        sound: LintFiles(metadata: #"{"threshold_policy": {"threshold_value": null}}"#)),
      .init(
        rule: .confusionMatrix, faulty: test(#""confusion_matrix": [[1, 2.5], [3, 4]]"#),
        says: "'confusion_matrix' holds 2.5, which is not a count",
        sound: test(#""confusion_matrix": [[30.0, 10], [20, 40]]"#)),
      .init(
        rule: .confusionMatrix, faulty: test(#""confusion_matrix": [[1, -2], [3, 4]]"#),
        says: "'confusion_matrix' holds -2, which is not a count",
        sound: test(#""confusion_matrix": [[5, 1, 1], [1, 5, 1], [1, 1, 5]]"#)),
      .init(
        rule: .confusionMatrix, faulty: test(#""confusion_matrix": [[1, 2], [3]]"#),
        says: "'confusion_matrix' is not as wide as it is high",
        sound: test(#""confusion_matrix": {"tn": 1}"#)),
      .init(
        rule: .countTotal, faulty: test(#"\#(matrix), "n_samples": 101"#),
        says: "'test_metrics.n_samples' is 101, and the confusion matrix counts 100 rows",
        sound: test(#"\#(matrix), "n_samples": 100"#)),
      // A bare 0 is taken as exact to two digits: 3 of 100 is more, 2 of 500 is not.
      .init(
        rule: .metricArithmetic,
        faulty: test(#""confusion_matrix": [[97, 3], [10, 40]], "fpr": 0.0"#),
        says: "'test_metrics.fpr' is 0.0, and the confusion matrix makes it 0.0300 (3 of 100)",
        sound: test(#""confusion_matrix": [[498, 2], [10, 40]], "fpr": 0"#)),
    ] + rates

  /// What is wrong, what the counts make of it, and what is right to the digits that are printed.
  private static let rates: [LintCase] = [
    ("precision", "0.79", "0.8000 (40 of 50)", "0.8"),
    ("recall", "0.6", "0.6667 (40 of 60)", "0.7"),
    ("sensitivity", "0.66", "0.6667 (40 of 60)", "0.667"),
    ("tpr", "1.0", "0.6667 (40 of 60)", "0.66666669"),
    ("specificity", "0.7499", "0.7500 (30 of 40)", "0.75"),
    ("f1", "0.728", "0.7273 (80 of 110)", "0.7273"),
    ("f2", "0.70", "0.6897 (200 of 290)", "0.7"),
    ("fpr", "0", "0.2500 (10 of 40)", "2.5e-1"),
    ("fnr", "0.334", "0.3333 (20 of 60)", "0.333"),
    ("npv", "0.61", "0.6000 (30 of 50)", "0.6"),
    ("accuracy", "0.71", "0.7000 (70 of 100)", "0.7"),
    ("balanced_accuracy", "0.70", "0.7083", "0.708"),
    ("prevalence", "0.61", "0.6000 (60 of 100)", "0.6"),
  ].map { name, wrong, makes, right in
    .init(
      rule: .metricArithmetic, faulty: test("\(matrix), \"\(name)\": \(wrong)"),
      says: "'test_metrics.\(name)' is \(wrong), and the confusion matrix makes it \(makes)",
      sound: test("\(matrix), \"\(name)\": \(right)"))
  }

  static let degeneracy: [LintCase] =
    [
      .init(
        rule: .oneLabel, faulty: test(#""confusion_matrix": [[0, 0], [9, 41]]"#),
        says: "'test_metrics' was measured on 50 rows, all positive",
        sound: test(#""confusion_matrix": [[1, 0], [9, 41]]"#)),
      .init(
        rule: .oneLabel, faulty: test(#""prevalence": 0, "n_samples": 7"#),
        says: "'test_metrics' was measured on 7 rows, all negative",
        sound: test(#""prevalence": 0.1, "n_samples": 7"#)),
      // The existing project: 152 of 153 test rows are predicted positive.
      .init(
        rule: .oneClassPredicted, faulty: test(#""confusion_matrix": [[1, 90], [0, 62]]"#),
        says: "152 of 153 rows are predicted positive, and 62 are",
        sound: test(#""confusion_matrix": [[11, 80], [0, 62]]"#)),
      // 4 of 1000 predicted positive is no fault where 5 are.
      .init(
        rule: .oneClassPredicted, faulty: test(#""confusion_matrix": [[990, 0], [10, 0]]"#),
        says: "1000 of 1000 rows are predicted negative, and 990 are",
        sound: test(#""confusion_matrix": [[994, 1], [2, 3]]"#)),
      // 0.4 * 1.0 / 0.402 = 0.995 of 500 rows; 0.4 * 0.9 / 0.45 = 0.8 of them.
      .init(
        rule: .oneClassPredicted,
        faulty: test(#""recall": 1.0, "precision": 0.402, "prevalence": 0.4, "n_samples": 500"#),
        says:
          "about 498, at most 500, of 500 rows predicted positive, since 40.0 % of the rows are "
          + "positive",
        sound: test(#""recall": 0.9, "precision": 0.45, "prevalence": 0.4, "n_samples": 500"#)),
      .init(
        rule: .precisionIsPrevalence, faulty: test(#""confusion_matrix": [[30, 30], [20, 20]]"#),
        says: "the precision in 'test_metrics', 0.4000, is the share of positive rows, 0.4000",
        sound: test(#""confusion_matrix": [[31, 29], [20, 20]]"#)),
      .init(
        rule: .belowChance, faulty: test(#""roc_auc": 0.499"#),
        says: "'test_metrics.roc_auc' is 0.4990: random scores have 0.5",
        sound: test(#""roc_auc": 0.5"#)),
      .init(
        rule: .nearlyPerfect, faulty: test(#""roc_auc": 0.9991, "n_samples": 1000"#),
        says: "'test_metrics.roc_auc' is 0.9991 on 1000 rows",
        sound: test(#""roc_auc": 1.0, "n_samples": 999"#)),
    ] + splits

  private static func both(_ validation: String, _ test: String) -> LintFiles {
    LintFiles(
      metrics: "{\"validation_metrics\": {\(validation)}, \"test_metrics\": {\(test)}}")
  }

  private static let splits: [LintCase] = [
    // Two proportions of 1000: the standard error is sqrt(0.9 * 0.1 / 1000 + 0.85 * 0.15 / 1000)
    // = 0.01475, three times 0.0442; 0.86 has 0.0435 and is 0.04 away.
    .init(
      rule: .splitsApart,
      faulty: both(
        #""accuracy": 0.9, "n_samples": 1000"#, #""accuracy": 0.85, "n_samples": 1000"#),
      says: "'accuracy' is 0.9000 in 'validation_metrics' and 0.8500 in 'test_metrics': further "
        + "apart than 0.0442",
      sound: both(
        #""accuracy": 0.9, "n_samples": 1000"#, #""accuracy": 0.86, "n_samples": 1000"#)),
    // Hanley and McNeil's standard error for 0.8 and 50 of 100 rows positive is 0.0446 (0.9: 0.0316),
    // so three of both are 0.164.
    .init(
      rule: .splitsApart,
      faulty: both(
        #""roc_auc": 0.9, "n_samples": 100, "prevalence": 0.5"#,
        #""roc_auc": 0.7, "n_samples": 100, "prevalence": 0.5"#),
      says: "'roc_auc' is 0.9000 in 'validation_metrics' and 0.7000 in 'test_metrics'",
      sound: both(
        #""roc_auc": 0.9, "n_samples": 100, "prevalence": 0.5"#,
        #""roc_auc": 0.8, "n_samples": 100, "prevalence": 0.5"#)),
    .init(
      rule: .splitsApart, faulty: both(#""roc_auc": 0.9"#, #""roc_auc": 0.79"#),
      says: "further apart than 0.1000", sound: both(#""roc_auc": 0.9"#, #""roc_auc": 0.81"#)),
  ]

  private static func checks(_ text: String) -> LintFiles {
    LintFiles(
      metadata: "{\"validation_rows\": 100, \"test_rows\": 100, \"data_checks\": {\(text)}}")
  }

  static let data: [LintCase] = [
    .init(
      rule: .leakingFeature,
      faulty: checks(#""leaking_features": [{"name": "duration", "roc_auc": 0.997}]"#),
      says: "'duration' alone tells the labels apart with a ROC AUC of 0.9970",
      sound: checks(#""leaking_features": []"#)),
    .init(
      rule: .repeatedRows, faulty: checks(#""duplicate_rows_across_splits": 3"#),
      says: "3 of 200 rows to measure on are rows that were trained on",
      sound: checks(#""duplicate_rows_across_splits": 2"#)),
  ]
}
