import Foundation
import Registry
import TestSupport
import Testing

@testable import Learners

@Suite struct `The report on a model` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func report(_ csv: String, named name: String = "rows.csv", target: String = "y") throws
    -> String
  {
    var pipeline = TrainingPipeline(data: try directory.write(csv, to: name), target: target)
    pipeline.candidates = [Candidate(.logisticRegression)]
    return text(
      ModelReport(result: try pipeline.run(), at: Timestamp(secondsSinceEpoch: 1_768_473_000)))
  }

  private func text(_ report: ModelReport) -> String {
    String(decoding: report.files[0].bytes, as: UTF8.self)
  }

  private func headlines(_ report: String) -> [Substring] {
    report.split(separator: "\n").filter { $0.hasPrefix("#") }
  }

  @Test func `has these parts`() throws {
    let report = try report(SampleRows.csv())
    #expect(
      headlines(report) == [
        "# Model report", "## Candidates", "## Metrics", "## What the errors look like",
        "## Confusion matrix on test rows", "## Largest coefficients", "## If it convinces you",
      ])
    #expect(
      report.hasPrefix(
        """
        # Model report

        Trained 2026-01-15T10:30:00Z by registry \(ReleaseVersion.current).

        | | |
        | --- | --- |
        | Model | logistic-regression |
        | Data | `rows.csv`, SHA-256 `\(SHA256.digest(of: Array(SampleRows.csv().utf8)))` |
        | Target | `y`, positive where it is `yes` |
        | Rows | 72 to train, 24 to validate, 24 to test; stratified, seed 42 |
        | Inputs | 3 columns |
        | Ranked by | roc\\_auc on validation rows |
        | Calibration | none |
        | Threshold | 0.5000, fixed |

        ## Candidates

        """))
  }

  @Test func `ranks the candidates, and says what each was asked for and took`() {
    let report = text(ModelReport(content: SampleReport.content(SampleReport.binary())))
    #expect(
      report.contains(
        """
        ## Candidates

        | Rank | Model | roc\\_auc | Seconds | Hyperparameters |
        | ---: | --- | ---: | ---: | --- |
        | 1 | gradient\\_boosting | 0.9100 ± 0.0110 | 1.25 | `learning_rate = 0.1, max_leaves = 31` |
        | 2 | logistic\\_regression | 0.8800 | – | – |

        """))
  }

  /// Counted by hand: at a threshold of 0.5 the rows are predicted 1, 1, 0, 0, 1.
  @Test func `counts the confusion of two labels at the threshold`() throws {
    var content = SampleReport.content(
      .binary(
        classes: ["no", "yes"], probabilities: [0.5, 0.9, 0.4, 0.1, 0.7], labels: [0, 1, 1, 0, 1]))
    content.threshold = .init(value: 0.5, policy: "fixed")
    let confusion = try #require(ModelReport(content: content).confusion)
    #expect(confusion.counts == [[1, 1], [1, 2]])
    #expect(confusion.rocPlace == PlotPoint(x: 1.0 / 2, y: 2.0 / 3))
    #expect(confusion.precisionRecallPlace == PlotPoint(x: 2.0 / 3, y: 2.0 / 3))
    content.threshold = .init(value: 0.8, policy: "fixed")
    #expect(try #require(ModelReport(content: content).confusion).counts == [[2, 0], [2, 1]])
  }

  @Test func `counts the rarest of many classes as one`() throws {
    let classes = (0..<25).map { "class \($0)" }
    let content = SampleReport.content(SampleReport.multiclass(classes, rows: 500))
    let confusion = try #require(ModelReport(content: content).confusion?.forPage)
    #expect(confusion.classes.count == 15)
    #expect(confusion.classes.last == "11 other classes")
    #expect(confusion.counts.joined().reduce(0, +) == 500)
  }

  private static let pictures: [LearningTask: [String]] = [
    .binary: ["roc", "precision_recall", "calibration", "confusion_matrix", "loss", "weights"],
    .multiclass: ["roc", "confusion_matrix", "loss", "weights"],
    .regression: ["predicted_actual", "residuals", "loss", "weights"],
  ]

  @Test(arguments: LearningTask.allCases)
  func `shows the pictures of its task, each of which is a file`(task: LearningTask) throws {
    let outcome =
      switch task {
      case .binary: SampleReport.binary()
      case .multiclass: SampleReport.multiclass(["a", "b", "c"])
      case .regression: SampleReport.regression()
      }
    let report = ModelReport(content: SampleReport.content(outcome))
    let paths = try #require(Self.pictures[task]).map { "model_report_plots/\($0).svg" }
    #expect(report.files.map(\.name) == ["model_report.md"] + paths)
    let shown = text(report).matches(of: /!\[[^\]]+\]\(([^)]+)\)/).map { String($0.output.1) }
    #expect(shown == paths)
  }

  @Test func `shows no curve where the test rows carry one label`() {
    let content = SampleReport.content(
      .binary(
        classes: ["no", "yes"], probabilities: [0.1, 0.2], labels: [0, 0]))
    #expect(
      ModelReport(content: content).plots.map(\.name) == ["confusion_matrix", "loss", "weights"])
  }

  @Test func `is the same bytes for the same content`() {
    for outcome in [SampleReport.binary(), SampleReport.regression()] {
      let files = (0..<2).map { _ in ModelReport(content: SampleReport.content(outcome)).files }
      #expect(files[0].map(\.bytes) == files[1].map(\.bytes))
    }
  }

  /// What a table must not meet in a cell: the end of the cell, of the code or of the line.
  private static let hostile = "a|b`c\nd\u{85}# e"

  @Test func `stays a report whatever names and labels the data holds`() throws {
    let name = Self.hostile
    let quoted = "\"\(name)\""
    var number = 0
    let csv = SampleRows.csv { line in
      defer { number += 1 }
      return line == SampleRows.header
        ? "\(quoted),age,balance,\"\(name)2\",\"\(name)3\""
        : "\(number)," + line.replacing(",yes", with: ",\(quoted)")
    }
    let report = try report(csv, named: "rows|`.csv", target: name + "3")
    #expect(report.contains("`a?b?c?d?# e"))
    #expect(report.contains("`rows??.csv`"))
    #expect(headlines(report).count == 8, "the seven parts and what to look at")
    expectWhole(report)
    #expect(!report.unicodeScalars.contains { $0.value == 0x85 })
  }

  @Test func `stays a report whatever the classes are called`() {
    let names = SampleReport.hostileNames
    let report = text(
      ModelReport(
        content: SampleReport.content(
          SampleReport.multiclass(names), target: names[2], weights: names)))
    #expect(headlines(report).count == 9)
    expectWhole(report)
  }

  /// No code span and no table is left open, and no line of one is longer than its head.
  private func expectWhole(_ report: String) {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines where !line.hasPrefix("```") {
      #expect(line.count { $0 == "`" }.isMultiple(of: 2), "\(line)")
      #expect(!line.contains("``"), "\(line)")
    }
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("|") {
      #expect(line.hasSuffix("|"), "\(line)")
      if next.hasPrefix("|") {
        #expect(line.count { $0 == "|" } == next.count { $0 == "|" }, "\(next)")
      }
    }
  }
}
