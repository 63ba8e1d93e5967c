import Registry
import Testing

@Suite struct `MODEL_VERSION` {
  @Test func `says which model in four ways`() throws {
    #expect(try ModelReference("") == .development)
    #expect(try ModelReference("champion") == .alias(.champion))
    #expect(try ModelReference("1.2.0") == .exact(ModelVersion("v1.2.0")))
    #expect(try ModelReference("latest") == .requirement(.latest))
  }

  @Test(arguments: [
    ("^1.2", "v1.2.0 v1.2.1 v1.10.0", "v1.1.9 v2.0.0 v1.3.0-rc.1 v0.9.0"),
    ("^1", "v1.0.0 v1.99.0", "v0.9.9 v2.0.0"),
    ("^1.2.3", "v1.2.3 v1.3.0", "v1.2.2 v2.0.0"),
    ("^0.2", "v0.2.0 v0.2.9", "v0.3.0 v0.1.0 v1.0.0"),
    ("^0", "v0.0.0 v0.5.0", "v1.0.0"), ("^0.0", "v0.0.9", "v0.1.0"),
    ("^0.0.3", "v0.0.3", "v0.0.4 v0.0.2"),
    ("~1.2.0", "v1.2.0 v1.2.7", "v1.3.0 v1.1.0"),
    ("~1.2", "v1.2.0 v1.2.7", "v1.3.0"),
    ("~1", "v1.0.0 v1.9.0", "v2.0.0 v0.9.0"),
    ("latest", "v0.1.0 v9.9.9", "v9.9.9-rc.1"),
  ])
  func `takes what is in a range`(range: String, inside: String, outside: String) throws {
    let requirement = try #require(try VersionRequirement(range))
    for text in inside.split(separator: " ") {
      #expect(requirement.accepts(try ModelVersion(String(text))), "\(text) is in \(range)")
    }
    for text in outside.split(separator: " ") {
      #expect(!requirement.accepts(try ModelVersion(String(text))), "\(text) is not in \(range)")
    }
    #expect(requirement.description == range)
  }

  @Test(arguments: ["^", "^x", "~1.2.3.4", "^1.2-rc", "^01", "~-1"])
  func `refuses half a range`(text: String) {
    #expect(throws: RegistryError.invalidRequirement(text)) { try ModelReference(text) }
  }

  @Test(arguments: [
    ".", "..", "../champion", "a/b", "champion.json", "-x", "_x", "manifest", "policy", "cham pion",
    "champ\u{0}", "chämpion", "ａ", String(repeating: "a", count: 65),
  ])
  func `refuses a name that could not be a file's`(text: String) {
    #expect(throws: RegistryError.invalidAlias(text)) { try ModelReference(text) }
  }

  @Test(arguments: ["v2", "2", "v1.2"])
  func `takes an incomplete version for a mistyped one`(text: String) {
    #expect(throws: RegistryError.invalidVersion(text, reason: .notThreeNumbers)) {
      try ModelReference(text)
    }
  }
}

@Suite struct `A model name` {
  @Test func `takes the place of the registry's directory`() throws {
    #expect(try ModelName("bank-model").directory(beside: "models/registry") == "models/bank-model")
    #expect(try ModelName("b").directory(beside: "/srv/models/registry/") == "/srv/models/b")
    #expect(try ModelName("b").directory(beside: "registry") == "./b")
    #expect(try ModelName("b").directory(beside: ".") == "./../b")
  }

  @Test(arguments: ["", ".", "..", "../x", "a/b", "/abs", ".hidden", "a\nb", "ä", "-r"])
  func `is refused when it could leave the directory`(text: String) {
    #expect(throws: RegistryError.invalidModelName(text)) { try ModelName(text) }
  }
}
