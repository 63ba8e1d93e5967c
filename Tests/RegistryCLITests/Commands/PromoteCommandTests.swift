import Registry
import TestSupport
import Testing

@Suite struct `registry promote` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
  }

  @Test func `says what the alias means now and what it meant`() {
    let expected = [
      "champion is v1.0.0\n", "champion is v1.1.0; it was v1.0.0\n", "champion is v1.1.0 already\n",
    ]
    for (version, text) in zip(["v1.0.0", "v1.1.0", "1.1.0"], expected) {
      #expect(place.run("promote", version) == .init(code: .done, output: text))
    }
  }

  @Test func `sets another alias`() {
    #expect(
      place.run("promote", "--version", "v1.0.0", "--alias", "staging")
        == .init(code: .done, output: "staging is v1.0.0\n"))
  }

  @Test func `prints the alias file as JSON`() throws {
    let answer = place.run(
      "promote", "-v", "v1.0.0", "--reason", "better recall", "--actor", "ben", "--json")
    let record = try #require(answer.json)
    #expect(
      Set(record.keys) == [
        "version", "promoted_at", "promoted_by", "previous_champion", "generation", "event",
        "reason", "manifest_sha256", "previous_sha256", "self_sha256",
      ])
    #expect(record["version"] as? String == "v1.0.0")
    #expect(record["promoted_by"] as? String == "ben")
    #expect(record["reason"] as? String == "better recall")
    #expect(record["generation"] as? Int == 1)
  }

  @Test func `refuses a version that is not registered`() {
    #expect(
      place.run("promote", "v9.0.0")
        == .init(
          code: .notFound,
          errors: """
            error: v9.0.0 is not registered in 'DIR/registry'
              fix: registered are v1.1.0, v1.0.0

            """))
  }

  @Test func `refuses a version that was damaged`() throws {
    try place.damage("v1.0.0/model.joblib")
    #expect(
      place.run("promote", "v1.0.0")
        == .init(
          code: .integrityFailure,
          errors: """
            error: 'DIR/registry/v1.0.0/model.joblib' does not have the bytes that were registered
              fix: restore 'DIR/registry/v1.0.0/model.joblib' from a copy, or serve another version

            """))
  }

  @Test func `makes no registry`() {
    #expect(
      place.run("promote", "v1.0.0", "-r", place.directory.file("nowhere"))
        == .init(
          code: .notFound,
          errors: """
            error: there is no registry at 'DIR/nowhere'
              fix: register a version first (registry register --registry DIR/nowhere --version v1.0.0), or name the directory with --registry or REGISTRY_DIR

            """))
  }

  @Test(arguments: ["../champion", "v1", "latest", "a b", ""])
  func `refuses a name that no alias can have`(name: String) {
    #expect(place.run("promote", "v1.0.0", "--alias", name).code == .usage)
  }
}

@Suite struct `registry rollback` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0", "v1.2.0")
    for version in ["v1.0.0", "v1.1.0", "v1.2.0"] { _ = place.run("promote", version) }
  }

  @Test func `goes back step by step, as far as there is one`() {
    #expect(
      place.run("rollback")
        == .init(code: .done, output: "champion is v1.1.0; it was v1.2.0\n"))
    #expect(
      place.run("rollback", "--reason", "again")
        == .init(code: .done, output: "champion is v1.0.0; it was v1.1.0\n"))
    #expect(
      place.run("rollback")
        == .init(
          code: .notFound,
          errors: """
            error: 'champion' is v1.0.0, and there is no promotion before it to go back to
              fix: name the version: registry rollback --version VERSION

            """))
  }

  @Test func `goes to the version that was named`() {
    #expect(
      place.run("rollback", "v1.0.0")
        == .init(code: .done, output: "champion is v1.0.0; it was v1.2.0\n"))
  }

  @Test func `prints the alias file as JSON`() {
    let answer = place.run("rollback", "--json")
    #expect(answer.json?["event"] as? String == "rollback")
    #expect(answer.json?["previous_champion"] as? String == "v1.2.0")
    #expect(answer.json?["generation"] as? Int == 4)
  }

  @Test func `refuses an alias that is not set`() {
    #expect(
      place.run("rollback", "--alias", "staging")
        == .init(
          code: .notFound,
          errors: """
            error: there is no alias 'staging' in 'DIR/registry'
              fix: aliases there are champion

            """))
  }
}
