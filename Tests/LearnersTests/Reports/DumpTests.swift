import Foundation
import Registry
import Testing

@testable import Learners

@Suite struct `Dump reports` {
  @Test func `all`() throws {
    let hostile = SampleReport.hostileNames
    let names = (0..<30).map { "input_number_\($0)" }
    var coefficients = SampleReport.content(SampleReport.binary(["no", "yes"], rows: 9000), weights: names)
    coefficients.weights = .init(kind: .coefficient, entries: names.enumerated().map { .init(name: $1, value: Double(7 - $0) * 0.1) })
    let all = [
      "binary": SampleReport.content(SampleReport.binary(rows: 9000), weights: names),
      "coef": coefficients,
      "three": SampleReport.content(SampleReport.multiclass(["setosa", "versicolor", "virginica"])),
      "many": SampleReport.content(SampleReport.multiclass((0..<25).map { "class \($0)" }, rows: 3000)),
      "hostile": SampleReport.content(SampleReport.multiclass(hostile, rows: 3000), target: hostile[2], weights: hostile),
      "regression": SampleReport.content(SampleReport.regression(rows: 9000)),
    ]
    for (name, content) in all {
      for file in ModelReport(content: content).files {
        let url = URL(fileURLWithPath: "/tmp/report/\(name)/\(file.name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    }
  }
}
