import Foundation
import Registry
import TestSupport
import Testing

/// The real flow on hand-made artifacts: what `next`, `register`, `diff` and `rollback` print, whole.
@Suite struct `Commands that judge a version's number` {
  private let place: Workplace

  private static let old = """
    {"inputs": [{"name": "age", "type": "int", "required": true}],
     "output_schema": {"risk": "float"}, "example_request": {"age": 41}}
    """
  private static let new = """
    {"inputs": [{"name": "age", "type": "int", "required": true},
                {"name": "region", "type": "object", "required": true}],
     "output_schema": {"risk": "float"}, "example_request": {"age": 30, "region": "N"}}
    """

  init() throws {
    place = try Workplace()
    try SampleArtifacts.write(in: place.directory)
    try sign(Self.old)
    #expect(register("v1.0.0").code == .done)
  }

  /// Of which metadata that expects other columns would say nothing good.
  private func sign(_ signature: String) throws {
    try place.directory.write(signature, to: "artifacts/model_signature_v1.json")
    try place.directory.write(
      #"{"model_family": "hist_gb"}"#, to: "artifacts/model_metadata_v1.json")
  }

  private func register(_ words: String...) -> Workplace.Answer {
    place.run(["register", "--artifacts", place.artifacts, "--actor", "ana"] + words)
  }

  private func change(_ refuser: String) -> String {
    """
      MAJOR  input_added_required 'region': object
             {"age": 41}
             fits v1.0.0, not \(refuser): the input 'region' is missing

    """
  }

  @Test func `register refuses one that is too small, with the changes and a row`() throws {
    try sign(Self.new)
    #expect(
      register("v1.1.0")
        == .init(
          code: .versionTooSmall,
          errors: "note: from v1.0.0 to v1.1.0:\n" + change("v1.1.0") + """
            error: v1.1.0 is too small a step from v1.0.0: input_added_required 'region' needs a MAJOR one
              fix: register it as v2.0.0 (--bump auto), or say why it may be: --allow-incompatible REASON

            """))
  }

  @Test func `register goes on with a reason`() throws {
    try sign(Self.new)
    #expect(register("v1.1.0", "--allow-incompatible", "all callers send it").code == .done)
    #expect(register("v1.1.1", "--allow-incompatible", "").code == .usage)
  }

