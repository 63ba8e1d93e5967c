import Registry
import Testing

@testable import RegistryCLI

@Suite struct `The registry directory` {
  private func directory(_ words: String..., environment: [String: String] = [:]) throws -> String {
    try parse(["csv"] + words, of: .score, environment: environment).registry().path
  }

  @Test func `is models/registry when nothing else is said`() throws {
    #expect(try directory() == "models/registry")
  }

  @Test func `is what --registry or REGISTRY_DIR says`() throws {
    #expect(try directory("-r", "a/b") == "a/b")
    #expect(try directory(environment: ["REGISTRY_DIR": "c"]) == "c")
    #expect(try directory("-r", "a", environment: ["REGISTRY_DIR": "c"]) == "a")
  }

  @Test func `is that of a named model, beside the one that the environment names`() throws {
    #expect(try directory("--model", "bank") == "models/bank")
    #expect(
      try directory("--model", "bank", environment: ["REGISTRY_DIR": "/srv/models/registry"])
        == "/srv/models/bank")
    #expect(try directory("--model", "bank", environment: ["REGISTRY_DIR": "c"]) == "./bank")
  }

  @Test func `is not said in two ways at once`() throws {
    let error = try #require(throws: UsageError.self) {
      try directory("--registry", "a", "--model", "bank")
    }
    #expect(error.message == "'--registry' and '--model' exclude each other")
    #expect(error.remedy == "give one of them; see 'registry score --help'")
  }

  @Test(arguments: ["", ".", "..", "a/b", "/a", ".hidden"])
  func `does not leave models by a model's name`(name: String) throws {
    #expect(throws: RegistryError.invalidModelName(name)) { try directory("--model=\(name)") }
  }
}
