import Foundation
import Registry
import TestSupport
import Testing

/// 60 rows: who is older than 40 says yes, but for every tenth.
private let rows = (0..<60).map { index in
  let age = 20 + (7 * index) % 41
  return "\(age),\(["a", "b"][index % 2]),\((age > 40) != (index % 10 == 0) ? "yes" : "no")"
}
private let trainingData = "age,job,y\n" + rows.joined(separator: "\n") + "\n"

@Suite struct `registry train` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.directory.write(trainingData, to: "rows.csv")
  }

  private func train(_ words: String..., target: String = "y") -> Workplace.Answer {
    let data = place.directory.file("rows.csv")
    return place.run(
      ["train", "--data", data, "--target", target, "--output", place.artifacts]
        + ["--model", "logistic-regression"] + words)
  }

  @Test func `shows what the metrics file holds, and where everything is`() throws {
    let answer = train("--positive", "yes")
    #expect(answer.code == .done)
    #expect(answer.errors == "")
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.first
        == "logistic-regression on 36 rows and 2 columns, calibration none, threshold 0.5000")
    #expect(lines[1...2] == ["", "METRIC       VALIDATION    TEST"])
    let runs = try FileManager.default.contentsOfDirectory(atPath: place.artifacts + "/runs")
    #expect(
      lines.suffix(4) == [
        "", "wrote DIR/artifacts: model_v1.onnx and what belongs to it", "run \(runs[0])", "",
      ])
    let data = Data(try place.directory.read("artifacts/metrics_v1.json").utf8)
    let file = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let names = [
      "roc_auc", "pr_auc", "f1", "precision", "recall", "accuracy", "log_loss", "brier_score",
    ]
    #expect(lines.dropFirst(3).dropLast(4).count == names.count)
    for (name, line) in zip(names, lines.dropFirst(3)) {
      let values = try ["validation_metrics", "test_metrics"].map { section in
        try #require((file[section] as? [String: Any])?[name] as? Double)
      }
      #expect(
        line.split(separator: " ").map(String.init)
          == [name] + values.map { String(format: "%.4f", $0) })
    }
  }

  @Test func `says which label it took for the positive one`() {
    #expect(train().errors == "note: the positive label is 'yes' (choose with --positive)\n")
  }

  @Test func `warns of a column that tells nothing`() throws {
    try place.directory.write(
      trainingData.replacing("\n", with: ",x\n").replacing("y,x\n", with: "y,same\n"),
      to: "rows.csv")
    #expect(
      train("--positive", "yes").errors == """
        warning: column 'same': every row has the same value (--drop 'same')

        """)
    #expect(train("--positive", "yes", "--drop", "same").errors == "")
  }

  @Test func `prints JSON`() throws {
    let json = try #require(train("--positive", "yes", "--json").json)
    #expect(
      Set(json.keys) == [
        "output", "run", "task", "model", "hyperparameters", "training_rows", "features",
        "classes", "calibration", "threshold", "data_sha256", "converged", "metric", "candidates",
        "validation_metrics", "test_metrics", "data_warnings", "warnings", "notes",
      ])
    #expect(json["training_rows"] as? Int == 36)
    #expect(json["classes"] as? [String] == ["no", "yes"])
    #expect(json["features"] as? [String] == ["age", "job"])
  }

  @Test func `records the digest of what it read, also from a pipe`() throws {
    let script = """
      cd '\(place.directory.path)' &&
      cat rows.csv | $registry train --data /dev/stdin --target y --json 2>/dev/null
      """
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(ShellCommand(script).output.utf8)) as? [String: Any])
    #expect(
      answer["data_sha256"] as? String == SHA256.digest(of: Array(trainingData.utf8)).description)
  }

  @Test func `refuses a column that is not there`() {
    #expect(
      train(target: "Y")
        == .init(
          code: .notFound,
          errors: """
            error: there is no column 'Y'
              fix: columns there are: 'age', 'job', 'y'

            """))
  }

  @Test(arguments: [
    ["--test-size", "0"], ["--validation-size", "0"], ["--test-size", "1"], ["--seed", "-1"],
    ["--types", "age"], ["--types", "age=int"], ["--metric", "auc"], ["--model", "forest"],
    ["--positive", "maybe"], ["--drop", "age,job"],
  ])
  func `refuses words that do not fit`(words: [String]) {
    let data = place.directory.file("rows.csv")
    let answer = place.run(
      ["train", "--data", data, "--target", "y", "--output", place.artifacts] + words)
    #expect(answer.code == .usage)
    #expect(answer.output == "")
    #expect(answer.errors.hasPrefix("error: ") && answer.errors.contains("\n  fix: "))
    #expect(!FileManager.default.fileExists(atPath: place.artifacts))
  }
}

