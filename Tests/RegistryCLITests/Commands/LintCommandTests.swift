import Registry
import TestSupport
import Testing

@Suite struct `registry lint` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try SampleArtifacts.write(in: place.directory)
  }

  private func lint(_ words: String...) -> Workplace.Answer {
    place.run(["lint", "--artifacts", place.artifacts] + words)
  }

  private func spoil() throws {
    try place.directory.write(
      #"{"test_metrics": {"recall": "0.7", "roc_auc": 0.4}}"#, to: "artifacts/metrics_v1.json")
  }

  private func warn() throws {
    try place.directory.write(#"{"roc_auc": 0.4}"#, to: "artifacts/metrics_v1.json")
  }

  @Test func `says that artifacts are clean`() {
    #expect(lint() == .init(code: .done, output: "DIR/artifacts: clean\n"))
  }

  @Test func `says what is wrong, a line each, and exits as register would`() throws {
    try spoil()
    #expect(
      lint()
        == .init(
          code: .refused,
          output: """
            error: metrics_v1.json: metric_type: 'test_metrics.recall' is "0.7", which is not a number
            warning: metrics_v1.json: below_chance: 'test_metrics.roc_auc' is 0.4000: random scores have 0.5
            DIR/artifacts: 1 error, 1 warning

            """))
  }

  @Test func `ends well with warnings, unless they are to be errors`() throws {
    try warn()
    #expect(lint().code == .done)
    #expect(lint("--warnings-as-errors").code == .refused)
    try place.directory.write(#"{"lint": {"warnings": "refuse"}}"#, to: "registry/policy.json")
    #expect(lint().code == .refused)
  }

  @Test func `prints JSON`() throws {
    try spoil()
    let answer = lint("--json")
    #expect(answer.code == .refused)
    #expect(
      answer.output == """
        {
          "subject": "DIR/artifacts",
          "clean": false,
          "refused": true,
          "errors": 1,
          "warnings": 1,
          "findings": [
            {
              "rule": "metric_type",
              "severity": "error",
              "file": "metrics_v1.json",
              "at": "test_metrics.recall",
              "message": "'test_metrics.recall' is \\"0.7\\", which is not a number",
              "fix": "write the number without quotes"
            },
            {
              "rule": "below_chance",
              "severity": "warning",
              "file": "metrics_v1.json",
              "at": "test_metrics.roc_auc",
              "message": "'test_metrics.roc_auc' is 0.4000: random scores have 0.5",
              "fix": "look whether labels or scores are turned round"
            }
          ]
        }

        """)
  }

  @Test func `looks at a version by number or alias`() throws {
    try warn()
    #expect(place.run("register", "v1.0.0", "-a", place.artifacts).code == .done)
    #expect(place.run("promote", "v1.0.0").code == .done)
    for name in ["v1.0.0", "champion"] {
      #expect(
        place.run("lint", name).output == """
          warning: metrics.json: below_chance: 'roc_auc' is 0.4000: random scores have 0.5
          \(name): 0 errors, 1 warning

          """)
    }
  }

  @Test func `compares the version that the artifacts are to become`() throws {
    try place.directory.write(
      #"{"model_version": "v1.1.0"}"#, to: "artifacts/model_metadata_v1.json")
    #expect(lint("--version", "v1.1.0").output == "DIR/artifacts: clean\n")
    #expect(
      lint("--version", "v1.2.0").output == """
        warning: model_metadata_v1.json: model_version: it says 'v1.1.0', not 'v1.2.0'
        DIR/artifacts: 0 errors, 1 warning

        """)
  }

  @Test(arguments: [["--version", "v1.0.0"], ["--artifacts", "elsewhere"]])
  func `takes a version or artifacts, not both`(words: [String]) {
    let answer = place.run(["lint", "champion"] + words)
    #expect(answer.code == .usage)
    #expect(answer.errors.hasPrefix("error: 'VERSION' and '\(words[0])' exclude each other\n"))
  }

  @Test func `looks into an ONNX file`() throws {
    try place.directory.write("not a graph", to: "onnx/model_v1.onnx")
    for name in ["model_metadata_v1.json", "model_signature_v1.json", "metrics_v1.json"] {
      try place.directory.write("{}", to: "onnx/\(name)")
    }
    let answer = place.run("lint", "-a", place.directory.file("onnx"))
    #expect(answer.code == .refused)
    #expect(
      answer.output.hasPrefix("error: model_v1.onnx: unreadable_model: the ONNX model is broken: "))
  }

  @Test func `has its findings printed by register`() throws {
    try spoil()
    #expect(
      place.run("register", "v1.0.0", "-a", place.artifacts)
        == .init(
          code: .refused,
          errors: """
            error: metrics_v1.json: metric_type: 'test_metrics.recall' is "0.7", which is not a number
            warning: metrics_v1.json: below_chance: 'test_metrics.roc_auc' is 0.4000: random scores have 0.5
            error: 'DIR/artifacts' is refused by lint, 1 error: metrics_v1.json: metric_type: \
            'test_metrics.recall' is "0.7", which is not a number
              fix: write the number without quotes; 'registry lint' tells everything, docs/lint.md \
            what policy.json can allow

            """))
    try warn()
    #expect(
      place.run("register", "v1.0.0", "-a", place.artifacts)
        == .init(
          code: .done, output: "registered v1.0.0 in DIR/registry: 4 files, sealed\n",
          errors: """
            warning: metrics_v1.json: below_chance: 'roc_auc' is 0.4000: random scores have 0.5

            """))
  }

  @Test func `keeps text from the files from steering a terminal`() throws {
    try place.directory.write(
      #"{"expected_features": ["\u001b[2J"]}"#, to: "artifacts/model_metadata_v1.json")
    #expect(!lint().output.contains("\u{1B}"))
  }
}