  @Test func `next prints the number alone, and why beside it`() throws {
    try sign(Self.new)
    #expect(
      place.run("next", "--artifacts", place.artifacts)
        == .init(
          code: .done, output: "v2.0.0\n",
          errors: "note: MAJOR since v1.0.0\n" + change("the artifacts")))
    try sign(Self.old)
    #expect(
      place.run("next", "--artifacts", place.artifacts)
        == .init(
          code: .done, output: "v1.0.1\n",
          errors: "note: PATCH since v1.0.0: nothing changed that callers rely on\n"))
    #expect(
      place.run("next", "--artifacts", place.artifacts, "-r", place.directory.file("none"))
        == .init(
          code: .done, output: "v1.0.0\n", errors: "note: there is no release to compare with\n"))
  }

  @Test func `next prints all of it as JSON`() throws {
    try sign(Self.new)
    let answer = try #require(place.run("next", "--artifacts", place.artifacts, "--json").json)
    #expect(answer["version"] as? String == "v2.0.0")
    #expect(answer["baseline"] as? String == "v1.0.0")
    #expect(answer["required_bump"] as? String == "major")
    let change = try #require((answer["changes"] as? [[String: Any]])?.first)
    #expect(change["rule"] as? String == "input_added_required")
    let witness = try #require(change["witness"] as? [String: Any])
    #expect(witness["kind"] as? String == "request")
    #expect(witness["row"] as? [String: Int] == ["age": 41])
    #expect(witness["accepted_by"] as? String == "v1.0.0")
    #expect(witness["refused_by"] as? String == "artifacts")
    #expect(witness["reason"] as? String == "the input 'region' is missing")
  }

  @Test(arguments: [
    ("auto", "v2.0.0"), ("major", "v2.0.0"), ("minor", nil), ("patch", nil),
  ])
  func `register raises the part that is named, and checks it`(part: String, version: String?)
    throws
  {
    try sign(Self.new)
    let answer = register("--bump", part)
    if let version {
      #expect(answer.output == "registered \(version) in DIR/registry: 4 files, sealed\n")
    } else {
      #expect(answer.code == .versionTooSmall)
    }
  }

  @Test func `register takes a version or a part, not both`() {
    #expect(register("v1.0.1", "--bump", "auto").code == .usage)
    #expect(register("--version", "v1.0.1", "--bump", "patch").code == .usage)
    #expect(register("--bump", "most").code == .usage)
  }

  @Test func `next tells the rules`() throws {
    let answer = place.run("next", "--rules")
    #expect(answer.code == .done)
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == CompatibilityRule.allCases.count + 1)
    #expect(
      lines[4]
        == "input_added_unstated     MINOR  MAJOR   deny   a new input, and nothing says whether requests must have it"
    )
    let json = place.run("next", "--rules", "--json").json?["rules"] as? [[String: String]]
    #expect(json?.map { $0["rule"] } == CompatibilityRule.allCases.map(\.rawValue))
  }

  @Test func `register warns of what is told and not demanded, in a line a rule`() throws {
    // So that no other list says which columns come first.
    try place.directory.write("{}", to: "artifacts/model_metadata_v1.json")
    let (one, other) = (#""instituicao_2023": "object""#, #""idade_2023": "float""#)
    try sign("{\"input_schema\": {\(one), \(other)}}")
    #expect(register("v3.0.0").code == .done)
    try sign("{\"input_schema\": {\(other), \(one)}}")
    #expect(
      register("v3.0.1").errors
        == "warning: input_order_changed: the inputs stand in another order; callers by name do not "
        + "notice: 'instituicao_2023' comes first → 'idade_2023' comes first\n")
  }

  @Test func `rollback stops where callers would break`() throws {
    try sign(Self.new)
    #expect(register("--bump", "auto").code == .done)
    for version in ["v2.0.0", "v1.0.0"] {
      #expect(place.run("promote", version).code == .done)
    }
    #expect(
      place.run("rollback")
        == .init(
          code: .refused,
          errors: "note: from v1.0.0 to v2.0.0:\n" + change("v2.0.0") + """
            error: who works with 'champion' would break: from v1.0.0 to v2.0.0 is input_added_required 'region'
              fix: choose another version with --version, or say why it must be: --allow-incompatible REASON

            """))
    #expect(
      place.run("rollback", "--allow-incompatible", "they send it").output
        == "champion is v2.0.0; it was v1.0.0\n")
  }

  @Test func `rollback says when it could not compare, and goes on`() throws {
    #expect(register("v1.0.1").code == .done)
    for version in ["v1.0.0", "v1.0.1"] { #expect(place.run("promote", version).code == .done) }
    try place.damage("v1.0.1/model_signature.json")
    let answer = place.run("rollback")
    #expect(answer.code == .done)
    #expect(answer.output == "champion is v1.0.0; it was v1.0.1\n")
    #expect(
      answer.errors
        == "warning: not compared with what served before: "
        + "'DIR/registry/v1.0.1/model_signature.json' does not have the bytes that were registered\n"
    )
  }

  @Test func `diff tells signature, metrics and files`() throws {
    try SampleArtifacts.write(in: place.directory, recall: 0.8)
    try sign(Self.new)
    #expect(register("--bump", "auto").code == .done)
    let answer = place.run("diff", "v1.0.0", "v2.0.0")
    #expect(answer.code == .done)
    let files = answer.output.split(separator: "\n").suffix(2).map { $0.prefix { $0 != " " } }
    #expect(files == ["metrics.json", "model_signature.json"])
    #expect(
      answer.output.hasPrefix(
        "v1.0.0 → v2.0.0: MAJOR, at least v2.0.0\n" + change("v2.0.0") + """

          METRIC                  v1.0.0  v2.0.0   CHANGE
          test_metrics.recall     0.7500  0.8000  +0.0500  better
          test_metrics.pr_auc     0.8600  0.8600   0.0000
          test_metrics.n_samples     153     153   0.0000

          FILE                  v1.0.0             v2.0.0

          """))
  }

  @Test func `diff compares with artifacts where no second version is named`() throws {
    try sign(Self.new)
    let answer = place.run("diff", "latest", "--artifacts", place.artifacts, "--json")
    let json = try #require(answer.json)
    #expect(json["before"] as? String == "v1.0.0" && json["after"] as? String == "DIR/artifacts")
    #expect(json["required_bump"] as? String == "major")
    #expect(json["smallest_version"] as? String == "v2.0.0")
    #expect((json["changes"] as? [Any])?.count == 1)
    #expect((json["metrics"] as? [Any])?.count == 3)
    #expect((json["metadata"] as? [Any])?.count == 0)
    #expect(
      (json["files"] as? [[String: Any]])?.map { $0["path"] as? String } == ["model_signature.json"]
    )
    #expect(
      place.run("diff", "v1.0.0", "v1.0.0").output.hasPrefix("v1.0.0 → v1.0.0: the same contract"))
    #expect(place.run("diff", "v1.0.0", "v1.0.0", "-a", place.artifacts).code == .usage)
    #expect(place.run("diff", "v7.0.0", "v1.0.0").code == .notFound)
    #expect(place.run("diff").code == .usage)
  }

  /// On the data that ships with the program: a column is dropped, and the row that is shown really
  /// fails where it is said to.
  @Test func `show a row of a trained model that one version scores and the other one refuses`()
    throws
  {
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Examples/breast-cancer/breast-cancer.csv").path
    let trained = place.directory.file("trained")
    let registry = place.directory.file("tumours")
    func train(_ words: String...) -> ExitCode {
      let train = [
        "train", "--data", data, "--target", "diagnosis", "--positive", "malignant", "--model",
        "logistic-regression",
      ]
      return place.run(train + ["--output", trained] + words).code
    }
    func register(_ bump: String) -> Workplace.Answer {
      place.run("register", "--bump", bump, "-a", trained, "-r", registry)
    }
    #expect(train() == .done)
    #expect(register("auto").code == .done)
    #expect(train("--drop", "worst_area") == .done)
    #expect(register("minor").code == .versionTooSmall)
    #expect(register("auto").code == .done)
    let json = try #require(place.run("diff", "v1.0.0", "v2.0.0", "-r", registry, "--json").json)
    let change = try #require((json["changes"] as? [[String: Any]])?.first)
    #expect(change["rule"] as? String == "input_removed" && change["of"] as? String == "worst_area")
    let witness = try #require(change["witness"] as? [String: Any])
    let row = try JSONSerialization.data(withJSONObject: try #require(witness["row"]))
    let file = try place.directory.write(String(decoding: row, as: UTF8.self), to: "row.jsonl")
    #expect(place.run("predict", "v2.0.0", "--input", file, "-r", registry).code == .done)
    let refused = place.run("predict", "v1.0.0", "--input", file, "-r", registry)
    #expect(refused.code == .usage)
    #expect(refused.errors.contains("line 1: the input 'worst_area' is missing"))
    // Trained anew on other rows, the contract is the same.
    #expect(train("--drop", "worst_area", "--seed", "7") == .done)
    #expect(register("patch").output.hasPrefix("registered v2.0.1"))
  }
}