@Suite struct `registry predict` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let data = try place.directory.write(trainingData, to: "train.csv")
    _ = place.run(
      "train", "--data", data, "--target", "y", "--positive", "yes", "--output", place.artifacts)
    _ = place.run("register", "v1.0.0", "-a", place.artifacts)
    _ = place.run("promote", "v1.0.0")
    try place.directory.write("age,job\n60,a\n20,b\n", to: "rows.csv")
  }

  private func predict(_ words: String...) -> Workplace.Answer {
    place.run(["predict", "champion", "--input", place.directory.file("rows.csv")] + words)
  }

  @Test func `prints a line a row`() {
    let answer = predict()
    #expect(answer.code == .done)
    #expect(answer.errors == "")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "probability,label,model_version")
    #expect(lines[1].hasSuffix(",yes,v1.0.0") && lines[2].hasSuffix(",no,v1.0.0"))
  }

  @Test(arguments: [["--json"], ["--format", "jsonl"]])
  func `prints an object a row when it is told to`(words: [String]) throws {
    let answer = place.run(
      ["predict", "champion", "-i", place.directory.file("rows.csv")] + words)
    for line in answer.output.split(separator: "\n") {
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(row.keys) == ["probability", "label", "model_version"])
    }
    #expect(answer.output.split(separator: "\n").count == 2)
  }

  @Test func `writes a file and says so`() throws {
    let output = place.directory.file("scores.csv")
    #expect(
      predict("-o", output)
        == .init(code: .done, errors: "note: scored 2 rows with v1.0.0 into 'DIR/scores.csv'\n"))
    #expect(try place.directory.read("scores.csv") == predict().output)
  }

  @Test func `keeps the columns of the input`() {
    #expect(
      predict("--keep-columns").output.hasPrefix("age,job,probability,label,model_version\n60,a,"))
  }

  @Test func `names the columns that are missing`() throws {
    try place.directory.write("x\n1\n", to: "rows.csv")
    #expect(
      predict()
        == .init(
          code: .usage,
          errors: """
            error: 'DIR/rows.csv' lacks the columns 'age', 'job'
              fix: add them, empty where the value is not known

            """))
  }

  @Test func `says that the input is not there`() {
    #expect(
      place.run("predict", "champion", "-i", place.directory.file("nowhere"))
        == .init(
          code: .notFound, errors: "error: 'DIR/nowhere' does not exist\n  fix: check the path\n"))
  }

  @Test func `refuses a model that was changed`() throws {
    let path = place.directory.file("registry/v1.0.0/model.onnx")
    chmod(path, 0o644)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: Data([0xFF]))
    try handle.close()
    #expect(predict().code == .integrityFailure)
  }

  @Test func `refuses the model of another program`() throws {
    try SampleArtifacts.write(in: place.directory, at: "other")
    _ = place.run("register", "v2.0.0", "-a", place.directory.file("other"))
    #expect(
      place.run("predict", "v2.0.0", "-i", place.directory.file("rows.csv"))
        == .init(
          code: .usage,
          errors: """
            error: the model cannot be scored: 'DIR/registry/v2.0.0/model.joblib' is none of: ONNX, scikit-learn, XGBoost, LightGBM
              fix: 'registry inspect' tells what is inside, docs/format.md what metadata and signature have to say

            """))
  }

  @Test func `writes text as it was given, or so that no spreadsheet computes it`() throws {
    try place.directory.write(
      "=head,age,job,n\n=cmd|' /C calc'!A0,60,@a,-5\n", to: "rows.csv")
    let given = predict("--keep-columns")
    #expect(
      given.output.hasPrefix(
        "=head,age,job,n,probability,label,model_version\n=cmd|' /C calc'!A0,60,@a,-5,"))
    let guarded = predict("--keep-columns", "--for-spreadsheets")
    #expect(
      guarded.output.hasPrefix(
        "'=head,age,job,n,probability,label,model_version\n'=cmd|' /C calc'!A0,60,'@a,-5,"))
    #expect(predict("--for-spreadsheets", "--json").code == .usage)
    #expect(predict("--for-spreadsheets", "--format", "jsonl").code == .usage)
  }
}
