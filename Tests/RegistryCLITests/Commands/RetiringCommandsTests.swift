import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry yank` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
  }

  @Test func `withdraws, tells whoever asks for the version, and takes it back`() {
    #expect(
      place.run("yank", "v1.1.0", "--reason", "leaked\u{1B}[2J", "--actor", "ana")
        == .init(code: .done, output: "v1.1.0 is yanked\n"))
    #expect(
      place.run("resolve", "v1.1.0")
        == .init(
          code: .done, output: "DIR/registry/v1.1.0\n",
          errors: "warning: v1.1.0 was yanked by 'ana': leaked\\u{1B}[2J\n"))
    #expect(place.run("resolve", "latest").output == "DIR/registry/v1.0.0\n")
    #expect(
      place.run("promote", "v1.1.0")
        == .init(
          code: .refused,
          errors: """
            error: v1.1.0 was yanked by 'ana': leaked\\u{1B}[2J
              fix: choose another version, or undo it: registry yank v1.1.0 --undo

            """))
    #expect(place.run("yank", "v1.1.0", "--reason", "again").output == "v1.1.0 is yanked already\n")
    #expect(place.run("yank", "v1.1.0", "--undo").output == "v1.1.0 is restored\n")
    #expect(place.run("yank", "v1.1.0", "--undo").output == "v1.1.0 is not yanked\n")
    #expect(place.run("promote", "v1.1.0").code == .done)
  }

  @Test func `warns of an alias that goes on meaning the version, and list shows both`() {
    _ = place.run("promote", "v1.1.0")
    #expect(
      place.run("yank", "v1.1.0", "--reason", "alarm").errors
        == "warning: 'champion' still means v1.1.0: registry rollback --alias champion\n")
    #expect(place.run("list").output.contains("champion, yanked"))
  }

  @Test func `needs a reason`() {
    #expect(place.run("yank", "v1.1.0").code == .usage)
    #expect(place.run("yank", "v1.1.0", "--reason", "").code == .usage)
  }

  @Test func `can be looked at, whatever the policy says, with who and why`() throws {
    _ = place.run("approve", "v1.1.0", "--actor", "ben")
    _ = place.run("yank", "v1.1.0", "--reason", "leak", "--actor", "ana")
    try place.directory.write(#"{"yanked_versions": "refuse"}"#, to: "registry/policy.json")
    #expect(place.run("resolve", "v1.1.0").code == .refused)
    let shown = place.run("show", "v1.1.0")
    #expect(shown.output.contains("yanked       YYYY-MM-DDThh:mm:ssZ by ana: leak\n"))
    #expect(shown.output.contains("approved     by ben\n"))
    let json = place.run("show", "v1.1.0", "--json").json
    #expect((json?["yank"] as? [String: Any])?["reason"] as? String == "leak")
    try place.directory.write(#"{"yanked_versions": "no"}"#, to: "registry/policy.json")
    #expect(place.run("verify").code == .integrityFailure)
  }

  @Test func `gives advice that acts on the registry that was typed`() throws {
    _ = place.run("yank", "v1.1.0", "--reason", "leak")
    let answer = place.run(
      ["promote", "v1.1.0", "--registry", place.registry], environment: ["REGISTRY_DIR": ""])
    #expect(
      answer.errors.hasSuffix(
        "or undo it: registry yank --registry DIR/registry v1.1.0 --undo\n"))
  }

  @Test func `answers programs with the line of the history`() {
    let line = place.run("yank", "v1.1.0", "--reason", "alarm", "--actor", "ana", "--json").json
    #expect(line?["event"] as? String == "yank")
    #expect(line?["reason"] as? String == "alarm")
  }
}

@Suite struct `registry approve` {
  @Test func `puts an approval on record`() throws {
    let place = try Workplace()
    try place.register("v1.0.0")
    #expect(
      place.run("approve", "v1.0.0", "--actor", "ana", "--reason", "read it").output
        == "v1.0.0 is approved by ana\n")
    #expect(place.run("history", "v1.0.0").output.contains("approve   -      v1.0.0"))
    #expect(place.run("approve", "v9.0.0").code == .notFound)
  }
}

@Suite struct `registry prune` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0", "v1.2.0")
    _ = place.run("promote", "v1.0.0")
  }

  @Test func `tells what would go, and then removes it`() {
    #expect(
      place.run("prune", "--keep", "1", "--dry-run").output == """
        would prune v1.1.0
        kept v1.0.0: 'champion' means it
        1 version would go, 482 bytes

        """)
    #expect(
      place.run("prune", "--keep", "1").output == """
        pruned v1.1.0
        kept v1.0.0: 'champion' means it
        1 version pruned, 482 bytes

        """)
    #expect(place.run("list", "--names-only").output == "champion\nv1.2.0\nv1.0.0\n")
    #expect(place.run("verify").code == .done)
    #expect(
      place.run("register", "v1.1.0", "--artifacts", place.artifacts).errors.hasSuffix(
        """
        fix: registered versions never change: register the next one, for example v1.2.1

        """))
  }

  @Test func `takes ages, and refuses what is none`() {
    let answer = place.run("prune", "--keep", "1", "--older-than", "90d", "--json").json
    #expect(answer?["pruned"] as? [String] == [])
    let kept = answer?["kept"] as? [[String: String]]
    #expect(kept?.map { $0["reason"] } == ["'champion' means it", "it is not old enough"])
    for age in ["90", "d", "-1d", "1y", "99999999999999999999d", "9223372036854775807w"] {
      #expect(place.run("prune", "--keep", "1", "--older-than", age).code == .usage, "\(age)")
    }
    for count in ["0", "-1", "x"] {
      #expect(place.run("prune", "--keep", count).code == .usage)
    }
    #expect(place.run("prune").code == .usage)
  }
}

@Suite struct `registry alias` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
  }

  @Test func `sets an alias and lists what each means`() {
    #expect(place.run("alias").errors == "note: no alias is set\n")
    #expect(
      place.run("alias", "staging", "v1.1.0", "--reason", "try", "--actor", "ana")
        == .init(code: .done, output: "staging is v1.1.0\n"))
    _ = place.run("promote", "v1.0.0", "--actor", "ben")
    #expect(
      place.run("alias").output == """
        ALIAS     VERSION  SINCE                 BY   WHY
        champion  v1.0.0   YYYY-MM-DDThh:mm:ssZ  ben
        staging   v1.1.0   YYYY-MM-DDThh:mm:ssZ  ana  try

        """)
    let aliases = place.run("alias", "--json").json as? [String: [String: Any]]
    #expect(aliases?["staging"]?["version"] as? String == "v1.1.0")
  }

  @Test func `leaves champion to promote`() {
    #expect(
      place.run("alias", "champion", "v1.1.0")
        == .init(
          code: .usage,
          errors: "error: 'champion' is set by a promotion\n  fix: registry promote v1.1.0\n"))
    #expect(place.run("alias", "staging").code == .usage)
    #expect(place.run("alias", "v2", "v1.0.0").code == .usage)
  }
}

@Suite struct `registry promote --expect` {
  @Test func `goes through when the alias means what was expected`() throws {
    let place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
    #expect(place.run("promote", "v1.0.0", "--expect", "unset").code == .done)
    #expect(place.run("promote", "v1.1.0", "--expect", "1.0.0").code == .done)
    #expect(
      place.run("promote", "v1.0.0", "--expect", "v1.0.0")
        == .init(
          code: .alreadyExists,
          errors: """
            error: 'champion' is v1.1.0, not v1.0.0
              fix: somebody was first: look (registry history champion) and decide again

            """))
    #expect(place.run("promote", "v1.0.0", "--expect", "champion").code == .usage)
  }
}

@Suite struct `registry resolve --at` {
  @Test func `finds what the alias meant then`() throws {
    let place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
    func promote(_ version: String, at second: Int) throws {
      let registry = ModelRegistry(
        at: place.registry, fileSystem: PosixFileSystem(),
        clock: { Timestamp(secondsSinceEpoch: 1_768_003_200 + second) })
      try registry.promote(ModelVersion(version), by: "ana")
    }
    // 2026-01-10T00:00:00Z
    try promote("v1.0.0", at: 0)
    try promote("v1.1.0", at: 60)
    func resolved(_ time: String) -> Workplace.Answer {
      place.run("resolve", "champion", "--at", time)
    }
    #expect(resolved("2026-01-10T00:00:59Z").output == "DIR/registry/v1.0.0\n")
    #expect(resolved("2026-01-10T01:01:00+01:00").output == "DIR/registry/v1.1.0\n")
    #expect(resolved("2026-01-09T00:00:00Z").code == .notFound)
    #expect(resolved("yesterday").code == .usage)
    #expect(place.run("resolve", "v1.0.0", "--at", "2026-01-10T00:00:59Z").code == .usage)
  }
}
