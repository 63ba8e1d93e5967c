import Foundation
import Testing

@testable import Registry

@Suite struct `Lint` {
  @Test(arguments: LintCase.all)
  func `finds what breaks a rule, and nothing else`(example: LintCase) throws {
    let findings = try example.faulty.findings()
    #expect(findings.map(\.rule) == [example.rule])
    let finding = try #require(findings.first)
    #expect(finding.message.contains(example.says), "\(finding.message)")
    #expect(finding.severity == example.rule.severity)
  }

  @Test(arguments: LintCase.all)
  func `says nothing of what nearly breaks one`(example: LintCase) throws {
    #expect(try example.sound.findings() == [])
  }

  @Test func `is tried with every rule`() {
    #expect(Set(LintCase.all.map(\.rule)) == Set(LintRule.allCases))
  }

  @Test func `says nothing of files that state nothing`() throws {
    #expect(try LintFiles().findings() == [])
    #expect(try LintFiles(version: "v1.0.0").findings() == [])
  }

  /// Where no row is predicted positive, a precision of 0 is what scikit-learn writes.
  @Test(arguments: [("0", 0), ("0.0", 0), ("null", 0), ("0.5", 1), ("1.0", 1)])
  func `takes 0 and null for what has nothing to divide by`(precision: String, count: Int) throws {
    let findings = try LintFiles(
      metrics: #"{"confusion_matrix": [[80, 0], [20, 0]], "precision": \#(precision)}"#
    ).findings()
    #expect(findings.count { $0.rule == .metricArithmetic } == count)
    #expect(findings.map(\.rule).last == .oneClassPredicted)
  }

  @Test func `puts errors before warnings and keeps the order of the rules`() throws {
    let findings = try LintFiles(
      metadata: #"{"expected_features": ["b", "a"], "model_version": "v9.0.0"}"#,
      signature: #"{"input_schema": {"a": "int", "b": "int"}}"#,
      metrics: #"{"roc_auc": 0.4, "recall": "high"}"#, version: "v1.0.0"
    ).findings()
    #expect(
      findings.map(\.rule) == [.metricType, .featureOrder, .modelVersion, .belowChance])
  }

  @Test func `says what and where on one line, with what to do`() throws {
    let findings = try LintFiles(metrics: #"{"test_metrics": {"recall": "high"}}"#).findings()
    let finding = try #require(findings.first)
    #expect(finding.at == "test_metrics.recall")
    #expect(
      finding.line == "metrics_v1.json: metric_type: 'test_metrics.recall' is \"high\", which is "
        + "not a number")
    #expect(finding.remedy == "write the number without quotes")
  }

  /// Whatever stands where, nothing traps; what is found of it is another test's affair.
  @Test(arguments: [
    "null", "true", "\"x\"", "[]", "{}", "-1", "1e999", "-1e-999", "9007199254740993",
    "99999999999999999999999999", "[[]]", "[[[[[]]]]]", "[[1e308, 1e308], [1e308, 1e308]]",
    "[[9007199254740992, 9007199254740992], [9007199254740992, 9007199254740992]]",
    "[[0, 0], [0, 0]]", "[null, null]", "[{}, \"\"]", "{\"\": null}", "0.1e99999999999999999999",
  ])
  func `never traps`(value: String) throws {
    for field in [
      "confusion_matrix", "precision", "recall", "prevalence", "n_samples", "roc_auc", "threshold",
      "test_metrics", "accuracy", "data_checks", "expected_features", "blocked_features",
      "threshold_policy", "example_request", "example_response", "model_version",
    ] {
      let others = #""precision": 0.4, "recall": 1, "roc_auc": 0.9, "accuracy": 0.5"#
      let section = #"{"n_samples": 9223372036854775807, \#(others), "prevalence": 0.4}"#
      let text = "{\"\(field)\": \(value)}"
      let metrics =
        field.hasSuffix("metrics") || others.contains(field) || field == "n_samples"
        ? text : String(text.dropLast()) + ", " + others + "}"
      let nested = "{\"test_metrics\": \(metrics), \"validation_metrics\": \(section)}"
      for metrics in [metrics, nested, "{\"data_checks\": \(text)}"] {
        let schema = #""input_schema": {"a": "int", "": null}, "output_schema": {"b": [1]}"#
        _ = try LintFiles(
          metadata: "{\"\(field)\": \(value), \"test_rows\": 1e308}",
          signature: "{\(schema), \"\(field)\": \(value)}", metrics: metrics, version: "v1.0.0"
        ).findings()
      }
    }
  }

  /// The table in docs/lint.md is what the code does.
  @Test func `is described rule by rule in the documentation`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/lint.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let expected = LintRule.allCases.map {
      "| `\($0.rawValue)` | \($0.severity.rawValue) | \($0.meaning) |"
    }
    #expect(rows.map(String.init) == expected)
  }
}
