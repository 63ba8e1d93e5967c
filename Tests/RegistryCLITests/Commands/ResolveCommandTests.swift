import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry resolve` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.2.0", "v2.0.0-rc.1")
    _ = place.run("promote", "v1.0.0")
  }

  @Test(arguments: [
    ("champion", "v1.0.0"), ("v1.2.0", "v1.2.0"), ("^1", "v1.2.0"), ("~1.0", "v1.0.0"),
    ("latest", "v1.2.0"), ("v2.0.0-rc.1", "v2.0.0-rc.1"),
  ])
  func `prints the directory of the version that is meant`(reference: String, version: String) {
    let answer = Workplace.Answer(code: .done, output: "DIR/registry/\(version)\n")
    #expect(place.run("resolve", reference) == answer)
    #expect(place.run("resolve", "-v", reference) == answer)
  }

  @Test func `prints the model's path`() {
    #expect(
      place.run("resolve", "champion", "--print", "model").output
        == "DIR/registry/v1.0.0/model.joblib\n")
  }

  @Test func `prints everything as JSON`() throws {
    let answer = place.run("resolve", "champion", "--json")
    #expect(answer == place.run("resolve", "champion", "--print", "json"))
    #expect(
      answer.output == """
        {
          "reference": "champion",
          "version": "v1.0.0",
          "yanked": false,
          "directory": "DIR/registry/v1.0.0",
          "model_path": "DIR/registry/v1.0.0/model.joblib",
          "metadata_path": "DIR/registry/v1.0.0/model_metadata.json",
          "signature_path": "DIR/registry/v1.0.0/model_signature.json",
          "manifest_sha256": "DIGEST"
        }

        """)
  }

  @Test(arguments: ["plain", "with space", "it's", "a\"b", "$HOME `id`", "a\nb", "*", "ü"])
  func `prints lines that a shell evaluates to the same paths`(name: String) throws {
    let registry = place.directory.file(name)
    _ = place.run("register", "v1.0.0", "-a", place.artifacts, "-r", registry)
    let answer = RecordedConsole()
    let code = Program(table: .all, console: answer.console(), environment: { _ in nil })
      .run(["resolve", "v1.0.0", "--print", "env", "-r", registry])
    #expect(code == .done)
    let script =
      answer.output + #"""
        sh -c 'printf "%s|" "$MODEL_VERSION" "$MODEL_PATH" "$METADATA_PATH" "$SIGNATURE_PATH"
        printf "%s|" "$REGISTRY_DIR"'
        """#
    let version = registry + "/v1.0.0/"
    #expect(
      ShellCommand(script).output
        == "v1.0.0|\(version)model.joblib|\(version)model_metadata.json|\(version)model_signature.json|\(registry)|"
    )
  }

  @Test(arguments: [
    (
      "challenger",
      "error: there is no alias 'challenger' in 'DIR/registry'\n  fix: aliases there are champion\n"
    ),
    (
      "v9.0.0",
      "error: v9.0.0 is not registered in 'DIR/registry'\n  fix: registered are v2.0.0-rc.1, v1.2.0, v1.0.0\n"
    ),
    (
      "^3",
      "error: no registered release in 'DIR/registry' satisfies '^3'\n  fix: registered are v2.0.0-rc.1, v1.2.0, v1.0.0\n"
    ),
  ])
  func `never falls back to another model`(reference: String, errors: String) {
    #expect(place.run("resolve", reference) == .init(code: .notFound, errors: errors))
  }

  @Test func `hashes every file, unless it is told not to`() throws {
    try place.damage("v1.0.0/model.joblib")
    #expect(place.run("resolve", "champion").code == .integrityFailure)
    #expect(place.run("resolve", "champion", "--no-verify").code == .done)
  }

  @Test func `refuses to guess between two ways of naming a version`() {
    #expect(place.run("resolve", "champion", "-v", "v1.0.0").code == .usage)
  }
}

@Suite struct `The environment of a deployment` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.2.0")
    _ = place.run("promote", "v1.0.0")
    _ = place.run(
      "register", "v3.0.0", "-a", place.artifacts, "-r", place.directory.file("bank"))
  }

  /// Runs the program in the temporary directory; `line` begins with the variables.
  private func shell(_ line: String) -> String {
    let script = "cd '\(place.directory.path)' && unset MODEL_VERSION REGISTRY_DIR && \(line) 2>&1"
    return ShellCommand(script).output.replacing(place.directory.path, with: "DIR")
  }

  @Test(arguments: [
    ("MODEL_VERSION=champion REGISTRY_DIR=registry", "", "registry/v1.0.0\n"),
    ("MODEL_VERSION=^1 REGISTRY_DIR=registry", "", "registry/v1.2.0\n"),
    ("MODEL_VERSION=champion REGISTRY_DIR=registry", "v1.2.0", "registry/v1.2.0\n"),
    ("MODEL_VERSION=champion REGISTRY_DIR=nowhere", "-r registry", "registry/v1.0.0\n"),
    ("REGISTRY_DIR=registry", "latest --model bank", "./bank/v3.0.0\n"),
    ("MODEL_VERSION= REGISTRY_DIR=registry", "", "artifacts\n"),
    ("REGISTRY_DIR=registry", "--print model", "artifacts/model_v1.joblib\n"),
    (
      "MODEL_PATH=bank/v3.0.0/model.joblib", "--print model", "bank/v3.0.0/model.joblib\n"
    ),
  ])
  func `says which model is meant`(variables: String, words: String, output: String) {
    #expect(shell("\(variables) $registry resolve \(words)") == output)
  }

  @Test(arguments: [
    (
      "METADATA_PATH=nowhere.json",
      "error: no version was named, and the development model has no 'nowhere.json'\n"
        + "  fix: set MODEL_VERSION (champion, v1.2.0, ^1.2), name the file with METADATA_PATH, or train first\n3\n"
    ),
    (
      "MODEL_VERSION=champion",
      "error: there is no registry at 'models/registry'\n"
        + "  fix: register a version first (registry register --version v1.0.0), or name the directory with --registry or REGISTRY_DIR\n3\n"
    ),
    (
      "MODEL_VERSION=v1.x REGISTRY_DIR=registry",
      "error: 'v1.x' is not a version: it is not three numbers such as 1.2.0\n"
        + "  fix: write it like v1.2.0 or v2.0.0-rc.1\n2\n"
    ),
  ])
  func `never means a model that it does not name`(variables: String, output: String) {
    #expect(shell("{ \(variables) $registry resolve; echo $?; }") == output)
  }
}
