import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `registry runs` {
  private let place: Workplace
  private let store: RunStore

  init() throws {
    place = try Workplace()
    store = SampleRuns(in: place.directory).store
  }

  private func run(_ words: String...) -> Workplace.Answer {
    place.run(["runs"] + words + ["--artifacts", place.artifacts])
  }

  /// A search that was best with its second trial and gave up its third.
  private func writeSearch() throws {
    let search = try SampleRuns.record("20261121-153300-s00000", family: "logistic_regression")
    try store.write(search, files: SampleRuns.files)
    for (id, value) in [("20261121-153301-a00000", 0.75), ("20261121-153302-b00000", 0.9375)] {
      var trial = try SampleRuns.record(id, rocAUC: value)
      trial.parent = search.id
      try store.write(trial)
    }
    var stopped = try SampleRuns.record("20261121-153303-c00000", rocAUC: 0.5)
    (stopped.parent, stopped.status, stopped.resource) = (search.id, .stopped, 0.25)
    try store.write(stopped)
  }

  @Test func `lists what was trained, newest first`() throws {
    try writeSearch()
    #expect(
      run()
        == .init(
          code: .done,
          output: """
            RUN                     CREATED               MODEL                STATUS    ROC_AUC  DURATION  DATA
            20261121-153303-c00000  YYYY-MM-DDThh:mm:ssZ  gradient_boosting    stopped    0.5000    2.50 s  bank.csv
            20261121-153302-b00000  YYYY-MM-DDThh:mm:ssZ  gradient_boosting    finished   0.9375    2.50 s  bank.csv
            20261121-153301-a00000  YYYY-MM-DDThh:mm:ssZ  gradient_boosting    finished   0.7500    2.50 s  bank.csv
            20261121-153300-s00000  YYYY-MM-DDThh:mm:ssZ  logistic_regression  finished   0.9300    2.50 s  bank.csv

            """))
    #expect(run("list") == run())
  }

  @Test func `sorts, filters and limits`() throws {
    try writeSearch()
    func ids(_ words: String...) -> [String] {
      place.run(["runs", "list"] + words + ["--artifacts", place.artifacts]).output
        .split(separator: "\n").dropFirst().map { String($0.prefix(22).suffix(6)) }
    }
    #expect(ids("--sort", "roc_auc") == ["b00000", "s00000", "a00000", "c00000"])
    #expect(ids("--sort", "log_loss") == ["c00000", "b00000", "a00000", "s00000"])
    #expect(ids("--sort", "roc_auc", "--limit", "1") == ["b00000"])
    #expect(ids("--reverse") == ["s00000", "a00000", "b00000", "c00000"])
    #expect(ids("--filter", "parent=s0", "--filter", "roc_auc>0.6") == ["b00000", "a00000"])
    #expect(ids("--filter", "model=logistic-regression") == ["s00000"])
  }

  @Test func `shows the metric that it sorts by, and says which where runs differ`() throws {
    try writeSearch()
    #expect(run("list", "--sort", "log_loss").output.contains("LOG_LOSS"))
    var other = try SampleRuns.record("20261121-153304-d00000")
    other.metrics = EvaluationMetrics(fields: [
      "validation_metrics": .object(["rmse": .double(12.5)])
    ])
    try store.write(other)
    let lines = run("list", "--limit", "2").output.split(separator: "\n")
    #expect(lines.first?.contains("  METRIC  ") == true)
    #expect(lines[1].contains("rmse 12.5000") && lines[2].contains("roc_auc 0.5000"))
  }

  @Test func `warns of names that mean nothing, and of damaged runs`() throws {
    try store.write(SampleRuns.record())
    try place.directory.write("{", to: "artifacts/runs/20261121-153312-000000/run.json")
    #expect(
      run("list", "--filter", "modle=x", "--sort", "roc_uac")
        == .init(
          code: .done,
          errors: """
            warning: 'DIR/artifacts/runs/20261121-153312-000000/run.json' is not strict JSON: the end of the file inside a value at byte 1
            warning: no run has a field, a metric or a parameter 'modle'
            warning: no run has a field, a metric or a parameter 'roc_uac'
            note: no run is as the filters say

            """))
    #expect(
      run("list").output == """
        RUN                     CREATED               MODEL              STATUS    ROC_AUC  DURATION  DATA
        20261121-153312-4k9x2m  YYYY-MM-DDThh:mm:ssZ  gradient_boosting  finished   0.9300    2.50 s  bank.csv
        20261121-153312-000000                                           damaged         -

        """)
  }

  @Test func `says that nothing was trained`() {
    #expect(
      run() == .init(code: .done, errors: "note: no run is in 'DIR/artifacts/runs'\n"))
    #expect(run("--json").output == "{\n  \"runs\": []\n}\n")
    #expect(
      run("show", "4k9x")
        == .init(
          code: .notFound,
          errors: """
            error: there is no run '4k9x' in 'DIR/artifacts/runs'
              fix: train first: registry train

            """))
  }

  @Test func `lists for programs, without curves`() throws {
    try store.write(SampleRuns.record())
    try place.directory.write("{", to: "artifacts/runs/20261121-153312-000000/run.json")
    let runs = try #require(run("list", "--json").json?["runs"] as? [[String: Any]])
    #expect(runs.map { $0["status"] as? String } == ["finished", "damaged"])
    let first = try #require(runs.first)
    #expect(first["curves"] == nil)
    #expect((first["metric"] as? [String: Any])?["value"] as? Double == 0.93)
    #expect((first["parameters"] as? [String: Any])?["max_leaves"] as? Int == 31)
    #expect((runs[1]["problem"] as? String)?.contains("is not strict JSON") == true)
  }

  @Test func `tells all about one`() throws {
    var sample = try SampleRuns.record()
    sample.parent = try SampleRuns.id("20261121-153300-s00000")
    (sample.resource, sample.tags) = (0.25, ["nightly", "\u{1B}[2J"])
    try store.write(sample)
    #expect(
      run("show", "4k9x")
        == .init(
          code: .done,
          output: #"""
            run        20261121-153312-4k9x2m
            status     finished
            name       registry train --data bank.csv
            model      gradient_boosting
            created    YYYY-MM-DDThh:mm:ssZ by ana on anvil
            duration   2.50 s
            data       bank.csv, sha256 DIGEST
            seed       42
            code       c0ffee
            registry   0.1.0
            part of    20261121-153300-s00000
            rows       0.2500 of the training rows
            tags       nightly, \u{1B}[2J

            PARAMETER      VALUE
            learning_rate  0.1
            max_leaves     31

            METRIC      TEST  VALIDATION
            roc_auc   0.5000      0.9300
            log_loss       -      0.2500

            CURVE                ITERATIONS   FIRST    BEST  AT    LAST
            validation.log_loss           3  0.5000  0.2500   2  0.3750  █▁▅

            """#))
    let json = try #require(run("show", "4k9x", "--json").json)
    #expect((json["curves"] as? [String: [Double]])?["validation.log_loss"] == [0.5, 0.25, 0.375])
  }

  @Test func `tells what failed`() throws {
    var failed = RunRecord(
      try SampleRuns.id("20261121-153312-4k9x2m"), status: .failed,
      createdAt: Timestamp(secondsSinceEpoch: 0), durationSeconds: 75)
    (failed.host, failed.user, failed.release) = (nil, nil, nil)
    failed.error = "'bank.csv' is empty"
    try store.write(failed)
    #expect(
      run("show", "2").output == """
        run        20261121-153312-4k9x2m
        status     failed
        error      'bank.csv' is empty
        created    YYYY-MM-DDThh:mm:ssZ
        duration   75 s

        """)
  }

  @Test func `puts runs side by side and marks what differs`() throws {
    try store.write(SampleRuns.record())
    var other = try SampleRuns.record("20261121-153313-7rtq00", rocAUC: 0.9375)
    other.parameters = ["learning_rate": .double(0.00001), "max_leaves": 31]
    try store.write(other)
    #expect(
      run("compare", "4k9x", "7rtq")
        == .init(
          code: .done,
          output: """
               FIELD             20261121-153312-4k9x2m                    20261121-153313-7rtq00
               status            finished                                  finished
               created_at        YYYY-MM-DDThh:mm:ssZ                      YYYY-MM-DDThh:mm:ssZ
               duration_seconds  2.5                                       2.5
               name              registry train --data bank.csv            registry train --data bank.csv
               host              anvil                                     anvil
               user              ana                                       ana
               code_version      c0ffee                                    c0ffee
               data_file         bank.csv                                  bank.csv
               data_sha256       abababababababababababababababababababa…  abababababababababababababababababababa…
               seed              42                                        42
               model_family      gradient_boosting                         gradient_boosting

               PARAMETER      20261121-153312-4k9x2m  20261121-153313-7rtq00
            *  learning_rate  0.1                     1e-05
               max_leaves     31                      31

               METRIC                       20261121-153312-4k9x2m  20261121-153313-7rtq00
               test_metrics.roc_auc                         0.5000                  0.5000
            *  validation_metrics.roc_auc                   0.9300                  0.9375
               validation_metrics.log_loss                  0.2500                  0.2500

            """))
    let json = try #require(run("compare", "4k9x", "7rtq", "--json").json)
    #expect(json["runs"] as? [String] == ["20261121-153312-4k9x2m", "20261121-153313-7rtq00"])
    let rows = try #require(json["rows"] as? [[String: Any]])
    let rate = try #require(rows.first { $0["name"] as? String == "learning_rate" })
    #expect(rate["section"] as? String == "parameter")
    #expect(rate["values"] as? [Double] == [0.1, 0.00001])
    #expect(rate["differs"] as? Bool == true)
  }

  @Test func `says of a damaged run what to do`() throws {
    let path = "artifacts/runs/20261121-153312-4k9x2m"
    try place.directory.write(#"{"schema_version": 1}"#, to: path + "/run.json")
    #expect(
      run("show", "4k9x")
        == .init(
          code: .integrityFailure,
          errors: """
            error: 'DIR/\(path)/run.json': the field 'run_id' is not text
              fix: restore its run.json from a copy, or remove 'DIR/\(path)'

            """))
  }

  @Test func `asks for more where several are meant`() throws {
    try writeSearch()
    #expect(
      run("show", "2026")
        == .init(
          code: .usage,
          errors: """
            error: '2026' means 4 runs in 'DIR/artifacts/runs'
              fix: type more of it: 20261121-153303-c00000, 20261121-153302-b00000, 20261121-153301-a00000, 20261121-153300-s00000

            """))
  }

  @Test(arguments: [
    (["list", "4k9x"], "unexpected argument '4k9x' for 'registry runs'"),
    (["show"], "RUN is missing for 'registry runs'"),
    (["show", "4k9x", "7rtq"], "unexpected argument '7rtq' for 'registry runs'"),
    (["compare", "4k9x"], "a second RUN is missing for 'registry runs'"),
    (["show", "4k9x", "--reverse"], "'--reverse' and 'show' exclude each other"),
    (["list", "--filter", "status"], "'--filter' does not take 'status'"),
    (["list", "--limit", "0"], "'--limit' does not take '0'"),
    (["remove"], "'ACTION' does not take 'remove'"),
  ])
  func `refuses words that make no sense together`(words: [String], message: String) throws {
    try store.write(SampleRuns.record())
    let answer = place.run(["runs"] + words + ["--artifacts", place.artifacts])
    #expect(answer.code == .usage)
    #expect(answer.errors.hasPrefix("error: \(message)\n"))
  }

  // MARK: registry register --run

  private func register(_ words: String...) -> Workplace.Answer {
    place.run(["register", "--artifacts", place.artifacts, "--actor", "ana"] + words)
  }

  @Test func `leave what can be registered later, with where it comes from`() throws {
    try store.write(SampleRuns.record(), files: SampleRuns.files)
    #expect(
      register("v1.0.0", "--run", "4k9x")
        == .init(code: .done, output: "registered v1.0.0 in DIR/registry: 7 files, sealed\n"))
    #expect(place.run("show", "v1.0.0").output.contains("run          20261121-153312-4k9x2m\n"))
    #expect(place.run("why", "v1.0.0").output.contains("run          20261121-153312-4k9x2m\n"))
    #expect(register("--bump", "auto", "--run", "4k9x").output.contains("registered v1.0.1"))
  }

  @Test func `leave nothing to register where they have no model`() throws {
    try writeSearch()
    #expect(
      register("v1.0.0", "--run", "c0")
        == .init(
          code: .notFound,
          errors: """
            error: the run '20261121-153303-c00000' left no model: stopped
              fix: name one that left one (registry runs list), or train again with its parameters

            """))
    #expect(register("v1.0.0", "--run", "zz").code == .notFound)
  }
}
