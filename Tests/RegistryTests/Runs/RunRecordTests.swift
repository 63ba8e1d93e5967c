import TestSupport
import Testing

@testable import Registry

@Suite struct `The record of a run` {
  private let id: RunID

  init() throws { id = try SampleRuns.id("20261121-153312-4k9x2m") }

  private func read(_ text: String) throws -> RunRecord {
    try RunRecord(RecordFile(Array(text.utf8), path: "run.json"), of: id)
  }

  /// A record with the least that there must be, and more.
  private func record(with members: String) throws -> RunRecord {
    try read(
      """
      {"schema_version": 1, "run_id": "\(id)", "status": "finished",
       "created_at": "2026-11-21T15:33:12Z"\(members)}
      """)
  }

  @Test func `is written as the format says`() throws {
    let text = JSONValue.object(try SampleRuns.record().fields).indentedText
    #expect(
      String(decoding: text, as: UTF8.self) == """
        {
          "schema_version": 1,
          "run_id": "20261121-153312-4k9x2m",
          "status": "finished",
          "error": null,
          "created_at": "2026-11-21T15:33:12Z",
          "duration_seconds": 2.5,
          "name": "registry train --data bank.csv",
          "host": "anvil",
          "user": "ana",
          "code_version": "c0ffee",
          "libs_versions": {
            "registry": "0.1.0"
          },
          "data_file": "bank.csv",
          "data_sha256": "abababababababababababababababababababababababababababababababab",
          "seed": 42,
          "model_family": "gradient_boosting",
          "parent": null,
          "resource": null,
          "tags": [],
          "notes": "",
          "parameters": {
            "learning_rate": 0.1,
            "max_leaves": 31
          },
          "metrics": {
            "primary_metric": "roc_auc",
            "validation_metrics": {
              "roc_auc": 0.93,
              "log_loss": 0.25
            },
            "test_metrics": {
              "roc_auc": 0.5
            }
          },
          "curves": {
            "validation.log_loss": [
              0.5,
              0.25,
              0.375
            ]
          }
        }

        """)
  }

  @Test(arguments: RunStatus.allCases)
  func `is read as it was written`(status: RunStatus) throws {
    var run = try SampleRuns.record()
    run.status = status
    run.error = "the disk is full"
    run.parent = try SampleRuns.id("20261121-153000-000000")
    run.resource = 0.25
    run.seed = .max
    run.tags = ["nightly", "wide"]
    run.notes = "a try"
    let text = JSONValue.object(run.fields).indentedText
    #expect(try read(String(decoding: text, as: UTF8.self)) == run)
  }

  @Test func `tells of a value that is not finite that it is none`() throws {
    var run = try SampleRuns.record()
    run.curves = [RunCurve("train.log_loss", [.infinity, 0.5])]
    let text = String(decoding: JSONValue.object(run.fields).compactText, as: UTF8.self)
    #expect(text.hasSuffix(#""curves": {"train.log_loss": [null, 0.5]}}"#))
    let values = try #require(try read(text).curves.first).values
    #expect(values[0].isNaN && values[1] == 0.5)
  }

  @Test func `needs little to be read`() throws {
    let run = try record(with: "")
    #expect(run.durationSeconds == 0)
    #expect(run.host == nil && run.release == nil && run.curves.isEmpty)
    #expect(run.mainMetric == nil)
  }

  @Test func `may say more than this release knows`() throws {
    #expect(try record(with: #", "colour": "red""#) == record(with: ""))
  }

  @Test(arguments: [
    (#", "error": 1"#, "error", "text or null"),
    (#", "duration_seconds": -1"#, "duration_seconds", "a number from 0"),
    (#", "duration_seconds": 1e999"#, "duration_seconds", "a number from 0"),
    (#", "data_sha256": "AB""#, "data_sha256", "a SHA-256 in lowercase digits"),
    (#", "seed": -1"#, "seed", "a whole number from 0"),
    (#", "seed": "1""#, "seed", "a whole number from 0"),
    (#", "parent": "search""#, "parent", "the name of a run"),
    (#", "resource": 0"#, "resource", "a share above 0"),
    (#", "resource": 1.5"#, "resource", "a share above 0"),
    (#", "tags": ["a", 1]"#, "tags", "an array of texts"),
    (#", "tags": "a""#, "tags", "an array of texts"),
    (#", "parameters": []"#, "parameters", "an object"),
    (#", "metrics": 0.9"#, "metrics", "an object"),
    (#", "curves": {"a": 1}"#, "curves", "an object of arrays of numbers"),
    (#", "curves": {"a": [1, "2"]}"#, "curves", "an object of arrays of numbers"),
  ])
  func `is refused when a field is not of its type`(
    members: String, field: String, expected: String
  ) {
    #expect(
      throws: RegistryError.invalidField(path: "run.json", field: field, expected: expected)
    ) { try record(with: members) }
  }

  @Test(arguments: [
    (#"{}"#, "schema_version"),
    (#"{"schema_version": 1}"#, "run_id"),
    (#"{"schema_version": 1, "run_id": "20261121-153312-000000"}"#, "run_id"),
    (#"{"schema_version": 1, "run_id": "20261121-153312-4k9x2m"}"#, "status"),
    (#"{"schema_version": 1, "run_id": "20261121-153312-4k9x2m", "status": "done"}"#, "status"),
    (
      #"{"schema_version": 1, "run_id": "20261121-153312-4k9x2m", "status": "failed", "created_at": "noon"}"#,
      "created_at"
    ),
  ])
  func `is refused without what every run has`(text: String, field: String) {
    let error = #expect(throws: RegistryError.self) { try read(text) }
    guard case .invalidField(_, field, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `is refused when a newer release wrote it`() {
    #expect(throws: RegistryError.newerFormat(path: "run.json", found: 2, known: 1)) {
      try read(#"{"schema_version": 2}"#)
    }
  }

  @Test func `finds a metric on the validation rows first`() throws {
    let run = try SampleRuns.record()
    #expect(run.metric("roc_auc")?.value == 0.93)
    #expect(run.metric("test_metrics.roc_auc")?.value == 0.5)
    #expect(run.metric("f1") == nil)
    #expect(run.mainMetric?.name == "roc_auc")
  }

  @Test func `has the best of a curve where its metric is known`() {
    func best(_ name: String, _ values: [Double]) -> [Double] {
      RunCurve(name, values).best.map { [$0.value, Double($0.iteration)] } ?? []
    }
    #expect(best("validation.log_loss", [0.5, .nan, 0.25, 0.25]) == [0.25, 3])
    #expect(best("validation.roc_auc", [0.5, 0.75, 0.75]) == [0.75, 2])
    #expect(best("validation.colour", [1, 2]) == [])
    #expect(best("validation.roc_auc", [.nan]) == [])
  }
}
