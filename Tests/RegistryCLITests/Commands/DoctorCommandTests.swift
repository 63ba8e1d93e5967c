import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry doctor` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0")
  }

  @Test func `says what holds in this directory, a line each`() {
    #expect(
      place.run("doctor")
        == .init(
          code: .done,
          output: """
            ok        only its owner can change the registry
            ok        a rename replaces a file in one step
            ok        an exclusive rename refuses a name that is taken
            ok        a lock keeps a second one out
            ok        a directory can be flushed
            ok        names that differ in case are two files
            ok        modes are kept
            ok        the clocks of system and file system agree
            ok        killed runs left nothing behind
            ok        pruned versions are gone
            ok        the history has every line and ends with a whole one
            ok        directories of versions have their mode
            ok        no version has to be hashed again to be served

            """,
          errors: "note: what is inside the versions is looked at by 'registry verify'\n"))
  }

  @Test func `exits 5 while something is to be done, and 0 when it is done`() throws {
    try place.directory.write("", to: "registry/.registry/staging/champion.json-1-a\u{1B}[2J")
    let found = place.run("doctor")
    #expect(found.code == .integrityFailure)
    #expect(
      found.output.contains(
        """
        problem   1 leftover of killed runs: 'champion.json-1-a\\u{1B}[2J'
                    fix: registry doctor --repair

        """))
    let repaired = place.run("doctor", "--repair")
    #expect(repaired.code == .done)
    #expect(
      repaired.output.contains(
        "repaired  removed 1 leftover of killed runs: 'champion.json-1-a\\u{1B}[2J'\n"))
    #expect(place.run("doctor").code == .done)
  }

  @Test func `tells programs the same`() throws {
    try place.directory.write("", to: "registry/.registry/staging/champion.json-1-a")
    let answer = place.run("doctor", "--json").json
    #expect(answer?["healthy"] as? Bool == false)
    let checks = try #require(answer?["checks"] as? [[String: Any]])
    #expect(checks.count == 13)
    let staging = checks.first { $0["subject"] as? String == "staging" }
    #expect(staging?["outcome"] as? String == "problem")
    #expect(staging?["remedy"] as? String == "registry doctor --repair")
  }

  @Test func `says that there is no registry`() {
    #expect(place.run("doctor", "-r", place.directory.file("none")).code == .notFound)
  }
}

@Suite struct `A registry that other users can change` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0")
    chmod(place.registry, 0o777)
  }

  @Test(arguments: [["list"], ["resolve", "v1.0.0"], ["verify"], ["promote", "v1.0.0"]])
  func `is warned of by every command that opens it`(words: [String]) {
    let answer = place.run(words)
    #expect(answer.code == .done)
    #expect(
      answer.errors.hasPrefix(
        "warning: 'DIR/registry' can be changed by every user of this machine "
          + "(chmod o-w 'DIR/registry')\n"))
  }

  @Test func `is refused with --strict, or where the environment says so`() {
    let refusal = Workplace.Answer(
      code: .refused,
      errors: """
        error: 'DIR/registry' can be changed by every user of this machine
          fix: chmod o-w 'DIR/registry'

        """)
    #expect(place.run("promote", "v1.0.0", "--strict") == refusal)
    #expect(place.run("promote", "v1.0.0", environment: ["REGISTRY_STRICT": "1"]) == refusal)
    #expect(place.run("promote", "v1.0.0", environment: ["REGISTRY_STRICT": "0"]).code == .done)
  }
}
