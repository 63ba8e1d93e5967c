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
    let pipeline = TrainingPipeline(data: try directory.write(csv, to: name), target: target)
    return ModelReport(
      result: try pipeline.run(), at: Timestamp(secondsSinceEpoch: 1_768_473_000)
    ).text
  }

  @Test func `has these parts`() throws {
    let report = try report(SampleRows.csv())
    #expect(
      report.split(separator: "\n").filter { $0.hasPrefix("#") } == [
        "# Model report", "## Metrics", "## Confusion matrix on test rows",
        "## Largest coefficients",
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
        | Inputs | 3 columns, 5 features |
        | Ranked by | roc_auc on validation rows |
        | Threshold | 0.5 |

        ## Metrics

        | Metric | Validation | Test |
        | --- | ---: | ---: |

        """))
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
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(report.contains("`a?b?c?d?# e"))
    #expect(report.contains("`rows??.csv`"))
    #expect(lines.count { $0.hasPrefix("#") } == 5, "the four parts and what to look at")
    for line in lines {
      #expect(line.count { $0 == "`" }.isMultiple(of: 2), "\(line)")
      if line.hasPrefix("|") { #expect(line.hasSuffix("|"), "\(line)") }
    }
    let cells = lines.filter { $0.hasPrefix("| `") }.map { $0.count { $0 == "|" } }
    #expect(Set(cells) == [3], "two cells each")
    #expect(!report.unicodeScalars.contains { $0.value == 0x85 })
  }
}
